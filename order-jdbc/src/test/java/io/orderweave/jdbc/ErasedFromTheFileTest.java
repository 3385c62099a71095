package io.orderweave.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.channel.ChannelId;
import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.Connection;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Settings;
import io.orderweave.connection.SettingsSchema;
import io.orderweave.courier.Courier;
import io.orderweave.courier.CourierFactory;
import io.orderweave.courier.CourierProfile;
import io.orderweave.courier.CreateAnswer;
import io.orderweave.courier.Labels;
import io.orderweave.courier.ShipmentRequest;
import io.orderweave.courier.ShipmentSearch;
import io.orderweave.courier.Tracking;
import io.orderweave.document.BankAccount;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.NumberSeries;
import io.orderweave.document.Seller;
import io.orderweave.event.Actor;
import io.orderweave.id.LineId;
import io.orderweave.id.OrderId;
import io.orderweave.id.RuleId;
import io.orderweave.id.SellerId;
import io.orderweave.id.SeriesId;
import io.orderweave.money.Money;
import io.orderweave.order.Delivery;
import io.orderweave.order.NewOrder;
import io.orderweave.order.Note;
import io.orderweave.order.OrderLine;
import io.orderweave.order.PaymentTerms;
import io.orderweave.party.Country;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.payment.BankTransaction;
import io.orderweave.payment.PaymentSource;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Trigger;
import io.orderweave.shipment.Parcel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The law of erasure, held against every table and, in the end, against the bytes of the file. */
class ErasedFromTheFileTest {

    private static final Actor ANNA = Actor.operator("anna");
    private static final ConnectionId BANK = new ConnectionId("bank");
    private static final ConnectionId COURIER = new ConnectionId("courier");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final String GRETA = "Gréta-Einmalig";
    private static final String OSKAR = "Oskar-Anderswo";

    @TempDir
    Path folder;

    private final List<PaymentSource.Item> transfers = new ArrayList<>();
    private JdbcStores stores;
    private OrderHub hub;

    @BeforeEach
    void open() {
        stores = JdbcStores.sqlite(folder.resolve("book.db"), Clock.systemUTC());
        stores.migrate();
        hub = OrderHub.builder()
                .stores(stores)
                .seller(seller())
                .courier(new OneCourier())
                .connection(Connection.builder()
                        .id(COURIER)
                        .system(OneCourier.SYSTEM)
                        .settings(Settings.none())
                        .build())
                .paymentSource(
                        BANK,
                        (from, limit) -> new PaymentSource.Batch(
                                List.copyOf(transfers.subList(
                                        from.map(at -> Integer.parseInt(at.value()))
                                                .orElse(0),
                                        transfers.size())),
                                new Checkpoint(1, String.valueOf(transfers.size())),
                                false))
                .renderer(document ->
                        ("%PDF " + document.number() + document.buyer().displayName()).getBytes(StandardCharsets.UTF_8))
                .rules(RuleSet.of(
                        1,
                        Rule.builder()
                                .id(new RuleId("ship"))
                                .name("ship")
                                .trigger(Trigger.on("payment.received"))
                                .condition(Condition.always())
                                .addAction(new Action.CreateShipment(COURIER, Optional.empty(), Parcel.ofGrams(500)))
                                .build()))
                .build();
    }

    @AfterEach
    void close() {
        hub.close();
        stores.close();
    }

    @Test
    void noTableHoldsAnythingOfThePersonAndNoOtherRowHasChanged() throws SQLException {
        OrderId greta = sell("N-1", GRETA);
        OrderId oskar = sell("N-2", OSKAR);
        Map<String, String> before = rows();
        assertThat(holding(before, GRETA)).hasSizeGreaterThan(8);

        assertThat(hub.privacy().erase(greta, "request 7", ANNA).erased()).containsExactly(greta);

        Map<String, String> after = rows();
        assertThat(holding(after, GRETA)).isEmpty();
        assertThat(holding(after, OSKAR)).isEqualTo(holding(before, OSKAR));
        assertThat(holding(after, oskar.value())).isEqualTo(holding(before, oskar.value()));
    }

    @Test
    void theFileHoldsNothingEitherOnceItIsVacuumed() throws SQLException, IOException {
        OrderId greta = sell("N-1", GRETA);
        hub.privacy().erase(greta, "request 7", ANNA);

        execute("VACUUM");
        execute("PRAGMA wal_checkpoint(TRUNCATE)");

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                            .doesNotContain(GRETA));
        }
    }

    /** Everything that happens to an order: noted, asked to pay, paid, shipped. */
    private OrderId sell(String number, String name) {
        OrderId id = hub.orders().place(order(number, name), ANNA).id();
        hub.orders().addNote(id, name + " called", Note.Audience.INTERNAL, ANNA);
        hub.documents().issue(id, DocumentKind.PROFORMA, ANNA);
        hub.effects().runDue();
        transfers.add(new PaymentSource.Item.Received(BankTransaction.builder()
                .replayKey(number)
                .amount(Money.of("20.00", "EUR"))
                .bookedOn(LocalDate.of(2026, 3, 1))
                .receivedAt(stores.now())
                .ownAccount("SK31")
                .message(number + " " + name)
                .counterpartyName(name)
                .build()));
        hub.pull(BANK);
        hub.effects().runDue();
        assertThat(hub.shipments().of(id)).hasSize(1);
        return id;
    }

    private static NewOrder order(String number, String name) {
        Party buyer = Party.builder()
                .personName(name)
                .email(name + "@example.org")
                .address(PostalAddress.builder()
                        .street(name + " 1")
                        .city("Košice")
                        .postalCode("040 01")
                        .country(new Country("SK"))
                        .build())
                .build();
        return NewOrder.builder()
                .number(number)
                .seller(new SellerId("shop"))
                .currency(EUR)
                .addLine(OrderLine.builder()
                        .id(new LineId("l1"))
                        .name("Book")
                        .quantity(1)
                        .unitPrice(Money.of("20.00", "EUR"))
                        .build())
                .buyer(buyer)
                .delivery(Delivery.builder().recipient(buyer).build())
                .payment(PaymentTerms.builder()
                        .timing(PaymentTerms.Timing.PREPAID)
                        .build())
                .build();
    }

    private static Seller seller() {
        return Seller.builder()
                .id(new SellerId("shop"))
                .profile(Party.builder().company("Shop").build())
                .zone(ZoneId.of("Europe/Bratislava"))
                .language(Locale.forLanguageTag("sk"))
                .vatPayer(false)
                .addBankAccount(new BankAccount(EUR, "SK3112000000198742637541", Optional.empty(), Optional.empty()))
                .addSeries(NumberSeries.builder()
                        .id(new SeriesId("proformas"))
                        .kind(DocumentKind.PROFORMA)
                        .mask("PF{YY}9{NNNN}")
                        .build())
                .build();
    }

    /** Without their positions: rows before them may be gone. */
    private static List<String> holding(Map<String, String> rows, String text) {
        return rows.entrySet().stream()
                .filter(row -> row.getValue().contains(text))
                .map(row -> row.getKey().replaceAll(" .*", " ") + row.getValue())
                .sorted()
                .toList();
    }

    /** Every row of every table as text, by table and position. */
    private Map<String, String> rows() throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        try (java.sql.Connection connection = connect();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1, 2")) {
                    for (int i = 0; row.next(); i++) {
                        rows.put(table + " " + i, text(row));
                    }
                }
            }
        }
        return rows;
    }

    private static String text(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            Object value = row.getObject(column);
            text.append(value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value)
                    .append('|');
        }
        return text.toString();
    }

    private void execute(String sql) throws SQLException {
        try (java.sql.Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private java.sql.Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("book.db"));
    }

    /** Takes every shipment and writes the recipient on its label. */
    private static final class OneCourier implements CourierFactory, Courier {

        static final ChannelId SYSTEM = new ChannelId("one-courier");

        private final Map<String, ShipmentRequest> taken = new TreeMap<>();

        @Override
        public ChannelId courier() {
            return SYSTEM;
        }

        @Override
        public SettingsSchema settings() {
            return SettingsSchema.of();
        }

        @Override
        public Courier create(ConnectionId connection, Settings settings, Clock clock) {
            return this;
        }

        @Override
        public CourierProfile profile() {
            return CourierProfile.builder()
                    .deliversToAddresses(true)
                    .deliversToPoints(false)
                    .trackingBatch(10)
                    .settleTime(Duration.ofMinutes(5))
                    .callDeadline(Duration.ofSeconds(30))
                    .build();
        }

        @Override
        public void probe() {}

        @Override
        public CreateAnswer create(ShipmentRequest request) {
            String id = "C" + (taken.size() + 1);
            taken.put(id, request);
            return new CreateAnswer.Created(
                    id,
                    "T-" + id,
                    Optional.of("https://courier.example/" + id + "?to="
                            + request.recipient().displayName()));
        }

        @Override
        public CreateAnswer resume(String handle) {
            throw new IllegalStateException("nothing is underway: " + handle);
        }

        @Override
        public Optional<ShipmentSearch> search() {
            return Optional.empty();
        }

        @Override
        public Labels labels() {
            return id -> new Labels.Label(
                    ("%PDF to "
                                    + Objects.requireNonNull(taken.get(id))
                                            .recipient()
                                            .displayName())
                            .getBytes(StandardCharsets.UTF_8),
                    "application/pdf");
        }

        @Override
        public Tracking tracking() {
            return shipments -> Map.of();
        }
    }
}
