package io.orderweave.internal.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.connection.Mode;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.error.FaultCategory;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.StatusId;
import io.orderweave.notice.Audience;
import io.orderweave.notice.Notice;
import io.orderweave.notice.NoticeEvent;
import io.orderweave.notice.NoticeTemplate;
import io.orderweave.notice.Notifier;
import io.orderweave.order.Order;
import io.orderweave.party.Party;
import io.orderweave.rule.Action;
import io.orderweave.rule.Decision;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Trigger;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.FakeChannel;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Notices are written as the order is when they are sent, and sent at most once for each order, template, channel and cause. */
class NoticeTest {

    private static final Actor ANNA = Actor.operator("anna");
    private static final Trigger BUTTON = new Trigger.Manual("tell");
    private static final NoticeTemplate THANKS = NoticeTemplate.builder()
            .name("thanks")
            .putText("pl", new NoticeTemplate.Text("Zamówienie {{order.number}}", "{{buyer.name}}: {{order.total}}"))
            .build();

    private final TestShop shop = new TestShop();
    private final Mails mails = new Mails();

    private static final class Mails implements Notifier {
        private final List<Notice> sent = new ArrayList<>();
        private final Deque<RuntimeException> faults = new ArrayDeque<>();

        @Override
        public String channel() {
            return "email";
        }

        @Override
        public void send(Notice notice) {
            sent.add(notice);
            if (!faults.isEmpty()) {
                throw faults.remove();
            }
        }
    }

    private static Rule tells(String id, Audience to) {
        return TestShop.rule(id, BUTTON, new Action.Notify("thanks", to, "email"));
    }

    private OrderHub hub(Rule... rules) {
        return shop.open(builder ->
                builder.rules(RuleSet.of(1, rules)).noticeTemplate(THANKS).notifier(mails));
    }

    private Order imported(OrderHub hub) {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(TestShop.CHANNEL);
        return TestShop.order(hub, "A1");
    }

    private static List<Effect> notices(OrderHub hub, Order order) {
        return hub.effects().of(Subject.of(order.id())).stream()
                .filter(effect -> effect.key().kind().equals(EffectKind.NOTICE))
                .toList();
    }

    @Test
    void isWrittenInTheSellersLanguageAndAddressedToTheBuyer() {
        OrderHub hub = hub(tells("tells", Audience.CUSTOMER));
        Order order = imported(hub);

        hub.orders().raise(order.id(), "tell", ANNA);
        hub.effects().runDue();

        assertThat(mails.sent).singleElement().satisfies(notice -> {
            assertThat(notice.subject()).isEqualTo("Zamówienie A1");
            assertThat(notice.body()).isEqualTo("Jan Przykładowy: 120.00 PLN");
            assertThat(notice.email()).contains("jan@example.org");
            assertThat(notice.language()).hasToString("pl");
        });
        assertThat(hub.journal().history(Subject.of(order.id()), 1, 100).stream()
                        .flatMap(entry -> entry.event().stream()))
                .contains(new NoticeEvent.NoticeSent("thanks", "email", Audience.CUSTOMER));
    }

    @Test
    void tellsOperatorsNoAddress() {
        OrderHub hub = hub(tells("tells", Audience.OPERATOR));

        hub.orders().raise(imported(hub).id(), "tell", ANNA);
        hub.effects().runDue();

        assertThat(mails.sent)
                .singleElement()
                .satisfies(notice -> assertThat(notice.email()).isEmpty());
    }

    @Test
    void twoRulesUponOneCauseSendOne() {
        OrderHub hub = hub(tells("one", Audience.CUSTOMER), tells("two", Audience.CUSTOMER));

        hub.orders().raise(imported(hub).id(), "tell", ANNA);
        hub.effects().runDue();

        assertThat(mails.sent).hasSize(1);
    }

    @Test
    void anotherCauseSendsAnother() {
        OrderHub hub = hub(tells("tells", Audience.CUSTOMER));
        Order order = imported(hub);

        hub.orders().raise(order.id(), "tell", ANNA);
        hub.orders().raise(order.id(), "tell", ANNA);
        hub.effects().runDue();

        assertThat(mails.sent).hasSize(2).extracting(Notice::key).doesNotHaveDuplicates();
    }

    @Test
    void isNeverRepeatedAfterDoubt() {
        OrderHub hub = hub(tells("tells", Audience.CUSTOMER));
        Order order = imported(hub);
        mails.faults.add(FakeChannel.lost());

        hub.orders().raise(order.id(), "tell", ANNA);
        hub.effects().runDue();
        shop.clock.advance(Duration.ofHours(2));
        hub.effects().runDue();

        assertThat(mails.sent).hasSize(1);
        assertThat(notices(hub, order)).singleElement().satisfies(effect -> {
            assertThat(effect.state()).isEqualTo(EffectState.DONE);
            assertThat(effect.reason()).contains("unconfirmed");
        });
    }

    @Test
    void isNeverRepeatedAfterAnUnforeseenFailure() {
        OrderHub hub = hub(tells("tells", Audience.CUSTOMER));
        Order order = imported(hub);
        mails.faults.add(new IllegalStateException("jan@example.org"));

        hub.orders().raise(order.id(), "tell", ANNA);
        hub.effects().runDue();
        shop.clock.advance(Duration.ofHours(2));
        hub.effects().runDue();

        assertThat(mails.sent).hasSize(1);
        assertThat(notices(hub, order).toString()).doesNotContain("jan@example.org");
    }

    @Test
    void isTriedAgainWhenItCertainlyWasNotSent() {
        OrderHub hub = hub(tells("tells", Audience.CUSTOMER));
        Order order = imported(hub);
        mails.faults.add(FakeChannel.refused(FaultCategory.TRANSIENT));

        hub.orders().raise(order.id(), "tell", ANNA);
        hub.effects().runDue();
        shop.clock.advance(Duration.ofHours(1));
        hub.effects().runDue();

        assertThat(mails.sent).hasSize(2);
        assertThat(notices(hub, order).get(0).state()).isEqualTo(EffectState.DONE);
    }

    @Test
    void waitsWhileTheOrderIsHeld() {
        OrderHub hub = hub(tells("tells", Audience.CUSTOMER));
        Order order = imported(hub);
        hub.orders().hold(order.id(), "check", "look", ANNA);

        hub.orders().raise(order.id(), "tell", ANNA);
        hub.effects().runDue();
        assertThat(mails.sent).isEmpty();
        hub.orders().release(order.id(), "check", ANNA);
        hub.effects().runDue();

        assertThat(mails.sent).hasSize(1);
    }

    @Test
    void isOnlyRecordedWhileTheConnectionObserves() {
        OrderHub hub = shop.builderWith(TestShop.connection().mode(Mode.OBSERVE).build())
                .rules(RuleSet.of(
                        1,
                        TestShop.rule("raises", new Trigger.Manual("scan"), new Action.Raise("tell")),
                        tells("tells", Audience.CUSTOMER)))
                .noticeTemplate(THANKS)
                .notifier(mails)
                .build();
        Order order = imported(hub);

        hub.orders().raise(order.id(), "scan", ANNA);
        hub.effects().runDue();

        assertThat(mails.sent).isEmpty();
        assertThat(notices(hub, order)).isEmpty();
        assertThat(hub.journal().decisions(Subject.of(order.id())).stream()
                        .flatMap(decision -> decision.wishes().stream())
                        .map(Decision.Wish::fate))
                .containsExactly(Decision.Fate.OBSERVED);
    }

    @Test
    void aBuyerWithoutAnyAddressIsSaid() {
        OrderHub hub = hub(tells("tells", Audience.CUSTOMER));
        shop.channel.tell(ChannelOrders.unpaid("A1")
                .buyer(Party.builder().personName("Jan").build())
                .build());
        hub.pull(TestShop.CHANNEL);
        Order order = TestShop.order(hub, "A1");

        hub.orders().raise(order.id(), "tell", ANNA);
        hub.effects().runDue();

        assertThat(notices(hub, order)).singleElement().satisfies(effect -> {
            assertThat(effect.state()).isEqualTo(EffectState.REJECTED);
            assertThat(effect.reason()).contains("the buyer of order " + order.id() + " has neither e-mail nor phone");
        });
    }

    @Test
    void itsTextIsErasedWithTheOrder() {
        OrderHub hub = hub(tells("tells", Audience.CUSTOMER));
        Order order = imported(hub);
        hub.orders().raise(order.id(), "tell", ANNA);
        hub.effects().runDue();
        hub.orders().setStatus(order.id(), new StatusId("delivered"), ANNA);
        assertThat(notices(hub, order).get(0).request().orElseThrow().toString())
                .contains("Jan Przyk");

        hub.privacy().erase(order.id(), "request 1", ANNA);

        assertThat(notices(hub, order).get(0).request().orElseThrow().toString())
                .doesNotContain("Jan", "jan@example.org", "+48")
                .contains("thanks");
    }

    @Test
    void aTemplateWithAnUnknownPlaceAndARuleWithAnUnknownTemplateAreRefusedTogether() {
        assertThatThrownBy(() -> shop.open(builder -> builder.rules(RuleSet.of(
                                1, TestShop.rule("tells", BUTTON, new Action.Notify("thx", Audience.CUSTOMER, "sms"))))
                        .noticeTemplate(NoticeTemplate.builder()
                                .name("thanks")
                                .putText("en", new NoticeTemplate.Text("{{order}}", "b"))
                                .build())
                        .notifier(mails)))
                .hasMessageContaining("template thanks in en, subject: no value {{order}}; there are [order.number")
                .hasMessageContaining("rule tells: no template thx; there are [thanks]")
                .hasMessageContaining("rule tells: no notifier for channel sms; there are [email]");
    }
}
