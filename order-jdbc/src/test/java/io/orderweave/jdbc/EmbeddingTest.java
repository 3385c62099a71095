package io.orderweave.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.ConnectionId;
import io.orderweave.document.Seller;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.id.LineId;
import io.orderweave.id.OrderId;
import io.orderweave.id.SellerId;
import io.orderweave.money.Money;
import io.orderweave.order.Delivery;
import io.orderweave.order.NewOrder;
import io.orderweave.order.Order;
import io.orderweave.order.OrderChange;
import io.orderweave.order.OrderLine;
import io.orderweave.order.OrderListener;
import io.orderweave.order.OrderQuery;
import io.orderweave.order.PaymentTerms;
import io.orderweave.party.Party;
import io.orderweave.payment.PaymentSource;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.RuleSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Every Java block of docs/embedding.md stands in this file, where it compiles and runs. */
class EmbeddingTest {

    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final ConnectionId BANK = new ConnectionId("bank");
    private static final Actor ANNA = Actor.operator("anna");

    @TempDir
    Path folder;

    private final CountDownLatch polled = new CountDownLatch(2);
    private final PaymentSource bank = (from, limit) -> {
        polled.countDown();
        return new PaymentSource.Batch(List.of(), new Checkpoint(1, "end"), false);
    };
    private HostConnections connections;
    private JdbcStores stores;
    private OrderHub hub;

    @BeforeEach
    void embed() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        SQLiteDataSource dataSource = new SQLiteDataSource(config);
        dataSource.setUrl("jdbc:sqlite:" + folder.resolve("shop.db"));
        connections = new HostConnections(dataSource);
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE shop_orders (order_id TEXT PRIMARY KEY, number TEXT, status TEXT)");
        }
        stores = JdbcStores.builder().connections(connections).build();
        stores.migrate();
        hub = build(stores, Clock.systemUTC(), seller(), bank, connections);
    }

    @AfterEach
    void close() {
        hub.close();
        stores.close();
    }

    @Test
    void everyBlockOfTheGuideStandsHere() throws IOException {
        String code = unindented(Files.readString(Path.of("src/test/java/io/orderweave/jdbc/EmbeddingTest.java")));

        List<String> blocks = BLOCK.matcher(Files.readString(Path.of("../docs/embedding.md")))
                .results()
                .map(block -> unindented(block.group(1)))
                .toList();

        assertThat(blocks).hasSize(8).allSatisfy(block -> assertThat(code).contains(block));
    }

    @Test
    void keepsTheHostsTableInStep() throws SQLException {
        Order order = hub.orders().place(phoneOrder("PHONE-1"), ANNA);
        assertThat(shopOrders()).containsExactly("PHONE-1 new");

        hub.orders().cancel(order.id(), "buyer asked", ANNA);

        assertThat(shopOrders()).containsExactly("PHONE-1 cancelled");
    }

    @Test
    void isRolledBackByAListenerThatFails() throws SQLException {
        try (Connection connection = connections.open();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE shop_orders");
        }

        assertThatThrownBy(() -> hub.orders().place(phoneOrder("PHONE-1"), ANNA))
                .isInstanceOf(IllegalStateException.class);

        assertThat(hub.orders().find(OrderQuery.all()).orders()).isEmpty();
    }

    @Test
    void commitsTheHostsWorkAndOursTogether() throws SQLException {
        OrderId id = placeWithBasket(hub, phoneOrder("PHONE-1"));

        assertThat(hub.orders().find(id)).isPresent();
        assertThat(shopOrders()).containsExactlyInAnyOrder("PHONE-1 new", "PHONE-1 basket");
    }

    @Test
    void rollsBackTheHostsWorkAndOursTogether() throws SQLException {
        assertThatThrownBy(() -> hub.inTransaction(() -> {
                    placeWithBasket(hub, phoneOrder("PHONE-1"));
                    throw new IllegalStateException("the host changed its mind");
                }))
                .hasMessage("the host changed its mind");

        assertThat(hub.orders().find(OrderQuery.all()).orders()).isEmpty();
        assertThat(shopOrders()).isEmpty();
    }

    @Test
    void joinsATransactionTheHostBegan() throws SQLException {
        connections.begin();
        Order order = hub.orders().place(phoneOrder("PHONE-1"), ANNA);
        connections.commit();

        assertThat(hub.orders().find(order.id())).isPresent();
        assertThat(shopOrders()).containsExactly("PHONE-1 new");
    }

    @Test
    void isUndoneWhenTheHostRollsBack() throws SQLException {
        connections.begin();
        Order order = hub.orders().place(phoneOrder("PHONE-1"), ANNA);
        connections.rollback();

        assertThat(hub.orders().find(order.id())).isEmpty();
        assertThat(shopOrders()).isEmpty();
    }

    @Test
    void worksFromTheHostsScheduler() {
        work(hub, List.of(BANK, new ConnectionId("unknown")));

        assertThat(polled.getCount()).isEqualTo(1);
    }

    @Test
    void runsEffectsSideBySide() {
        ExecutorService workers = Executors.newCachedThreadPool();
        try {
            hub.effects().runDue(workers, 8);
        } finally {
            workers.shutdownNow();
        }

        assertThat(hub.effects().backlog()).isEmpty();
    }

    @Test
    void worksByItself() throws InterruptedException {
        hub.start(Duration.ofMillis(10), Duration.ofMillis(10));

        assertThat(polled.await(60, TimeUnit.SECONDS)).isTrue();
    }

    private static OrderHub build(
            JdbcStores stores, Clock clock, Seller seller, PaymentSource bank, HostConnections connections) {
        RuleSet rules = RuleSets.parse("""
                {
                  "version": 1,
                  "rules": [
                    {"id": "welcome", "on": "order.confirmed", "then": [{"do": "add-tag", "tag": "new"}]}
                  ]
                }
                """);
        return OrderHub.builder()
                .stores(stores)
                .clock(clock)
                .seller(seller)
                .paymentSource(BANK, bank)
                .rules(rules)
                .listener(new ShopTable(connections))
                .build();
    }

    static void work(OrderHub hub, List<ConnectionId> pulled) {
        for (ConnectionId connection : pulled) {
            try {
                hub.pull(connection);
            } catch (OrderweaveException fault) {
                LOG.warn("Connection {} could not be pulled; it is tried again", connection, fault);
            }
        }
        hub.effects().runDue();
    }

    private OrderId placeWithBasket(OrderHub hub, NewOrder wanted) {
        return hub.inTransaction(() -> {
            Order order = hub.orders().place(wanted, ANNA);
            rememberBasket(connections.here(), order);
            return order.id();
        });
    }

    private static void rememberBasket(Connection connection, Order order) {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO shop_orders VALUES (?, ?, ?)")) {
            insert.setString(1, "basket-of-" + order.id());
            insert.setString(2, order.number());
            insert.setString(3, "basket");
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot remember the basket of order " + order.id(), e);
        }
    }

    private List<String> shopOrders() throws SQLException {
        try (Connection connection = connections.open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT number, status FROM shop_orders")) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1) + " " + rows.getString(2));
            }
            return found;
        }
    }

    private static Seller seller() {
        return Seller.builder()
                .id(new SellerId("shop"))
                .profile(Party.builder().company("Shop").build())
                .zone(ZoneId.of("Europe/Prague"))
                .language(Locale.ENGLISH)
                .vatPayer(false)
                .build();
    }

    private static NewOrder phoneOrder(String number) {
        return NewOrder.builder()
                .number(number)
                .seller(new SellerId("shop"))
                .currency(Currency.getInstance("CZK"))
                .addLine(OrderLine.builder()
                        .id(new LineId("1"))
                        .name("Shoes")
                        .quantity(1)
                        .unitPrice(Money.of("990", "CZK"))
                        .build())
                .buyer(Party.builder().personName("Jana Nová").build())
                .delivery(Delivery.builder().build())
                .payment(PaymentTerms.builder()
                        .timing(PaymentTerms.Timing.PREPAID)
                        .build())
                .build();
    }

    private static String unindented(String code) {
        return code.replaceAll("(?m)^ +", "").strip();
    }

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingTest.class);
}

/** The connections of the shop: of its own transactions, and of those that the library opens. */
final class HostConnections implements ConnectionProvider {

    private static final ThreadLocal<Connection> OWN = new ThreadLocal<>();
    private static final ThreadLocal<Connection> OPENED = new ThreadLocal<>();

    private final DataSource dataSource;

    HostConnections(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Optional<Connection> current() {
        return Optional.ofNullable(OWN.get());
    }

    @Override
    public Connection open() throws SQLException {
        Connection connection = dataSource.getConnection();
        OPENED.set(connection);
        return connection;
    }

    /** The connection of the transaction that is open on this thread, whoever opened it. */
    Connection here() {
        return current().orElseGet(OPENED::get);
    }

    void begin() throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        OWN.set(connection);
    }

    void commit() throws SQLException {
        try (Connection connection = OWN.get()) {
            connection.commit();
        } finally {
            OWN.remove();
        }
    }

    void rollback() throws SQLException {
        try (Connection connection = OWN.get()) {
            connection.rollback();
        } finally {
            OWN.remove();
        }
    }
}

/** Keeps the shop's own table in step with the order book. */
final class ShopTable implements OrderListener {

    private final HostConnections connections;

    ShopTable(HostConnections connections) {
        this.connections = connections;
    }

    @Override
    public void changed(OrderChange change) {
        Order order = change.after();
        String sql = "INSERT INTO shop_orders VALUES (?, ?, ?)"
                + " ON CONFLICT (order_id) DO UPDATE SET number = excluded.number, status = excluded.status";
        try (PreparedStatement upsert = connections.here().prepareStatement(sql)) {
            upsert.setString(1, order.id().value());
            upsert.setString(2, order.number());
            upsert.setString(3, order.status().value());
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot keep order " + order.id() + " in step", e);
        }
    }
}
