package io.orderweave.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.NumberSeries;
import io.orderweave.document.Seller;
import io.orderweave.effect.EffectState;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.LineId;
import io.orderweave.id.OrderId;
import io.orderweave.id.SellerId;
import io.orderweave.id.SeriesId;
import io.orderweave.money.Money;
import io.orderweave.order.Delivery;
import io.orderweave.order.NewOrder;
import io.orderweave.order.OrderLine;
import io.orderweave.order.PaymentTerms;
import io.orderweave.party.Party;
import io.orderweave.rule.LimitState;
import io.orderweave.rule.RuleEvent;
import io.orderweave.rule.RuleSets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule with a limit does so many and no more on all nodes together, also when nothing but a database is between them. */
class RuleLimitNodesTest {

    private static final Actor ANNA = Actor.operator("anna");
    private static final String PREFIX = "limits_";
    private static final int ORDERS = 30;
    private static final int AT_MOST = 7;

    @TempDir
    Path folder;

    @Test
    void holdsOnPostgres() throws Exception {
        TwoNodes.onPostgres(PREFIX, RuleLimitNodesTest::holds);
    }

    @Test
    void holdsOnOneSqliteFile() throws Exception {
        TwoNodes.onOneSqliteFile(folder, RuleLimitNodesTest::holds);
    }

    private static void holds(JdbcStores storesOfOne, JdbcStores storesOfTwo, Clock clock) throws Exception {
        try (OrderHub one = hub(storesOfOne, clock, "one");
                OrderHub two = hub(storesOfTwo, clock, "two")) {
            List<OrderId> orders = new ArrayList<>();
            for (int i = 0; i < ORDERS; i++) {
                orders.add(one.orders().place(order("T" + i), ANNA).id());
            }

            runTogether(List.of(one, two));

            assertThat(one.effects().counts())
                    .containsEntry(EffectState.DONE, (long) AT_MOST)
                    .as("the invoices that wait, and for each one issued its drawing")
                    .containsEntry(EffectState.PLANNED, (long) ORDERS);
            assertThat(orders.stream()
                            .flatMap(order -> two.documents().of(order).stream())
                            .map(document -> document.number()))
                    .hasSize(AT_MOST)
                    .doesNotHaveDuplicates();
            assertThat(two.rules().limits()).extracting(LimitState::used).containsExactly(AT_MOST);
            assertThat(orders.stream()
                            .flatMap(order -> one.journal().history(Subject.of(order), 1, 100).stream())
                            .flatMap(entry -> entry.event().stream())
                            .filter(RuleEvent.LimitReached.class::isInstance))
                    .as("a person is called once")
                    .hasSize(1);
        }
    }

    /** Both run at the same time until neither finds anything due. */
    private static void runTogether(List<OrderHub> nodes) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(nodes.size());
        try {
            CyclicBarrier start = new CyclicBarrier(nodes.size());
            List<Future<?>> runs = new ArrayList<>();
            for (OrderHub node : nodes) {
                runs.add(threads.submit(() -> {
                    start.await(20, TimeUnit.SECONDS);
                    return node.effects().runDue();
                }));
            }
            for (Future<?> run : runs) {
                run.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static OrderHub hub(JdbcStores stores, Clock clock, String node) {
        return OrderHub.builder()
                .stores(stores)
                .clock(clock)
                .node(node)
                .seller(seller())
                .rules(RuleSets.parse("""
                        {"version": 1, "rules": [{"id": "bills", "on": "order.placed",
                          "then": [{"do": "issue-document", "kind": "invoice"}],
                          "limit": {"atMost": %d, "per": "PT24H"}}]}""".formatted(AT_MOST)))
                .build();
    }

    private static Seller seller() {
        return Seller.builder()
                .id(new SellerId("shop"))
                .profile(Party.builder().company("Shop").build())
                .zone(ZoneId.of("Europe/Prague"))
                .language(Locale.ENGLISH)
                .vatPayer(false)
                .addSeries(NumberSeries.builder()
                        .id(new SeriesId("invoices"))
                        .kind(DocumentKind.INVOICE)
                        .mask("FV{YYYY}{NNNN}")
                        .build())
                .build();
    }

    private static NewOrder order(String number) {
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
}
