package io.orderweave.internal.effects;

import static io.orderweave.internal.effects.FiscalShop.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.document.Document;
import io.orderweave.document.DocumentChain;
import io.orderweave.document.DocumentEvent;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.DocumentLine;
import io.orderweave.effect.EffectState;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Subject;
import io.orderweave.id.DocumentId;
import io.orderweave.id.LineId;
import io.orderweave.id.OrderId;
import io.orderweave.internal.book.DocumentPlans;
import io.orderweave.internal.book.InvoiceIntent;
import io.orderweave.journal.JournalEntry;
import io.orderweave.order.Axes;
import io.orderweave.order.OrderEvent;
import io.orderweave.party.Party;
import io.orderweave.party.TaxId;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The late company id: an invoice is credited and issued again to another party, by one command. */
class ReissueTest {

    private static final Party COMPANY = Party.builder()
            .company("Firma Sp. z o.o.")
            .addTaxId(new TaxId("PL_NIP", "1234563218"))
            .build();
    private static final Party OTHER = Party.builder().company("Inna S.A.").build();

    private final FiscalShop shop = FiscalShop.with();
    private final OrderId order = shop.place("A1");

    private void reissue(Document invoice, Party party) {
        shop.hub.documents().reissue(invoice.id(), party, ANNA);
    }

    private Document reissued(Document invoice) {
        return shop.chain(order).replacementOf(invoice.id()).orElseThrow();
    }

    private List<JournalEntry> history() {
        return shop.hub.journal().history(Subject.of(order), 1, 100);
    }

    @Test
    void oneCommandChangesThePartyCreditsAndInvoicesAgain() {
        Document advance = shop.advance(order, "50.00");
        Document invoice = shop.invoice(order);

        reissue(invoice, COMPANY);

        assertThat(shop.effect(order, "final/2").after())
                .containsExactly(FiscalShop.key(order, "credit/" + invoice.id()));
        assertThat(shop.order(order).invoiceParty()).contains(COMPANY);
        assertThat(history().subList(history().size() - 2, history().size()))
                .extracting(entry -> entry.event().orElseThrow())
                .containsExactly(
                        new OrderEvent.InvoicePartyChanged(), new DocumentEvent.ReissueRequested(invoice.id()));
        shop.hub.effects().runDue();

        Document again = reissued(invoice);
        assertThat(again.buyer()).isEqualTo(COMPANY);
        assertThat(again.number()).isEqualTo("FV20260002");
        assertThat(again.replacesNumber()).contains("FV20260001");
        assertThat(again.corrects()).isEmpty();
        assertThat(again.lines()).isEqualTo(invoice.lines());
        assertThat(again.vat()).isEqualTo(invoice.vat());
        assertThat(again.total()).isEqualTo(invoice.total());
        assertThat(shop.chain(order).deductionOf(advance.id()))
                .as("deducted again")
                .contains(again);
        assertThat(shop.chain(order).live(DocumentKind.INVOICE)).containsExactly(again);
        assertThat(shop.order(order).axes().documents()).isEqualTo(Axes.DocumentState.INVOICED);
        assertThat(shop.chain(order).creditNoteOf(invoice.id()).orElseThrow().reason())
                .contains("buyer-changed");
    }

    @Test
    void theNewInvoiceWaitsForTheCreditNote() {
        Document invoice = shop.invoice(order);
        shop.hub.orders().hold(order, "check", "look", ANNA);
        reissue(invoice, COMPANY);
        shop.hub.effects().runDue();
        assertThat(shop.chain(order).live(DocumentKind.INVOICE)).containsExactly(invoice);

        shop.hub.orders().release(order, "check", ANNA);
        shop.hub.effects().runDue();

        List<Document> documents = shop.chain(order).documents();
        assertThat(documents)
                .extracting(Document::kind)
                .containsExactly(DocumentKind.INVOICE, DocumentKind.CREDIT_NOTE, DocumentKind.INVOICE);
    }

    @Test
    void aSecondClickChangesNothing() {
        Document invoice = shop.invoice(order);
        reissue(invoice, COMPANY);
        int entries = history().size();
        reissue(invoice, COMPANY);
        assertThat(history()).hasSize(entries);
        shop.hub.effects().runDue();
        entries = history().size();
        reissue(invoice, COMPANY);
        shop.hub.effects().runDue();

        assertThat(history()).hasSize(entries);
        assertThat(shop.chain(order).documents()).hasSize(3);
        assertThat(shop.invoiceEffects(order))
                .containsExactlyInAnyOrder("final/1", "credit/" + invoice.id(), "final/2");
    }

    @Test
    void anotherPartyBeforeTheNewInvoiceIsTheOneInvoiced() {
        Document invoice = shop.invoice(order);
        reissue(invoice, COMPANY);
        reissue(invoice, OTHER);
        shop.hub.effects().runDue();

        assertThat(shop.chain(order).documents()).hasSize(3);
        assertThat(reissued(invoice).buyer()).isEqualTo(OTHER);
    }

    @Test
    void whatWasIssuedAgainIsNamedWhenTheOldOneIsAskedForOnceMore() {
        Document invoice = shop.invoice(order);
        reissue(invoice, COMPANY);
        shop.hub.effects().runDue();

        assertFault(
                () -> reissue(invoice, OTHER),
                "invoice FV20260002 stands in the place of invoice FV20260001; issue that one again");
        Document second = reissued(invoice);
        reissue(second, OTHER);
        shop.hub.effects().runDue();

        assertThat(reissued(second).buyer()).isEqualTo(OTHER);
        assertThat(shop.effect(order, "final/3").state()).isEqualTo(EffectState.DONE);
        assertThat(shop.chain(order).live(DocumentKind.INVOICE)).containsExactly(reissued(second));
        assertThat(shop.order(order).progress().line(new LineId("l1")).invoiced()
                        - shop.order(order).progress().line(new LineId("l1")).credited())
                .isEqualTo(2);
    }

    @Test
    void aCreditedInvoiceCanBeIssuedAgainLater() {
        Document invoice = shop.invoice(order);
        shop.credit(invoice);
        reissue(invoice, COMPANY);

        assertThat(shop.effect(order, "final/2").after()).isEmpty();
        shop.hub.effects().runDue();
        assertThat(reissued(invoice).lines()).isEqualTo(invoice.lines());
        assertThat(shop.chain(order).documents()).hasSize(3);
    }

    @Test
    void nothingTakesThePlaceOfAnInvoiceThatIsNotCredited() {
        Document invoice = shop.invoice(order);

        shop.hub
                .effects()
                .plan(
                        DocumentPlans.replacement(
                                new InvoiceIntent.Final(2).key(order), invoice.id(), Optional.empty()),
                        ANNA);
        shop.hub.effects().runDue();

        assertThat(shop.effect(order, "final/2").state()).isEqualTo(EffectState.REJECTED);
        assertThat(shop.effect(order, "final/2").reason()).contains("invoice " + invoice.number() + " is not credited");
    }

    @Test
    void theChannelDoesNotTakeThePartyBack() {
        TestShop channelShop = new TestShop();
        OrderHub hub = channelShop.open();
        channelShop.channel.tell(ChannelOrders.paid("A1").build());
        hub.pull(TestShop.CHANNEL);
        hub.effects().runDue();
        OrderId id = TestShop.order(hub, "A1").id();
        Document invoice = hub.documents().of(id).get(0);
        hub.documents().reissue(invoice.id(), COMPANY, ANNA);

        channelShop.channel.tell(ChannelOrders.paid("A1")
                .addLine(TestOrders.line("l9", 1, "1.00"))
                .revision("r2")
                .build());
        hub.pull(TestShop.CHANNEL);
        hub.effects().runDue();

        assertThat(TestShop.order(hub, "A1").line(new LineId("l9"))).isPresent();
        assertThat(TestShop.order(hub, "A1").invoiceParty()).contains(COMPANY);
        assertThat(hub.documents().chain(id).replacementOf(invoice.id())).hasValueSatisfying(again -> {
            assertThat(again.buyer()).isEqualTo(COMPANY);
            assertThat(again.lines())
                    .extracting(DocumentLine::line)
                    .as("what the credited one covered, no more")
                    .containsExactlyElementsOf(
                            invoice.lines().stream().map(DocumentLine::line).toList());
        });
    }

    @Test
    void twoNodesReissueEachInvoiceOnce() throws Exception {
        OrderHub other = shop.open(builder -> builder.node("two"));
        List<Document> invoices = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            invoices.add(shop.invoice(shop.place("B" + i)));
        }
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> clicks = new ArrayList<>();
            for (OrderHub hub : List.of(shop.hub, other)) {
                clicks.add(threads.submit(() -> {
                    start.await(20, TimeUnit.SECONDS);
                    for (Document invoice : invoices) {
                        hub.documents().reissue(invoice.id(), COMPANY, ANNA);
                        hub.effects().runDue();
                    }
                    return hub;
                }));
            }
            for (Future<?> click : clicks) {
                click.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        shop.hub.effects().runDue();

        for (Document invoice : invoices) {
            DocumentChain chain = shop.chain(invoice.order().orElseThrow());
            assertThat(chain.documents()).as(invoice.number()).hasSize(3);
            assertThat(chain.live(DocumentKind.INVOICE))
                    .extracting(Document::replaces)
                    .containsExactly(Optional.of(invoice.id()));
        }
        assertThat(shop.stores.series().last("shop/invoices/2026")).hasValue(40);
        assertThat(shop.stores.series().last("shop/credits/2026")).hasValue(20);
    }

    @Test
    void refusesWhatCannotBeIssuedAgain() {
        Document advance = shop.advance(order, "50.00");
        Document invoice = shop.invoice(order);

        assertFault(
                () -> reissue(advance, COMPANY), "document ZA202680001 is of kind ADVANCE; invoices are issued again");
        assertThatThrownBy(() -> shop.hub.documents().reissue(new DocumentId("nobody"), COMPANY, ANNA))
                .hasMessageContaining("no document nobody");
        shop.hub.orders().cancel(order, "by phone", ANNA);
        assertFault(
                () -> reissue(invoice, COMPANY),
                "order " + order + " is cancelled; invoice FV20260001 can be credited and not issued again");
    }

    private static void assertFault(Runnable call, String message) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.INVALID_REQUEST))
                .hasMessageContaining(message);
    }
}
