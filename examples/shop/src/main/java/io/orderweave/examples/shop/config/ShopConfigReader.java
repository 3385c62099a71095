package io.orderweave.examples.shop.config;

import io.orderweave.connection.SecretKeys;
import io.orderweave.document.Seller;
import io.orderweave.id.SellerId;
import io.orderweave.mapping.MappingSet;
import io.orderweave.rule.FieldCatalogue;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.RuleSets;
import io.orderweave.written.WrittenFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Reads a whole configuration; its parts have readers of their own. */
final class ShopConfigReader {

    private static final String RULES = "rules";
    private static final String SQLITE = "sqlite:";
    private static final String POSTGRES = "jdbc:postgresql:";

    private final Config config;

    ShopConfigReader(Config config) {
        this.config = config;
    }

    ShopConfig read() {
        Optional<DatabaseConfig> database = database();
        SellerId sellerId = config.find("seller.id", "a name without white space", SellerId::new)
                .orElse(new SellerId("shop"));
        Optional<Seller> seller = new SellerReader(config, sellerId).read();
        Systems systems = Systems.installed();
        Optional<List<ConnectionConfig>> connections = new ConnectionReader(config, systems, sellerId).read();
        String node = config.find("node", "this machine's name").orElse("shop");
        SecretKeys keys = keys();
        Optional<Path> rulesFile = config.find(RULES, "a file of rules", config.folder()::resolve);
        RuleSet rules = rulesFile.flatMap(this::rules).orElse(RuleSet.EMPTY);
        MappingSet mappings = mappings(connections.orElse(List.of()));
        // Only with all of them a hub says of the rules what is true.
        if (seller.isPresent() && connections.isPresent()) {
            HubCheck check = new HubCheck(systems, seller.get(), connections.get());
            check.checkSeries(config);
            rulesFile.ifPresent(
                    file -> check.problems(rules).forEach(problem -> config.problem(RULES, file + ": " + problem)));
        }
        config.requireSound();
        return new ShopConfig(
                database.orElseThrow(), node, keys, seller.orElseThrow(), connections.orElseThrow(), rules, mappings);
    }

    private Optional<DatabaseConfig> database() {
        Optional<String> user = config.find("database.user", "a user's name");
        Optional<String> password = config.find("database.password", "a password");
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

    private Optional<RuleSet> rules(Path file) {
        try {
            String json = Files.readString(file);
            List<WrittenFault> faults = RuleSets.problems(json, FieldCatalogue.standard());
            faults.forEach(fault -> config.problem(RULES, file + ": " + fault));
            return faults.isEmpty() ? Optional.of(RuleSets.parse(json)) : Optional.empty();
        } catch (IOException unreadable) {
            config.problem(RULES, "expected a file of rules, which " + file + " is not");
            return Optional.empty();
        }
    }
}
