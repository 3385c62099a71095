package io.orderweave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.document.Document;
import io.orderweave.document.DocumentEvent;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.IssuedDocument;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.StatusId;
import io.orderweave.order.Order;
import io.orderweave.order.StatusMap;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestShop;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The hub works on a backup; in the lost hour A1 was invoiced as FV20260005. */
class RecoveredDocumentsTest {

    private static final Actor ANNA = Actor.operator("anna");
    private static final byte[] PDF = "%PDF as it was".getBytes(StandardCharsets.UTF_8);

    private final TestShop shop = new TestShop();
    private final OrderHub hub = shop.open(builder -> builder.mappings(TestShop.mappings(StatusMap.builder()
            .putInbound("READY", new StatusId("new"))
            .putInbound("SENT-BEFORE", new StatusId("shipped"))
            .build())));
    private final Instant issuedAt = shop.clock.instant().minus(Duration.ofMinutes(20));

    @BeforeEach
    void restore() {
        shop.channel.tell(ChannelOrders.paid("A1").build());
        shop.channel.tell(ChannelOrders.paid("A2").build());
        hub.recovery().begin(shop.clock.instant().minus(Duration.ofHours(1)), ANNA);
        hub.pull(TestShop.CHANNEL);
        hub.pull(TestShop.COURIER);
        hub.effects().runDue();
    }

    private Order order(String number) {
        return TestShop.order(hub, number);
    }

    private Document handIn() {
        return hub.recovery()
                .documentIssued(
                        IssuedDocument.invoice(order("A1").id(), "FV20260005", issuedAt, Optional.of(PDF)), ANNA);
    }

    private Effect invoice(Order order) {
        return hub.effects().of(Subject.of(order.id())).stream()
                .filter(effect -> effect.key().kind().equals(EffectKind.INVOICE))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDocumentHandedInIsInTheBookAsItWas() {
        Document document = handIn();

        assertThat(document.number()).isEqualTo("FV20260005");
        assertThat(document.issuedAt()).isEqualTo(issuedAt);
        assertThat(hub.documents().of(order("A1").id())).containsExactly(document);
        assertThat(hub.documents().pdf(document.id()))
                .hasValueSatisfying(pdf -> assertThat(pdf).isEqualTo(PDF));
        assertThat(invoice(order("A1")).state()).isEqualTo(EffectState.DONE);
        assertThat(hub.journal().history(Subject.of(order("A1").id()), 1, 100).stream()
                        .flatMap(entry -> entry.event().stream()))
                .contains(
                        new DocumentEvent.DocumentHandedIn(DocumentKind.INVOICE, "FV20260005"),
                        new DocumentEvent.DocumentIssued(document.id(), DocumentKind.INVOICE, "FV20260005"));
    }

    @Test
    void noOtherInvoiceIsIssuedBeforeTheDocumentsAreComplete() {
        handIn();
        hub.effects().runDue();

        assertThat(hub.documents().of(order("A2").id())).isEmpty();
        assertThat(invoice(order("A2")).reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("are not handed in"));
    }

    @Test
    void theSeriesContinuesAboveTheHighestNumberHandedIn() {
        handIn();
        hub.recovery().documentsComplete(ANNA);
        hub.effects().runDue();

        assertThat(hub.documents().of(order("A1").id()))
                .extracting(Document::number)
                .containsExactly("FV20260005");
        assertThat(hub.documents().of(order("A2").id()))
                .extracting(Document::number)
                .containsExactly("FV20260006");
    }

    @Test
    void withItsPdfItIsNotDrawnAnew() {
        Document document = handIn();

        assertThat(hub.effects().of(Subject.of(order("A1").id())))
                .noneMatch(effect -> effect.key().kind().equals(EffectKind.RENDER));
        assertThat(hub.journal().history(Subject.of(order("A1").id()), 1, 100).stream()
                        .flatMap(entry -> entry.event().stream()))
                .contains(new DocumentEvent.DocumentRendered(document.id(), DocumentKind.INVOICE));
    }

    @Test
    void withoutPdfItIsDrawnAnew() {
        Document document = hub.recovery()
                .documentIssued(
                        IssuedDocument.invoice(order("A1").id(), "FV20260005", issuedAt, Optional.empty()), ANNA);
        assertThat(hub.documents().pdf(document.id())).isEmpty();

        hub.effects().runDue();
        shop.clock.advance(Duration.ofMinutes(3));
        hub.effects().runDue();

        assertThat(hub.documents().pdf(document.id())).isPresent();
    }

    @Test
    void aCreditNoteOfADocumentHandedInIsHandedInAfterIt() {
        Document invoice = handIn();

        Document credit = hub.recovery()
                .documentIssued(
                        IssuedDocument.creditNote(
                                order("A1").id(),
                                invoice.id(),
                                "DP202670003",
                                issuedAt.plusSeconds(60),
                                Optional.of(PDF)),
                        ANNA);

        assertThat(credit.correctsNumber()).contains("FV20260005");
        assertThat(credit.total()).isEqualTo(invoice.total().negated());
    }

    @Test
    void anOrderThatWasWorkedOnSinceTheBackupComesByItsRulesAgain() {
        shop.channel.tell(ChannelOrders.paid("A3").term("SENT-BEFORE").build());
        hub.pull(TestShop.CHANNEL);

        assertThat(hub.effects().of(Subject.of(order("A3").id())))
                .extracting(effect -> effect.key().kind())
                .contains(EffectKind.INVOICE, EffectKind.SHIPMENT);
    }

    @Test
    void theSameDocumentTwiceIsRefused() {
        handIn();

        assertThatThrownBy(this::handIn).hasMessageContaining("has that document already");
    }

    @Test
    void theSameNumberForAnotherOrderIsRefused() {
        handIn();

        assertThatThrownBy(() -> hub.recovery()
                        .documentIssued(
                                IssuedDocument.invoice(order("A2").id(), "FV20260005", issuedAt, Optional.empty()),
                                ANNA))
                .hasMessageContaining("number FV20260005 belongs to document");
        assertThat(hub.documents().of(order("A2").id())).isEmpty();
    }

    @Test
    void aNumberThatNoSeriesGivesIsRefused() {
        assertThatThrownBy(() -> hub.recovery()
                        .documentIssued(
                                IssuedDocument.invoice(order("A1").id(), "INV-5", issuedAt, Optional.empty()), ANNA))
                .hasMessageContaining("no series of seller shop for documents of kind INVOICE gives INV-5");
    }

    @Test
    void aDocumentOfAnotherTimeIsRefused() {
        assertThatThrownBy(() -> hub.recovery()
                        .documentIssued(
                                IssuedDocument.invoice(
                                        order("A1").id(),
                                        "FV20260005",
                                        shop.clock.instant().minus(Duration.ofDays(1)),
                                        Optional.empty()),
                                ANNA))
                .hasMessageContaining("was not issued between the backup");
    }

    @Test
    void aDocumentThatTheOrderCannotHaveAnyMoreKeepsItsNumberSpent() {
        hub.orders().cancel(order("A1").id(), "changed their mind", ANNA);

        assertThatThrownBy(this::handIn).hasMessageContaining("FV20260005 is kept as spent and not in the book");
        hub.recovery().documentsComplete(ANNA);
        hub.effects().runDue();

        assertThat(hub.documents().of(order("A2").id()))
                .extracting(Document::number)
                .containsExactly("FV20260006");
    }

    @Test
    void aDocumentOfACancelledEffectIsIssuedWithItsNumberOnceAPersonArmsIt() {
        EffectKey key = invoice(order("A1")).key();
        hub.effects().cancel(key, "on paper", ANNA);

        assertThatThrownBy(this::handIn)
                .hasMessageContaining("FV20260005 is kept as spent and not in the book: on paper");
        hub.effects().rearm(key, ANNA);
        hub.effects().runDue();

        assertThat(hub.documents().of(order("A1").id()))
                .extracting(Document::number)
                .containsExactly("FV20260005");
    }

    @Test
    void afterTheRecoveryNothingIsHandedIn() {
        hub.recovery().documentsComplete(ANNA);
        hub.recovery().finish(ANNA);

        assertThatThrownBy(this::handIn).hasMessageContaining("no recovery goes on");
    }

    @Test
    void aNumberOfAnotherKindsSeriesIsRefused() {
        assertThatThrownBy(() -> hub.recovery()
                        .documentIssued(
                                IssuedDocument.invoice(order("A1").id(), "DP202670003", issuedAt, Optional.empty()),
                                ANNA))
                .hasMessageContaining("for documents of kind INVOICE gives DP202670003");
    }

    @Test
    void aDocumentIssuedSinceTheRecoveryBeganIsRefused() {
        shop.clock.advance(Duration.ofMinutes(2));

        assertThatThrownBy(() -> hub.recovery()
                        .documentIssued(
                                IssuedDocument.invoice(
                                        order("A1").id(),
                                        "FV20260005",
                                        shop.clock.instant().minus(Duration.ofMinutes(1)),
                                        Optional.empty()),
                                ANNA))
                .hasMessageContaining("was not issued between the backup");
    }
}
