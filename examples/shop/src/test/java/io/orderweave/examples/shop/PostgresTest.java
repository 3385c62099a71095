package io.orderweave.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {

    @TempDir
    Path folder;

    @Test
    void keepsItsBookInPostgresqlAsWell() throws IOException {
        // What this server keeps need not outlive a power cut.
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .start();
                SimulatedShop shop = new SimulatedShop(folder, server.getJdbcUrl("postgres", "postgres"))) {
            shop.buyMug();

            // Here the database's clock tells what is due, and that one is not virtual: nothing is waited for.
            Program.Result run = shop.run("run", "--once", "--wait=0s");

            assertThat(run.code()).as(run.out() + run.err()).isZero();
            assertThat(shop.run("orders").out()).contains("1 order");
            assertThat(shop.inpost().counters().shipments()).isOne();
        }
    }
}
