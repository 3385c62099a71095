package io.orderweave.internal.effects;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.connection.ConnectionId;
import io.orderweave.document.Document;
import io.orderweave.document.DocumentKind;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.Origin;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.EntryId;
import io.orderweave.id.IdSource;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.Setup;
import io.orderweave.internal.json.Json;
import io.orderweave.internal.ledger.Ledger;
import io.orderweave.journal.JournalEntry;
import io.orderweave.order.Order;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.rule.RuleSet;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestShop;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A document is drawn once, and only what is drawn is uploaded. */
class DocumentPdfTest {

    private static final Actor ANNA = Actor.operator("anna");

    private final TestShop shop = new TestShop();

    /** A node without a renderer. */
    private final OrderHub plain = OrderHub.builder()
            .stores(shop.stores)
            .clock(shop.clock)
            .seller(TestShop.seller())
            .connector(shop.channel)
            .connection(TestShop.connection().build())
            .mappings(TestShop.mappings())
            .build();

    private OrderHub drawing(String content) {
        return shop.open(
                builder -> builder.rules(RuleSet.EMPTY).renderer(document -> content.getBytes(StandardCharsets.UTF_8)));
    }

    private Document invoiced() {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        plain.pull(TestShop.CHANNEL);
        Order order = TestShop.order(plain, "A1");
        plain.documents().issue(order.id(), DocumentKind.INVOICE, ANNA);
        plain.effects().runDue();
        return plain.documents().of(order.id()).get(0);
    }

    private EffectKey plan(Document document, EffectKind kind, Optional<ConnectionId> connection) {
        Book book = new Book(shop.stores, shop.clock, new IdSource(shop.clock));
        Setup setup = Setup.builder()
                .statuses(StatusCatalogue.standard())
                .rules(RuleSet.EMPTY)
                .putConnection(TestShop.CHANNEL, TestShop.connection().build())
                .build();
        EffectKey key = new EffectKey(Subject.of(document.order().orElseThrow()), kind, "by-hand");
        EntryId entry = history(document).get(0).id();
        new Changes(book, setup, new Ledger(book), List.of())
                .run(scope -> scope.plan(
                        PlannedEffect.builder()
                                .key(key)
                                .connection(connection)
                                .payload(Json.object()
                                        .put("document", document.id().value()))
                                .build(),
                        entry,
                        Origin.of(entry)));
        return key;
    }

    private List<JournalEntry> history(Document document) {
        return plain.journal().history(Subject.of(document.order().orElseThrow()), 1, 1000);
    }

    private Effect effect(EffectKey key) {
        return plain.effects().find(key).orElseThrow();
    }

    @Test
    void whatIsDrawnIsNotDrawnOver() {
        Document document = invoiced();
        shop.clock.advance(Duration.ofMinutes(1));
        drawing("%PDF first").effects().runDue();
        EffectKey again = plan(document, EffectKind.RENDER, Optional.empty());

        drawing("%PDF second").effects().runDue();

        assertThat(effect(again).state()).isEqualTo(EffectState.DONE);
        assertThat(plain.documents().pdf(document.id()))
                .hasValueSatisfying(pdf ->
                        assertThat(new String(pdf, StandardCharsets.UTF_8)).isEqualTo("%PDF first"));
        assertThat(history(document))
                .filteredOn(entry -> entry.name().name().equals("document.rendered"))
                .hasSize(1);
    }

    @Test
    void anUploadWaitsUntilItsDocumentIsDrawn() {
        Document document = invoiced();
        EffectKey upload = plan(document, EffectKind.UPLOAD, Optional.of(TestShop.CHANNEL));

        plain.effects().runDue();
        assertThat(effect(upload).state()).isEqualTo(EffectState.PLANNED);
        assertThat(effect(upload).reason()).contains("the PDF of document " + document.id() + " is not drawn yet");
        shop.clock.advance(Duration.ofMinutes(1));
        drawing("%PDF").effects().runDue();

        assertThat(effect(upload).state()).isEqualTo(EffectState.DONE);
        assertThat(shop.channel.documents()).containsExactly(document.number());
    }
}
