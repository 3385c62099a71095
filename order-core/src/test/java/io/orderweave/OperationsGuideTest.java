package io.orderweave;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.channel.ExternalRef;
import io.orderweave.channel.RemoteAccount;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connector.InboundEndpoint.InboundRequest;
import io.orderweave.connector.InboundEndpoint.InboundResponse;
import io.orderweave.document.Document;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.IssuedDocument;
import io.orderweave.effect.Backlog;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectFilter;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.event.Actor;
import io.orderweave.id.LineId;
import io.orderweave.id.OrderId;
import io.orderweave.id.RuleId;
import io.orderweave.intake.OrderFate;
import io.orderweave.intake.PullReport;
import io.orderweave.money.Money;
import io.orderweave.order.Axes;
import io.orderweave.order.CancellationReason;
import io.orderweave.order.OrderQuery;
import io.orderweave.payment.Payment;
import io.orderweave.payment.Refund;
import io.orderweave.payment.RefundPart;
import io.orderweave.payment.RefundReason;
import io.orderweave.rule.Action;
import io.orderweave.rule.Limit;
import io.orderweave.rule.LimitState;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RulePlan;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Trigger;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.FakeChannel;
import io.orderweave.testing.FakeInbound;
import io.orderweave.testing.TestClock;
import io.orderweave.testing.TestShop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every Java block of docs/operations.md stands here, where it compiles and runs. */
class OperationsGuideTest {

    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    private final TestShop shop = new TestShop();
    private final TestClock clock = shop.clock;
    private final OrderHub hub = shop.open();
    private final Actor anna = Actor.operator("anna");
    private final ConnectionId channel = TestShop.CHANNEL;
    private final ConnectionId courier = TestShop.COURIER;

    @Test
    void everyBlockOfTheGuideStandsInThisTest() throws IOException {
        String code = unindented(Files.readString(Path.of("src/test/java/io/orderweave/OperationsGuideTest.java")));

        List<String> blocks = BLOCK.matcher(Files.readString(Path.of("../docs/operations.md")))
                .results()
                .map(block -> unindented(block.group(1)))
                .toList();

        assertThat(blocks).hasSize(9).allSatisfy(block -> assertThat(code).contains(block));
    }

    private static String unindented(String code) {
        return code.replaceAll("(?m)^ +", "");
    }

    @Test
    void showsWhatWaitsAndWhatIsInDoubt() {
        shop.channel.tell(ChannelOrders.paid("A1").build());
        shop.courier.notSearchable();
        shop.courier.loseNextAnswer(FakeChannel.lost());
        hub.pull(channel);
        hub.effects().runDue();
        clock.advance(Duration.ofMinutes(11));

        // What waits, by kind, connection and state, the oldest first: for metrics and alerts.
        List<Backlog> backlog = hub.effects().backlog();

        // Whatever is in doubt for longer than ten minutes.
        List<Effect> doubtful = hub.effects()
                .list(EffectFilter.builder()
                        .addStates(EffectState.IN_DOUBT)
                        .plannedBefore(clock.instant().minus(Duration.ofMinutes(10)))
                        .build());

        assertThat(backlog)
                .extracting(Backlog::kind, Backlog::state)
                .contains(org.assertj.core.groups.Tuple.tuple(EffectKind.SHIPMENT, EffectState.IN_DOUBT));
        assertThat(doubtful).extracting(effect -> effect.key().kind()).containsExactly(EffectKind.SHIPMENT);
    }

    @Test
    void pausesAndResumes() {
        hub.effects().pause(courier, "their interface sends wrong labels", anna);
        hub.effects().pause(EffectKind.INVOICE, "the accountant looks at the VAT rates", anna);

        hub.effects().resume(courier, anna);
        hub.effects().resume(EffectKind.INVOICE, anna);

        assertThat(hub.effects().pauses()).isEmpty();
    }

    @Test
    void letsARuleWithALimitGoOn() {
        Rule packs = Rule.builder()
                .from(TestShop.rule("pack-paid", Trigger.on("payment.received"), TestShop.ship()))
                .limit(new Limit(1, Duration.ofHours(1)))
                .build();
        hub.rules().apply(RuleSet.of(2, packs), anna, "one parcel an hour");
        for (String number : List.of("A1", "A2")) {
            shop.channel.tell(ChannelOrders.paid(number).build());
        }
        hub.pull(channel);
        hub.effects().runDue();

        // Where the limits stand.
        List<LimitState> limits = hub.rules().limits();

        // Looked at and right: what was done until now counts no more.
        hub.rules().clearLimit(new RuleId("pack-paid"), anna, "a sale, checked by hand");

        hub.effects().runDue();
        assertThat(limits).extracting(LimitState::used).containsExactly(1);
        assertThat(shop.courier.created()).hasSize(2);
    }

    @Test
    void hasOtherRulesLookAtOrdersThatAreThere() {
        RuleSet rules = RuleSet.of(
                2,
                TestShop.rule(
                        "bill",
                        Trigger.on("order.confirmed"),
                        new Action.IssueDocument(DocumentKind.INVOICE, Optional.empty())));
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(channel);

        hub.rules().apply(rules, anna, "invoices for transfers too");

        RulePlan plan = hub.rules()
                .plan(Set.of(new RuleId("bill")), OrderQuery.builder().build());
        plan.rows().forEach(row -> System.out.println(row.order() + ": " + row.effects()));
        hub.rules().apply(plan, anna);

        hub.effects().runDue();
        assertThat(hub.documents().of(TestShop.order(hub, "A1").id()))
                .extracting(Document::kind)
                .contains(DocumentKind.INVOICE);
    }

    @Test
    void paysBackAndCancelsAtTheChannel() {
        shop.channel.tell(ChannelOrders.paid("A1").build());
        OrderHub hub = shop.open(builder -> builder.rules(RuleSet.EMPTY));
        hub.pull(channel);
        OrderId order = TestShop.order(hub, "A1").id();
        LineId line = new LineId("A1-l1");
        LineId otherLine = new LineId("A1-l2");

        Payment payment = hub.payments().of(order).get(0);
        hub.payments()
                .refund(
                        Refund.builder()
                                .order(order)
                                .payment(payment.id())
                                .reason(RefundReason.RETURNED)
                                .addPart(new RefundPart.Pieces(line, 1, Money.of("25.00", "PLN")))
                                .reference("return-2026-7")
                                .build(),
                        anna);

        hub.orders().cancelAtChannel(order, Set.of(otherLine), CancellationReason.NO_STOCK, anna);

        hub.effects().runDue();

        assertThat(hub.orders().find(order).orElseThrow().axes().payment())
                .isEqualTo(Axes.PaymentState.PARTIALLY_REFUNDED);
        assertThat(shop.channel.cancelled().told()).hasSize(1);
    }

    @Test
    void readsOneOrderAndTakesNotifications() {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(channel);
        OrderId order = TestShop.order(hub, "A1").id();
        shop.channel.correct(ChannelOrders.paid("A1").build());
        InboundRequest request = FakeInbound.notification("A1");

        OrderFate fate = hub.refresh(order);

        InboundResponse answer = hub.receive(channel, request);

        PullReport report = hub.pullHinted();

        assertThat(fate).isEqualTo(OrderFate.CHANGED);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(report.unchanged()).isEqualTo(1);
    }

    @Test
    void goesBackToWorkAfterARestoredBackup() {
        Instant backup = clock.instant().minus(Duration.ofHours(1));
        Instant issuedAt = clock.instant().minus(Duration.ofMinutes(20));
        byte[] pdf = "%PDF as it was".getBytes(StandardCharsets.UTF_8);
        shop.channel.tell(ChannelOrders.paid("A1").build());
        ExternalRef reference = new ExternalRef(FakeChannel.CHANNEL, new RemoteAccount("shop-1"), "A1");

        // 1. The moment of the backup.
        hub.recovery().begin(backup, anna);

        // 2. Every connection's intake since the backup is repeated. Until then nothing is sent and no number is spent.
        for (ConnectionId connection : List.of(channel, courier)) {
            hub.pull(connection);
        }

        // 3. Every document issued since the backup, as you find it in your mail, at the channel, at the customer.
        OrderId order = hub.orders().find(reference).orElseThrow().id();
        hub.recovery().documentIssued(IssuedDocument.invoice(order, "FV20260005", issuedAt, Optional.of(pdf)), anna);

        // 4. That was all of them; from now on numbers continue above the highest.
        hub.recovery().documentsComplete(anna);

        // 5. As usual. What may have been done in the lost time is asked after before it is sent.
        hub.effects().runDue();

        // 6. When nothing is IN_DOUBT any more.
        hub.recovery().finish(anna);

        assertThat(hub.documents().of(order)).extracting(Document::number).containsExactly("FV20260005");
        assertThat(hub.recovery().state().orElseThrow().isFinished()).isTrue();
    }
}
