package io.orderweave.examples.shop.config;

import io.orderweave.connection.SecretKeys;
import io.orderweave.error.OrderweaveException;
import io.orderweave.mapping.MappingSet;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.RuleSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Reads a whole configuration; its parts have readers of their own. */
final class ShopConfigReader {

    private static final String SQLITE = "sqlite:";
    private static final String POSTGRES = "jdbc:postgresql:";

    private final Config config;

    ShopConfigReader(Config config) {
        this.config = config;
    }

    ShopConfig read() {
        Optional<DatabaseConfig> database = database();
        var seller = new SellerReader(config).read();
        List<ConnectionConfig> connections = new ConnectionReader(config).read();
        String node = config.find("node").orElse("shop");
        SecretKeys keys = keys();
        RuleSet rules = rules();
        MappingSet mappings = mappings(connections);
        config.requireSound();
        return new ShopConfig(database.orElseThrow(), node, keys, seller.orElseThrow(), connections, rules, mappings);
    }

    private Optional<DatabaseConfig> database() {
        Optional<String> user = config.find("database.user");
        Optional<String> password = config.find("database.password");
        return config.require("database", SQLITE + "FILE or " + POSTGRES + "//HOST/DATABASE", url -> {
            if (url.startsWith(SQLITE) && url.length() > SQLITE.length()) {
                return new DatabaseConfig.Sqlite(config.folder().resolve(url.substring(SQLITE.length())));
            }
            if (url.startsWith(POSTGRES)) {
                return new DatabaseConfig.Postgres(url, user, password);
            }
            throw new IllegalArgumentException("neither");
        });
    }

    private SecretKeys keys() {
        return config.find("encryption.key", "a name, a colon and 32 bytes in Base64", text -> {
                    int colon = text.indexOf(':');
                    return SecretKeys.of(
                            text.substring(0, colon), Base64.getDecoder().decode(text.substring(colon + 1)));
                })
                .orElseGet(SecretKeys::none);
    }

    /** The tables that stand with the channels, as one versioned set. */
    private MappingSet mappings(List<ConnectionConfig> connections) {
        MappingSet.Builder mappings = MappingSet.builder();
        mappings.version(config.find("mappings.version", "a whole number from 1 on", ShopConfigReader::version)
                .orElse(1));
        for (ConnectionConfig connection : connections) {
            if (connection instanceof ConnectionConfig.Channel channel) {
                mappings.putStatusMap(channel.id(), channel.statuses())
                        .putDictionary(channel.id(), channel.dictionary());
            }
        }
        return mappings.build();
    }

    private static int version(String text) {
        int version = Integer.parseInt(text);
        if (version < 1) {
            throw new IllegalArgumentException("not from 1 on");
        }
        return version;
    }

    private RuleSet rules() {
        Optional<Path> file = config.find("rules").map(config.folder()::resolve);
        if (file.isEmpty()) {
            return RuleSet.EMPTY;
        }
        try {
            return RuleSets.parse(Files.readString(file.get()));
        } catch (IOException unreadable) {
            config.problem("rules", "expected a file of rules, which " + file.get() + " is not");
        } catch (OrderweaveException wrong) {
            config.problem("rules", file.get() + ": " + wrong.getMessage());
        }
        return RuleSet.EMPTY;
    }
}
