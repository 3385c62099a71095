package io.orderweave.examples.shop.config;

import io.orderweave.connection.SecretKeys;
import io.orderweave.document.Seller;
import io.orderweave.mapping.MappingSet;
import io.orderweave.rule.RuleSet;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** Everything the shop's command line is told by its configuration file. Prints no secret. */
public record ShopConfig(
        DatabaseConfig database,
        String node,
        SecretKeys keys,
        Seller seller,
        List<ConnectionConfig> connections,
        RuleSet rules,
        MappingSet mappings) {

    public ShopConfig {
        connections = List.copyOf(connections);
    }

    /**
     * Reads the file.
     *
     * @param environment gives the value of a variable, or null
     * @throws ConfigException with every mistake, a line each: file, line, key, what was expected
     */
    public static ShopConfig read(Path path, UnaryOperator<String> environment) {
        return new ShopConfigReader(Config.read(path, environment)).read();
    }

    @Override
    public String toString() {
        return "ShopConfig[" + database + ", " + connections + "]";
    }
}
