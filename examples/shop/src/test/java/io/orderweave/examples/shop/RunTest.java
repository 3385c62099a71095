package io.orderweave.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.simulator.Fault;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {

    @TempDir
    Path folder;

    private SimulatedShop shop;

    @BeforeEach
    void open() {
        shop = new SimulatedShop(folder);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void bringsOrdersInAndDoesWhatTheRulesWant() {
        shop.buyMug();

        SimulatedShop.Result run = shop.run("run", "--once", "--wait=20s");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.out()).contains("allegro: 1 new");
        assertThat(shop.inpost().counters().shipments()).isEqualTo(1);
        assertThat(shop.run("orders").out()).contains("packing").contains("1 orders");
    }

    @Test
    void aSecondRunWithNothingNewChangesNothing() throws SQLException {
        shop.buyMug();
        shop.orderMugByTransfer();
        shop.run("run", "--once", "--wait=20s");
        // The first run's own writes come back with the next pull; then nothing is new.
        shop.run("run", "--once", "--wait=20s");
        Map<String, List<String>> before = rows();

        SimulatedShop.Result again = shop.run("run", "--once", "--wait=1s");

        assertThat(again.code()).as(again.out()).isZero();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void tellsTheShellThatAPersonMustLookWhenSomethingIsInDoubt() {
        shop.buyMug();
        shop.inpost().faults().on("POST", ".*/shipments").always(Fault.cutAfterWrite());

        SimulatedShop.Result run = shop.run("run", "--once", "--wait=0s");

        assertThat(run.code()).as(run.out()).isEqualTo(ExitCodes.LOOK);
        assertThat(run.out()).contains("in doubt: order/").contains("/shipment/1 IN_DOUBT");
    }

    @Test
    void tellsTheShellThatAPersonMustLookWhenAnOrderCannotBeRead() {
        String form = shop.buyMug();
        shop.allegro().buyers().edit(form, json -> json.put("lineItems", "none"));

        SimulatedShop.Result run = shop.run("run", "--once", "--wait=0s");

        assertThat(run.code()).as(run.out()).isEqualTo(ExitCodes.LOOK);
        assertThat(run.out()).contains("in quarantine: allegro " + form);
    }

    @Test
    void listsWhatIsStillPendingAndIsContent() {
        shop.orderMugByTransfer();
        shop.inpost().faults().on("POST", ".*/shipments").always(Fault.status(503, Map.of(), "busy"));
        shop.buyMug();

        SimulatedShop.Result run = shop.run("run", "--once", "--wait=0s");

        assertThat(run.out()).contains("/shipment/1");
    }

    @Test
    void aConnectionThatCannotBePulledKeepsNoOtherBack() throws IOException {
        shop.buyMug();
        Files.delete(folder.resolve("mails"));
        Files.writeString(folder.resolve("mails"), "no folder");

        SimulatedShop.Result run = shop.run("run", "--once", "--wait=0s");

        assertThat(run.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(run.out()).contains("allegro: 1 new").contains("fio: not pulled: ");
    }

    @Test
    void keepsItsBookInPostgresqlAsWell() throws IOException {
        Path other = Files.createDirectory(folder.resolve("postgres"));
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                SimulatedShop onServer = new SimulatedShop(other, server.getJdbcUrl("postgres", "postgres"))) {
            onServer.buyMug();

            SimulatedShop.Result run = onServer.run("run", "--once", "--wait=20s");

            assertThat(run.code()).as(run.out() + run.err()).isZero();
            assertThat(onServer.run("orders").out()).contains("1 orders");
        }
    }

    /** Everything in the database but the leases, by table. */
    private Map<String, List<String>> rows() throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("shop.db"));
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery(
                    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%leases'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                rows.put(table, rowsOf(statement, table));
            }
        }
        return rows;
    }

    private static List<String> rowsOf(Statement statement, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("SELECT * FROM " + table)) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= columns; column++) {
                    Object value = found.getObject(column);
                    row.append(
                                    value instanceof byte[] bytes
                                            ? new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
                                            : value)
                            .append('|');
                }
                rows.add(row.toString());
            }
        }
        rows.sort(null);
        return rows;
    }
}
