package io.orderweave.internal.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderweave.OrderHub;
import io.orderweave.effect.Cause;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKind;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.StatusId;
import io.orderweave.journal.JournalEntry;
import io.orderweave.mapping.MappingSet;
import io.orderweave.order.Order;
import io.orderweave.order.StatusMap;
import io.orderweave.rule.Action;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Trigger;
import io.orderweave.shipment.CourierStatusMap;
import io.orderweave.shipment.Milestone;
import io.orderweave.shipment.TrackingStatus;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestShop;
import io.orderweave.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What came about by mappings names their version: what a channel said, what a milestone set, what a channel is told. */
class MappingVersionTest {

    private static final Actor ANNA = Actor.operator("anna");

    private final TestShop shop = new TestShop();

    private static MappingSet mappings(int version) {
        return TestShop.mapping(TestShop.statusMap())
                .version(version)
                .putCourierStatusMap(
                        TestShop.COURIER, new CourierStatusMap(Map.of(Milestone.DISPATCHED, new StatusId("shipped"))))
                .build();
    }

    private OrderHub open(RuleSet rules) {
        return shop.open(builder -> builder.rules(rules).mappings(mappings(1)));
    }

    private Order imported(OrderHub hub, String number) {
        shop.channel.tell(ChannelOrders.unpaid(number).build());
        hub.pull(TestShop.CHANNEL);
        return TestShop.order(hub, number);
    }

    private static List<JournalEntry> history(OrderHub hub, Order order) {
        return hub.journal().history(Subject.of(order.id()), 1, 100);
    }

    @Test
    void whatAChannelSaidNamesTheMappingsItWasReadBy() {
        OrderHub hub = open(RuleSet.EMPTY);
        Order order = imported(hub, "A1");
        hub.mappings().apply(mappings(2), ANNA, "as before");

        shop.channel.tell(ChannelOrders.unpaid("A1").term("WAITING").build());
        hub.pull(TestShop.CHANNEL);
        hub.orders().addTag(order.id(), "vip", ANNA);

        assertThat(history(hub, order))
                .extracting(entry -> entry.name().name(), JournalEntry::mappings)
                .containsExactly(
                        tuple("order.imported", Optional.of(1)),
                        tuple("order.confirmed", Optional.of(1)),
                        tuple("order.changed-by-channel", Optional.of(2)),
                        tuple("order.tag-added", Optional.empty()));
    }

    @Test
    void whatNoMappingSaysAnythingOfNamesNone() {
        OrderHub hub = shop.open(builder -> builder.rules(RuleSet.EMPTY)
                .mappings(MappingSet.builder()
                        .version(1)
                        .putCourierStatusMap(TestShop.COURIER, CourierStatusMap.EMPTY)
                        .build()));

        Order order = imported(hub, "A1");

        assertThat(history(hub, order))
                .allSatisfy(entry -> assertThat(entry.mappings()).isEmpty());
    }

    @Test
    void anEffectThatTellsAChannelNamesTheMappingsThatAskedForIt() {
        OrderHub hub = open(RuleSet.EMPTY);
        Order order = imported(hub, "A1");
        hub.mappings().apply(mappings(2), ANNA, "as before");

        hub.orders().setStatus(order.id(), new StatusId("packing"), ANNA);

        Effect told = hub.effects().of(Subject.of(order.id())).get(0);
        assertThat(told.causes()).singleElement().satisfies(cause -> {
            assertThat(cause.mappings()).contains(2);
            assertThat(cause.decision()).isEmpty();
        });
        assertThat(hub.journal().why(told.key()).text())
                .contains("order.status-changed/1 by operator:anna\n    mappings 2 tell the channel");
        assertThat(hub.journal().why(told.key()).text(Texts.in(Locale.GERMAN)))
                .contains("Zuordnungen 2 melden es dem Kanal");
    }

    @Test
    void aRuleAndTheMappingsMayAskForDifferentThings() {
        OrderHub hub = open(RuleSet.of(
                1,
                TestShop.rule(
                        "pack",
                        Trigger.on("order.tag-added"),
                        new Action.SetStatus(new StatusId("packing")),
                        TestShop.ship())));
        Order order = imported(hub, "A1");

        hub.orders().addTag(order.id(), "go", ANNA);

        assertThat(hub.effects().of(Subject.of(order.id())))
                .allSatisfy(effect -> assertThat(effect.causes())
                        .extracting(Cause::mappings)
                        .containsExactly(
                                effect.key().kind().equals(EffectKind.STATUS) ? Optional.of(1) : Optional.empty()))
                .hasSize(2);
    }

    @Test
    void aStatusThatAMilestoneSetNamesTheMappings() {
        OrderHub hub = open(RuleSet.of(1, TestShop.rule("ship", Trigger.on("order.tag-added"), TestShop.ship())));
        Order order = imported(hub, "A1");
        hub.orders().addTag(order.id(), "ship", ANNA);
        hub.effects().runDue();
        hub.mappings().apply(mappings(2), ANNA, "as before");
        shop.courier.scan("T-C1", TrackingStatus.IN_TRANSIT, shop.clock.instant());

        hub.pull(TestShop.COURIER);

        assertThat(history(hub, order))
                .filteredOn(entry -> entry.name().name().equals("order.status-changed"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.mappings()).contains(2));
        Effect told = hub.effects().of(Subject.of(order.id())).stream()
                .filter(effect -> effect.key().kind().equals(EffectKind.STATUS))
                .findFirst()
                .orElseThrow();
        assertThat(hub.journal().why(told.key()).text())
                .contains(
                        "order.status-changed/1 by system:orderweave\n    by mappings 2\n    mappings 2 tell the channel");
    }

    @Test
    void termsThatTheMappingsInForceTranslateAreListedNoMore() {
        OrderHub hub = shop.open(builder -> builder.rules(RuleSet.EMPTY).mappings(TestShop.mappings(StatusMap.EMPTY)));
        imported(hub, "A1");
        assertThat(hub.unmappedTerms()).extracting(term -> term.term()).contains("READY");

        hub.mappings().apply(mappings(2), ANNA, "the word was missing");

        assertThat(hub.unmappedTerms()).extracting(term -> term.term()).doesNotContain("READY");
    }
}
