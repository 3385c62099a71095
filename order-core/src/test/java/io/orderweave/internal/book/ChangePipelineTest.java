package io.orderweave.internal.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.connection.Mode;
import io.orderweave.document.DocumentKind;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.event.Actor;
import io.orderweave.event.Event;
import io.orderweave.event.EventName;
import io.orderweave.event.Subject;
import io.orderweave.id.RuleId;
import io.orderweave.id.SeriesId;
import io.orderweave.id.StatusId;
import io.orderweave.journal.JournalEntry;
import io.orderweave.order.Note;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.order.StatusIntent;
import io.orderweave.order.StatusMap;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.Decision;
import io.orderweave.rule.Field;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleSet;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestShop;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Every change goes one way: journal, rules, wishes. */
class ChangePipelineTest {

    private static final Actor ANNA = Actor.operator("anna");

    private final TestShop shop = new TestShop();

    private OrderHub hub(Rule... rules) {
        return shop.open(builder -> builder.rules(RuleSet.of(3, rules)));
    }

    private Order imported(OrderHub hub) {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(TestShop.CHANNEL);
        return TestShop.order(hub, "A1");
    }

    private static Rule rule(String id, String trigger, Action... actions) {
        return TestShop.rule(id, trigger, Condition.always(), actions);
    }

    private static Action status(String status) {
        return new Action.SetStatus(new StatusId(status));
    }

    private static Action tag(String tag) {
        return new Action.AddTag(tag);
    }

    private static Action invoice(String... series) {
        return new Action.IssueDocument(
                DocumentKind.INVOICE,
                Optional.of(series).filter(it -> it.length > 0).map(it -> new SeriesId(it[0])));
    }

    private static EffectKey key(Order order, EffectKind kind, String discriminator) {
        return new EffectKey(Subject.of(order.id()), kind, discriminator);
    }

    private static List<JournalEntry> history(OrderHub hub, Order order) {
        return hub.journal().history(Subject.of(order.id()), 1, 1000);
    }

    private static List<String> names(OrderHub hub, Order order) {
        return history(hub, order).stream().map(it -> it.name().name()).toList();
    }

    private static List<Decision.Wish> wishes(OrderHub hub, Order order) {
        return hub.journal().decisions(Subject.of(order.id())).stream()
                .flatMap(it -> it.wishes().stream())
                .toList();
    }

    @Test
    void rulesFollowEachOtherInOneTransactionAndEachEntryNamesItsCause() {
        OrderHub hub = hub(
                rule("first", "order.tag-added", status("paid")),
                TestShop.rule("second", "order.status-changed", Field.STATUS_TO.isOneOf("paid"), status("packing")));
        Order order = imported(hub);

        Order changed = hub.orders().addTag(order.id(), "go", ANNA);

        assertThat(changed.status()).isEqualTo(new StatusId("packing"));
        List<JournalEntry> all = history(hub, order);
        List<JournalEntry> last = all.subList(all.size() - 3, all.size());
        assertThat(last)
                .extracting(entry -> entry.event().orElseThrow())
                .containsExactly(
                        new OrderEvent.TagAdded("go"),
                        new OrderEvent.StatusChanged(new StatusId("new"), new StatusId("paid")),
                        new OrderEvent.StatusChanged(new StatusId("paid"), new StatusId("packing")));
        assertThat(last)
                .extracting(entry -> entry.actor().toString())
                .containsExactly("operator:anna", "rule:first", "rule:second");
        assertThat(last)
                .extracting(JournalEntry::cause)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(last.get(0).id()),
                        Optional.of(last.get(1).id()));
        assertThat(last).extracting(JournalEntry::sequence).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aDecisionRecordsWhatTheRuleSawAndWhatBecameOfItsWish() {
        OrderHub hub = hub(TestShop.rule("cheap", "order.tag-added", Field.STATUS.isOneOf("new", "paid"), invoice()));
        Order order = imported(hub);

        hub.orders().addTag(order.id(), "go", ANNA);

        assertThat(hub.journal().decisions(Subject.of(order.id())))
                .singleElement()
                .satisfies(decision -> {
                    assertThat(decision.ruleSetVersion()).isEqualTo(3);
                    assertThat(decision.event()).isEqualTo(new EventName("order.tag-added", 1));
                    assertThat(decision.entry()).isEqualTo(lastEntry(hub, order).id());
                    assertThat(decision.fired()).singleElement().satisfies(fired -> {
                        assertThat(fired.rule()).isEqualTo(new RuleId("cheap"));
                        assertThat(fired.findings()).singleElement().satisfies(finding -> {
                            assertThat(finding.field()).isEqualTo("status");
                            assertThat(finding.seen()).isEqualTo("new");
                            assertThat(finding.asked()).isEqualTo("one of [new, paid]");
                        });
                    });
                    assertThat(decision.wishes())
                            .containsExactly(new Decision.Wish(
                                    new RuleId("cheap"),
                                    key(order, EffectKind.INVOICE, "final/1"),
                                    Decision.Fate.PLANNED));
                });
    }

    private static JournalEntry lastEntry(OrderHub hub, Order order) {
        List<JournalEntry> all = history(hub, order);
        return all.get(all.size() - 1);
    }

    @Test
    void aRuleThatDoesNotFireIsNoDecision() {
        OrderHub hub = hub(TestShop.rule("never", "order.tag-added", Field.STATUS.isOneOf("shipped"), tag("x")));
        Order order = imported(hub);

        hub.orders().addTag(order.id(), "go", ANNA);

        assertThat(hub.journal().decisions(Subject.of(order.id()))).isEmpty();
    }

    @Test
    void eachRuleHasItsSayOnceACauseSoThatLoopsEnd() {
        OrderHub hub = hub(
                rule(
                        "there",
                        "order.tag-added",
                        new Action.RemoveTag("go"),
                        new Action.AddNote("n", Note.Audience.INTERNAL)),
                rule("back", "order.tag-removed", tag("go")),
                rule("more", "order.note-added", new Action.AddNote("m", Note.Audience.INTERNAL)));
        Order order = imported(hub);

        Order changed = hub.orders().addTag(order.id(), "go", ANNA);

        assertThat(changed.tags()).containsExactly("go");
        assertThat(changed.notes()).extracting(Note::text).containsExactly("n", "m");
        Order again = hub.orders().removeTag(order.id(), "go", ANNA);
        assertThat(again.notes()).as("a new cause, a new say").hasSize(4);
    }

    @Test
    void anActionThatChangesNothingIsNoEvent() {
        OrderHub hub = hub(rule(
                "same",
                "order.tag-added",
                status("new"),
                tag("go"),
                new Action.RemoveTag("no"),
                new Action.ReleaseHold("no")));
        Order order = imported(hub);

        hub.orders().addTag(order.id(), "go", ANNA);

        assertThat(lastEntry(hub, order).event()).contains(new OrderEvent.TagAdded("go"));
    }

    @Test
    void actionsOfARuleApplyInTheirOrder() {
        OrderHub hub = hub(rule(
                "all",
                "order.tag-added",
                new Action.PlaceHold("h", "why", Optional.of("owner")),
                new Action.ReleaseHold("h"),
                new Action.RemoveTag("go"),
                new Action.AddNote("done", Note.Audience.INTERNAL)));
        Order order = imported(hub);

        Order changed = hub.orders().addTag(order.id(), "go", ANNA);

        assertThat(changed.isHeld()).isFalse();
        assertThat(changed.tags()).isEmpty();
        assertThat(changed.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.author()).hasToString("rule:all"));
        assertThat(names(hub, order))
                .endsWith(
                        "order.tag-added",
                        "order.hold-placed",
                        "order.hold-released",
                        "order.tag-removed",
                        "order.note-added");
    }

    @Test
    void twoRulesThatWantTheSameAreOneEffectWithBothCauses() {
        OrderHub hub = hub(rule("one", "order.tag-added", invoice()), rule("two", "order.tag-added", invoice()));
        Order order = imported(hub);

        hub.orders().addTag(order.id(), "go", ANNA);

        Effect effect =
                hub.effects().find(key(order, EffectKind.INVOICE, "final/1")).orElseThrow();
        assertThat(effect.causes()).hasSize(2);
        assertThat(wishes(hub, order))
                .extracting(wish -> wish.rule() + " " + wish.fate())
                .containsExactly("one PLANNED", "two PLANNED");
    }

    @Test
    void twoRulesThatContradictEachOtherPlanNothingAndHoldTheOrderNamingBoth() {
        OrderHub hub =
                hub(rule("one", "order.tag-added", invoice()), rule("two", "order.tag-added", invoice("invoices")));
        Order order = imported(hub);

        Order held = hub.orders().addTag(order.id(), "go", ANNA);
        hub.effects().runDue();

        EffectKey key = key(order, EffectKind.INVOICE, "final/1");
        assertThat(hub.effects().find(key)).isEmpty();
        assertThat(hub.orders().find(order.id()).orElseThrow().holds())
                .singleElement()
                .satisfies(hold -> {
                    assertThat(hold.code()).isEqualTo("effect-conflict");
                    assertThat(hold.reason()).contains("[one, two]", "invoice final/1");
                });
        assertThat(held.id()).isEqualTo(order.id());
        assertThat(history(hub, order))
                .extracting(entry -> entry.event().orElseThrow())
                .contains(new EffectEvent.EffectConflict(key, List.of(new RuleId("one"), new RuleId("two"))));
        assertThat(wishes(hub, order)).extracting(Decision.Wish::fate).containsOnly(Decision.Fate.CONFLICT);
    }

    @Test
    void twoCouriersForOneShipmentContradictEachOther() {
        OrderHub hub = shop.open(builder -> builder.connection(io.orderweave.connection.Connection.builder()
                        .id(new io.orderweave.connection.ConnectionId("other"))
                        .system(io.orderweave.testing.FakeCourier.SYSTEM)
                        .settings(io.orderweave.connection.Settings.none())
                        .build())
                .rules(RuleSet.of(
                        1,
                        rule("one", "order.tag-added", TestShop.ship()),
                        rule(
                                "two",
                                "order.tag-added",
                                new Action.CreateShipment(
                                        new io.orderweave.connection.ConnectionId("other"),
                                        Optional.empty(),
                                        io.orderweave.shipment.Parcel.ofGrams(1_000))))));
        Order order = imported(hub);

        hub.orders().addTag(order.id(), "go", ANNA);

        assertThat(hub.effects().of(Subject.of(order.id()))).isEmpty();
        assertThat(hub.orders().find(order.id()).orElseThrow().isHeld()).isTrue();
    }

    @Test
    void aRuleOnTheConflictsHoldThatWantsTheKeyGetsNothing() {
        OrderHub hub = hub(
                rule("one", "order.tag-added", invoice()),
                rule("two", "order.tag-added", invoice("invoices")),
                rule("three", "order.hold-placed", invoice()));
        Order order = imported(hub);

        hub.orders().addTag(order.id(), "go", ANNA);

        assertThat(hub.effects().of(Subject.of(order.id()))).isEmpty();
        assertThat(wishes(hub, order))
                .extracting(wish -> wish.rule() + " " + wish.fate())
                .containsExactlyInAnyOrder("one CONFLICT", "two CONFLICT", "three CONFLICT");
    }

    @Test
    void anObservingConnectionRecordsWishesAndPlansNothing() {
        OrderHub hub = shop.open(builder -> observing(rule("one", "order.confirmed", invoice(), status("packing"))));
        Order order = imported(hub);
        hub.effects().runDue();

        assertThat(order.status()).as("changes inside the book apply").isEqualTo(new StatusId("packing"));
        assertThat(hub.effects().counts()).isEmpty();
        assertThat(shop.stores.series().last("shop/invoices/2026")).isEqualTo(OptionalLong.empty());
        assertThat(wishes(hub, order)).extracting(Decision.Wish::fate).containsExactly(Decision.Fate.OBSERVED);
        assertThat(shop.channel.statuses()).isEmpty();
    }

    private io.orderweave.OrderHubBuilder observing(Rule... rules) {
        return OrderHub.builder()
                .stores(shop.stores)
                .clock(shop.clock)
                .seller(TestShop.seller())
                .connector(shop.channel)
                .connection(TestShop.connection().mode(Mode.OBSERVE).build())
                .mappings(TestShop.mappings())
                .rules(RuleSet.of(1, rules));
    }

    @Test
    void anEffectForAnObservingCourierIsOnlyRecorded() {
        OrderHub hub = OrderHub.builder()
                .stores(shop.stores)
                .clock(shop.clock)
                .seller(TestShop.seller())
                .connector(shop.channel)
                .courier(shop.courier)
                .connection(TestShop.connection().build())
                .connection(io.orderweave.connection.Connection.builder()
                        .id(TestShop.COURIER)
                        .system(io.orderweave.testing.FakeCourier.SYSTEM)
                        .settings(io.orderweave.connection.Settings.none())
                        .mode(Mode.OBSERVE)
                        .build())
                .rules(RuleSet.of(1, rule("one", "order.confirmed", TestShop.ship(), invoice())))
                .build();
        Order order = imported(hub);

        assertThat(wishes(hub, order))
                .extracting(wish -> wish.effect().kind() + " " + wish.fate())
                .containsExactlyInAnyOrder("shipment OBSERVED", "invoice PLANNED");
    }

    @Test
    void historyHasNoRuleNoEffectAndTellsNoStatusUntilItIsAdopted() {
        OrderHub hub = OrderHub.builder()
                .stores(shop.stores)
                .clock(shop.clock)
                .seller(TestShop.seller())
                .connector(shop.channel)
                .connection(TestShop.connection()
                        .liveFrom(shop.clock.instant().plusSeconds(1))
                        .build())
                .mappings(TestShop.mappings())
                .rules(RuleSet.of(
                        1, rule("one", "order.confirmed", invoice()), rule("two", "order.tag-added", invoice())))
                .build();
        Order order = imported(hub);
        assertThat(order.history()).isTrue();

        hub.orders().addTag(order.id(), "go", ANNA);
        hub.orders().setStatus(order.id(), new StatusId("packing"), ANNA);
        assertThat(hub.effects().counts()).isEmpty();
        assertThat(hub.journal().decisions(Subject.of(order.id()))).isEmpty();
        hub.orders().adopt(order.id(), ANNA);
        hub.orders().addTag(order.id(), "now", ANNA);

        assertThat(hub.effects().find(key(order, EffectKind.INVOICE, "final/1")))
                .isPresent();
    }

    @Test
    void enteringAMappedStatusTellsTheChannelOnce() {
        OrderHub hub = hub();
        Order order = imported(hub);

        hub.orders().setStatus(order.id(), new StatusId("packing"), ANNA);
        hub.orders().setStatus(order.id(), new StatusId("packing"), ANNA);
        hub.effects().runDue();

        assertThat(hub.effects().of(Subject.of(order.id()))).singleElement().satisfies(effect -> {
            assertThat(effect.state()).isEqualTo(EffectState.DONE);
            assertThat(effect.key().discriminator())
                    .isEqualTo("packing-" + effect.origin().digest());
            assertThat(effect.origin().root()).isEqualTo(effect.causes().get(0).entry());
        });
        assertThat(shop.channel.statuses()).hasSize(1);
    }

    @Test
    void anUnmappedStatusIsNotTold() {
        OrderHub hub = hub();
        Order order = imported(hub);

        hub.orders().setStatus(order.id(), new StatusId("paid"), ANNA);

        assertThat(hub.effects().counts()).isEmpty();
    }

    @Test
    void theChannelsOwnChangeIsNotToldBack() {
        OrderHub hub = shop.open(builder -> builder.rules(RuleSet.EMPTY)
                .mappings(TestShop.mappings(StatusMap.builder()
                        .putInbound("READY", new StatusId("new"))
                        .putInbound("PACKED", new StatusId("packing"))
                        .putOutbound(new StatusId("packing"), StatusIntent.PROCESSING)
                        .build())));
        Order order = imported(hub);
        shop.channel.tell(ChannelOrders.unpaid("A1").term("PACKED").build());

        hub.pull(TestShop.CHANNEL);

        assertThat(hub.orders().find(order.id()).orElseThrow().status()).isEqualTo(new StatusId("packing"));
        assertThat(hub.effects().counts()).isEmpty();
    }

    @Test
    void anOrderPlacedByHandHasNoChannelToTell() {
        OrderHub hub = hub(rule("all", "order.confirmed", status("packing")));

        Order order = hub.orders().place(TestPlaced.order(), ANNA);

        assertThat(order.status()).isEqualTo(new StatusId("packing"));
        assertThat(hub.effects().counts()).isEmpty();
    }

    @Test
    void aStatusLeftWithinTheChangeIsToldOnlyAsTheOneItWasLeftFor() {
        OrderHub hub = shop.open(builder -> builder.mappings(TestShop.mappings(StatusMap.builder()
                        .putOutbound(new StatusId("cancelled"), StatusIntent.CANCELLED)
                        .putOutbound(new StatusId("returned"), StatusIntent.PROCESSING)
                        .build()))
                .rules(RuleSet.of(1, rule("instead", "order.cancelled", status("returned")))));
        Order order = imported(hub);

        hub.orders().cancel(order.id(), "by phone", ANNA);

        assertThat(hub.effects().of(Subject.of(order.id())))
                .extracting(effect -> effect.payload().get("status").asText())
                .containsExactly("returned");
    }

    @Test
    void aStatusMovedOnLaterIsNotToldAnyMore() {
        OrderHub hub = hub();
        Order order = imported(hub);
        hub.orders().setStatus(order.id(), new StatusId("packing"), ANNA);
        hub.orders().setStatus(order.id(), new StatusId("shipped"), ANNA);

        hub.effects().runDue();

        assertThat(shop.channel.statuses()).extracting(it -> it.intent().name()).containsExactly("SHIPPED");
        assertThat(hub.effects().of(Subject.of(order.id())))
                .extracting(Effect::state)
                .containsExactly(EffectState.CANCELLED, EffectState.DONE);
    }

    @Test
    void aTimersKeyIsTheSameForTheSameOrigin() {
        OrderHub hub =
                hub(rule("one", "order.tag-added", new Action.StartTimer("remind", java.time.Duration.ofDays(1))));
        Order order = imported(hub);
        hub.orders().addTag(order.id(), "go", ANNA);

        assertThat(hub.effects().of(Subject.of(order.id()))).singleElement().satisfies(effect -> {
            assertThat(effect.origin().path()).containsExactly("rule:one");
            assertThat(effect.origin().root()).isEqualTo(lastEntry(hub, order).id());
            assertThat(effect.key().discriminator())
                    .isEqualTo("remind/" + effect.origin().digest());
            assertThat(effect.due()).contains(shop.clock.instant().plus(java.time.Duration.ofDays(1)));
        });
    }

    @Test
    void theOriginsDigestTellsOriginsApart() {
        var root = io.orderweave.effect.Origin.of(new io.orderweave.id.EntryId("n1"));

        assertThat(root.then("rule:a").digest())
                .hasSize(20)
                .isEqualTo(root.then("rule:a").digest())
                .isNotEqualTo(root.digest())
                .isNotEqualTo(root.then("rule:b").digest());
    }

    @Test
    void aRuleWithNothingToUploadOrPublishPlansNothing() {
        OrderHub hub = hub(rule("upload", "document.rendered", new Action.UploadDocument()));
        Order order = hub.orders().place(TestPlaced.order(), ANNA);
        hub.documents().issue(order.id(), DocumentKind.INVOICE, ANNA);
        hub.effects().runDue();

        assertThat(hub.effects().of(Subject.of(order.id())))
                .extracting(effect -> effect.key().kind())
                .containsExactlyInAnyOrder(EffectKind.INVOICE, EffectKind.RENDER);
    }

    @Test
    void aChangeWithoutEventIsADefect() {
        Book book = new Book(shop.stores, shop.clock, new io.orderweave.id.IdSource(shop.clock));
        OrderHub hub = hub();
        Order order = imported(hub);
        Changes changes = new Changes(
                book,
                Setup.builder()
                        .statuses(io.orderweave.order.StatusCatalogue.standard())
                        .rules(RuleSet.EMPTY)
                        .build(),
                new io.orderweave.internal.ledger.Ledger(book),
                List.of());

        assertThatThrownBy(() -> changes.run(scope -> scope.change(
                        order.id(),
                        Trace.outside(ANNA),
                        it -> new io.orderweave.effect.EffectContext.Outcome(
                                it.toBuilder().addTag("x").build(), List.<Event>of()))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("without an event");
        assertThatThrownBy(() -> changes.run(scope -> {
                    scope.order(order.id());
                    scope.create(order, Trace.outside(ANNA), List.of(new OrderEvent.Placed()));
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("exists in this change already");
        assertThatThrownBy(() -> changes.run(scope -> scope.order(new io.orderweave.id.OrderId("none"))))
                .hasMessageContaining("no order none");
    }
}
