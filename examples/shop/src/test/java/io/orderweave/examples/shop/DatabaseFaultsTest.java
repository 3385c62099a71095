package io.orderweave.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that cannot be used is told in words, and nothing else happens. */
class DatabaseFaultsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A folder, no database, a folder that cannot be made, and a server that is not there.
                "sqlite:mails",
                "sqlite:rules.json",
                "sqlite:rules.json/shop.db",
                "jdbc:postgresql://127.0.0.1:1/shop"
            })
    void isToldInWords(String database) {
        try (SimulatedShop shop = new SimulatedShop(folder, database)) {
            Program.Result run = shop.run("run", "--once");

            assertThat(run.code()).isEqualTo(ExitCodes.FAILED);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("database").doesNotContain("Exception");
            assertThat(shop.allegro().requests()).isEmpty();
        }
    }
}
