package io.orderweave.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.OrderHubBuilder;
import io.orderweave.connection.SecretKeys;
import io.orderweave.document.Seller;
import io.orderweave.event.Actor;
import io.orderweave.id.LineId;
import io.orderweave.id.OrderId;
import io.orderweave.id.SellerId;
import io.orderweave.money.Money;
import io.orderweave.order.ArchiveReport;
import io.orderweave.order.Delivery;
import io.orderweave.order.NewOrder;
import io.orderweave.order.Order;
import io.orderweave.order.OrderLine;
import io.orderweave.order.OrderQuery;
import io.orderweave.order.PaymentTerms;
import io.orderweave.party.Party;
import io.orderweave.privacy.ErasureReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every Java block of docs/privacy.md stands in this file, where it compiles and runs. */
class PrivacyGuideTest {

    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Actor ANNA = Actor.operator("anna");

    @TempDir
    Path folder;

    @Test
    void everyBlockOfTheGuideStandsHere() throws IOException {
        String code = unindented(Files.readString(Path.of("src/test/java/io/orderweave/jdbc/PrivacyGuideTest.java")));

        List<String> blocks = BLOCK.matcher(Files.readString(Path.of("../docs/privacy.md")))
                .results()
                .map(block -> unindented(block.group(1)))
                .toList();

        assertThat(blocks).hasSize(4).allSatisfy(block -> assertThat(code).contains(block));
    }

    @Test
    void erasesACustomerAndArchivesTheRest() {
        Instant start = Instant.parse("2026-03-01T12:00:00Z");
        Path file = folder.resolve("orders.db");
        OrderId id = place(file, Clock.fixed(start, ZoneOffset.UTC));

        Clock later = Clock.fixed(start.plus(Duration.ofDays(731)), ZoneOffset.UTC);
        try (JdbcStores stores = JdbcStores.sqlite(file, later);
                OrderHub hub = encrypted(builder(stores, later), key(2), key(1))) {
            assertThat(eraseOnRequest(hub, "jana@example.org").erased()).containsExactly(id);
            assertThat(hub.orders().find(id).flatMap(order -> order.buyer().personName()))
                    .contains("erased");
            keepHouse(hub);
            assertThat(hub.orders().count(OrderQuery.all())).isZero();
            assertThat(hub.orders().find(id)).map(Order::number).contains("N-1");
        }
    }

    private static OrderId place(Path file, Clock clock) {
        try (JdbcStores stores = JdbcStores.sqlite(file, clock)) {
            stores.migrate();
            OrderHub hub = builder(stores, clock).build();
            OrderId id = hub.orders().place(order(), ANNA).id();
            hub.orders().cancel(id, "buyer asked", ANNA);
            hub.close();
            return id;
        }
    }

    private static OrderHub encrypted(OrderHubBuilder builder, byte[] newKey, byte[] oldKey) {
        OrderHub hub = builder.encryption(SecretKeys.of("2027", newKey).withOlder("2026", oldKey))
                .build();
        hub.reencryptTokens();
        return hub;
    }

    private static ErasureReport eraseOnRequest(OrderHub hub, String email) {
        ErasureReport report = hub.privacy().eraseCustomer(email, "request 2027-15", Actor.operator("anna"));
        report.refused().forEach(refused -> tell(refused.order() + " waits for " + refused.effects()));
        report.keptDocuments().forEach(kept -> tell(kept.number() + " stays until " + kept.until()));
        return report;
    }

    private static void keepHouse(OrderHub hub) {
        hub.privacy().purgeExpiredDocuments(Actor.host("nightly"));

        ArchiveReport run;
        do {
            run = hub.archive(Duration.ofDays(730), 500, Actor.host("nightly"));
        } while (run.more());

        List<Order> archived = hub.orders()
                .find(OrderQuery.builder().archived(true).limit(50).build())
                .orders();
        archived.forEach(order -> tell("archived: " + order.number()));
    }

    private static void tell(String line) {
        assertThat(line).isNotBlank();
    }

    private static OrderHubBuilder builder(JdbcStores stores, Clock clock) {
        return OrderHub.builder()
                .stores(stores)
                .clock(clock)
                .seller(Seller.of(new SellerId("shop"), "Shop", ZoneId.of("Europe/Prague")));
    }

    private static NewOrder order() {
        return NewOrder.builder()
                .number("N-1")
                .seller(new SellerId("shop"))
                .currency(Currency.getInstance("CZK"))
                .addLine(OrderLine.builder()
                        .id(new LineId("l1"))
                        .name("Book")
                        .quantity(1)
                        .unitPrice(Money.of("250", "CZK"))
                        .build())
                .buyer(Party.builder()
                        .personName("Jana Nová")
                        .email("jana@example.org")
                        .build())
                .delivery(Delivery.builder().build())
                .payment(PaymentTerms.builder()
                        .timing(PaymentTerms.Timing.PREPAID)
                        .build())
                .build();
    }

    private static byte[] key(int number) {
        return String.format("%032d", number).getBytes(StandardCharsets.US_ASCII);
    }

    private static String unindented(String code) {
        return code.replaceAll("(?m)^ +", "").strip();
    }
}
