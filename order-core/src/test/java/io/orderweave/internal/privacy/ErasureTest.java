package io.orderweave.internal.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.OrderHubBuilder;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.courier.CreateAnswer;
import io.orderweave.document.Document;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.Seller;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectContext;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.LocalEffectHandler;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.IdSource;
import io.orderweave.id.OrderId;
import io.orderweave.id.PaymentId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.json.Json;
import io.orderweave.journal.JournalEntry;
import io.orderweave.money.Money;
import io.orderweave.order.Delivery;
import io.orderweave.order.Note;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.party.Country;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.party.TaxId;
import io.orderweave.payment.Payment;
import io.orderweave.privacy.ErasureReport;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.FakeBank;
import io.orderweave.testing.ProbedStores;
import io.orderweave.testing.TestShop;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person was called, wrote and was sent is gone everywhere; what the shop sold, and why it did what it did, stays. */
class ErasureTest {

    private static final Actor ANNA = Actor.operator("anna");
    private static final String REASON = "request 2026-7";

    private final TestShop shop = new TestShop();
    private final FakeBank bank = new FakeBank();
    private final ProbedStores stores = new ProbedStores(shop.stores);
    private OrderHub hub = open(builder -> builder);
    private OrderId id = new OrderId("none-yet");

    /** One order with everything that can hang on an order, and another customer's beside it. */
    @BeforeEach
    void sell() {
        shop.channel.tellUnreadable("A1", "{\"raw\":\"Greta\"}", "Greta has no street");
        hub.pull(TestShop.CHANNEL);
        shop.channel.tell(order("A1", "Greta"));
        shop.channel.tell(order("B1", "Oskar"));
        hub.pull(TestShop.CHANNEL);
        id = TestShop.order(hub, "A1").id();
        hub.orders().addNote(id, "Greta called", Note.Audience.INTERNAL, ANNA);
        hub.orders().hold(id, "check", "ask Greta", ANNA);
        hub.orders().release(id, "check", ANNA);
        hub.orders().hold(id, "later", "wait for Greta", ANNA);
        hub.orders().release(id, "later", ANNA);
        shop.courier.answerNext(new CreateAnswer.Rejected(List.of("Greta is no name")));
        pay("A1", "t1", "Greta");
        hub.effects().rearm(shipment(), ANNA);
        hub.effects().runDue();
        pay("B1", "t2", "Oskar");
    }

    @Test
    void leavesNothingOfThePersonAnywhereButOnTheInvoice() {
        Document invoice = document(DocumentKind.INVOICE);
        assertThat(places(stores.dump(), "Greta")).hasSizeGreaterThan(12);

        ErasureReport report = erase();

        assertThat(report.erased()).containsExactly(id);
        assertThat(report.refused()).isEmpty();
        assertThat(places(stores.dump(), "Greta")).containsExactly("documents/" + invoice.id());
        assertThat(report.keptDocuments())
                .containsExactly(
                        new ErasureReport.KeptDocument(invoice.id(), invoice.number(), id, LocalDate.of(2036, 3, 1)));
    }

    @Test
    void leavesEveryOtherOrderAsItIsToTheByte() {
        Subject other = Subject.of(TestShop.order(hub, "B1").id());
        Map<String, String> before = ProbedStores.about(stores.dump(), other);
        List<String> places = places(stores.dump(), "Oskar");

        erase();

        assertThat(ProbedStores.about(stores.dump(), other)).isEqualTo(before).hasSizeGreaterThan(10);
        assertThat(places(stores.dump(), "Oskar")).isEqualTo(places);
    }

    @Test
    void keepsIdsAmountsCountriesAndStates() {
        Order before = order();

        erase();

        Order after = order();
        assertThat(after.buyer().personName()).contains("erased");
        assertThat(after.buyer().address().orElseThrow().country()).isEqualTo(new Country("PL"));
        assertThat(after.erasedAt()).contains(shop.clock.instant());
        assertThat(after.lines()).isEqualTo(before.lines());
        assertThat(after.progress()).isEqualTo(before.progress());
        assertThat(after.status()).isEqualTo(before.status());
        assertThat(after.ref()).isEqualTo(before.ref());
        assertThat(hub.payments().of(id)).hasSize(1);
        assertThat(hub.shipments().of(id).get(0).trackingNumber()).isEqualTo("T-C1");
    }

    @Test
    void isEnteredInTheJournalWithoutPersonalData() {
        erase();

        JournalEntry entry = last();
        assertThat(entry.name().toString()).isEqualTo("order.erased/1");
        assertThat(entry.event()).contains(new OrderEvent.Erased(REASON));
        assertThat(entry.actor()).isEqualTo(ANNA);
        assertThat(entry.difference().toString()).doesNotContain("Greta");
    }

    @Test
    void rebuildsEveryPastVersionWithoutThePerson() {
        long entries = hub.journal().history(Subject.of(id), 1, 1_000).size();
        List<Order> before = versions(entries);

        erase();

        List<Order> after = versions(entries);
        assertThat(after).isEqualTo(before.stream().map(PersonalData::erased).toList());
        assertThat(after.get(0).buyer().personName()).contains("erased");
        assertThat(hub.journal().orderAt(id, entries + 1)).contains(order());
    }

    @Test
    void stillExplainsWithErasedInThePersonsPlace() {
        EffectKey invoice = EffectKey.parse("order/" + id + "/invoice/final/1");
        String why = hub.journal().why(invoice).text();

        erase();

        assertThat(hub.journal().why(invoice).text()).isEqualTo(why);
        assertThat(hub.journal().whyNot(id, EffectKind.SHIPMENT).text()).doesNotContain("Greta");
        Effect shipment = hub.effects().find(shipment()).orElseThrow();
        assertThat(shipment.attempts().get(0).detail()).isEqualTo("erased");
        assertThat(shipment.request().orElseThrow().toString()).contains("\"erased\"", "reference");
    }

    @Test
    void deletesLabelsProformasAndRawDocuments() {
        Document proforma = document(DocumentKind.PROFORMA);
        Document invoice = document(DocumentKind.INVOICE);
        var shipment = hub.shipments().of(id).get(0).id();
        assertThat(hub.shipments().label(shipment)).isPresent();
        assertThat(hub.documents().pdf(proforma.id())).isPresent();

        erase();

        assertThat(hub.shipments().label(shipment)).isEmpty();
        assertThat(hub.documents().pdf(proforma.id())).isEmpty();
        assertThat(hub.documents().find(proforma.id()).orElseThrow().buyer().personName())
                .contains("erased");
        assertThat(hub.documents().pdf(invoice.id())).isPresent();
        assertThat(hub.documents().find(invoice.id())).contains(invoice);
    }

    @Test
    void keepsARawDocumentThatAnotherItemHasToo() {
        shop.channel.tellUnreadable("C1", "{\"raw\":\"Greta\"}", "no total");
        hub.pull(TestShop.CHANNEL);
        var other = hub.quarantine().open(10).get(0).id();

        erase();

        assertThat(hub.quarantine().raw(other)).isPresent();
    }

    @Test
    void doesNothingTheSecondTime() {
        erase();
        Map<String, String> once = stores.dump();
        shop.clock.advance(Duration.ofDays(1));

        ErasureReport again = erase();

        assertThat(again.erased()).containsExactly(id);
        assertThat(stores.dump()).isEqualTo(once);
    }

    @Test
    void findsWhatCameInSince() {
        erase();
        hub.orders().addNote(id, "Greta called again", Note.Audience.INTERNAL, ANNA);
        assertThat(places(stores.dump(), "Greta called")).isNotEmpty();

        erase();

        assertThat(places(stores.dump(), "Greta called")).isEmpty();
        assertThat(last().name().name()).isEqualTo("order.erased");
    }

    @Test
    void aChannelThatTellsTheOrderAgainBringsNobodyBack() {
        erase();
        shop.channel.tell(like(order("A1", "Greta")).term("SENT").revision("r2").build());
        assertThat(hub.pull(TestShop.CHANNEL).changed()).isEqualTo(1);

        assertThat(places(stores.dump(), "Greta"))
                .containsExactly("documents/" + document(DocumentKind.INVOICE).id());
        assertThat(order().channelState().orElseThrow().term()).isEqualTo("SENT");
        assertThat(last().event()).contains(new OrderEvent.ChangedByChannel(List.of("term"), "SENT"));

        hub.pull(TestShop.CHANNEL);
        assertThat(hub.pull(TestShop.CHANNEL).changed()).isZero();
    }

    @Test
    void anUnreadableAnswerAboutAnErasedOrderIsKeptWithoutItsDocument() {
        erase();
        shop.channel.tellUnreadable("A1", "{\"raw\":\"Greta\"}", "no total");
        shop.channel.tellUnreadable("", "{\"raw\":\"nobody\"}", "no id");
        hub.pull(TestShop.CHANNEL);

        assertThat(places(stores.dump(), "{\"raw\":\"Greta\"}")).isEmpty();
        assertThat(places(stores.dump(), "{\"raw\":\"nobody\"}")).hasSize(1);
        assertThat(hub.quarantine().open(10)).hasSize(2);
    }

    @Test
    void plansNothingMoreThatNeedsThePerson() {
        erase();
        EffectKey reship = EffectKey.parse("order/" + id + "/label/again");
        hub.effects()
                .plan(
                        PlannedEffect.builder()
                                .key(reship)
                                .connection(TestShop.COURIER)
                                .payload(Json.object())
                                .build(),
                        ANNA);

        hub.effects().runDue();

        Effect effect = hub.effects().find(reship).orElseThrow();
        assertThat(effect.state()).isEqualTo(EffectState.CANCELLED);
        assertThat(effect.reason()).contains("the order's personal data is erased");
    }

    @Test
    void erasesEffectsOnItsDocumentsAndWhatOthersKeptInTheirs() {
        hub = open(builder -> builder.effectHandler(new Mail()));
        EffectKey mail =
                new EffectKey(Subject.of(document(DocumentKind.PROFORMA).id()), Mail.KIND, "1");
        hub.effects()
                .plan(
                        PlannedEffect.builder()
                                .key(mail)
                                .payload(Json.object().put("to", "Greta"))
                                .build(),
                        ANNA);
        assertThat(erase().refused().get(0).effects()).containsExactly(mail);
        hub.effects().runDue();
        assertThat(places(stores.dump(), "Greta moved")).hasSize(2);

        assertThat(erase().erased()).containsExactly(id);

        assertThat(places(stores.dump(), "Greta"))
                .containsExactly("documents/" + document(DocumentKind.INVOICE).id());
        assertThat(hub.effects().find(mail).orElseThrow().payload().asText()).isEqualTo("erased");
    }

    /** A host's own kind, refused in a person's words. */
    private static final class Mail implements LocalEffectHandler {

        static final EffectKind KIND = new EffectKind("host-mail");

        @Override
        public EffectKind kind() {
            return KIND;
        }

        @Override
        public boolean irreversible() {
            return false;
        }

        @Override
        public LocalOutcome perform(EffectContext context) {
            return new LocalOutcome.Impossible("Greta moved");
        }
    }

    @Test
    void refusesAnOrderWhoseEffectsStillNeedTheData() {
        shop.channel.tell(order("C1", "Karla"));
        hub.pull(TestShop.CHANNEL);
        OrderId open = TestShop.order(hub, "C1").id();
        Map<String, String> before = stores.dump();

        ErasureReport report = hub.privacy().erase(open, REASON, ANNA);

        EffectKey proforma = EffectKey.parse("order/" + open + "/proforma/1");
        assertThat(report.refused()).containsExactly(new ErasureReport.Refused(open, List.of(proforma)));
        assertThat(report.erased()).isEmpty();
        assertThat(stores.dump()).isEqualTo(before);

        hub.effects().cancel(proforma, "erased", ANNA);
        assertThat(hub.privacy().erase(open, REASON, ANNA).erased()).containsExactly(open);
        assertThat(places(stores.dump(), "Karla")).isEmpty();
    }

    @Test
    void erasesEveryOrderOfACustomerAndNoOther() {
        shop.channel.tell(order("C1", "Greta"));
        shop.channel.tell(
                like(order("D1", "Oskar")).invoiceParty(person("GRETA")).build());
        hub.pull(TestShop.CHANNEL);
        hub.effects().runDue();

        ErasureReport report = hub.privacy().eraseCustomer(" greta@EXAMPLE.org ", REASON, ANNA);

        assertThat(report.erased())
                .containsExactlyInAnyOrder(
                        id,
                        TestShop.order(hub, "C1").id(),
                        TestShop.order(hub, "D1").id());
        assertThat(places(stores.dump(), "Oskar")).isNotEmpty();
        assertThat(TestShop.order(hub, "B1").erasedAt()).isEmpty();
    }

    @Test
    void refusesToEraseNobody() {
        assertThatThrownBy(() -> hub.privacy().eraseCustomer(" ", REASON, ANNA))
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.INVALID_REQUEST));
    }

    @Test
    void erasesASaleThatBecameAJointOneAsAWhole() {
        shop.channel.tell(order("C1", "Karla"));
        hub.pull(TestShop.CHANNEL);
        OrderId old = TestShop.order(hub, "C1").id();
        shop.channel.tell(
                like(order("C1", "Karla")).externalId("J1").number("J1").build());
        hub.pull(TestShop.CHANNEL);
        OrderId joint = TestShop.order(hub, "J1").id();
        hub.effects().runDue();

        assertThat(hub.privacy().erase(old, REASON, ANNA).erased()).containsExactlyInAnyOrder(old, joint);
        assertThat(places(stores.dump(), "Karla")).isEmpty();
    }

    @Test
    void leavesATransactionThatPaidSomebodyElseToo() {
        var transaction = hub.payments().of(id).get(0).transaction().orElseThrow();
        OrderId other = TestShop.order(hub, "B1").id();
        Book book = new Book(stores, shop.clock, new IdSource(shop.clock));
        Payment.Builder shared = Payment.builder();
        shared.from(hub.payments().of(id).get(0));
        book.payments()
                .insertNew(shared.id(new PaymentId("shared")).order(other).build());

        ErasureReport report = erase();

        assertThat(report.keptTransactions()).containsExactly(transaction);
        assertThat(places(stores.dump(), "Greta")).contains("bank_transactions/" + transaction);
    }

    @Test
    void isAllOrNothingWhereverItIsCut() {
        Map<String, String> before = stores.dump();
        long calls = 0;
        boolean cut = true;
        while (cut) {
            stores.failAfter(calls++);
            try {
                erase();
                cut = false;
            } catch (ProbedStores.Cut expected) {
                stores.failNoMore();
                assertThat(stores.dump()).isEqualTo(before);
            }
        }
        stores.failNoMore();

        assertThat(calls).isGreaterThan(30);
        assertThat(places(stores.dump(), "Greta")).hasSize(1);
    }

    @Test
    void goesOnWithACustomersOtherOrdersWhereItWasCut() {
        shop.channel.tell(order("C1", "Greta"));
        hub.pull(TestShop.CHANNEL);
        hub.effects().runDue();
        long calls = 0;
        boolean half = false;
        boolean cut = true;
        while (cut) {
            stores.failAfter(calls += 5);
            try {
                hub.privacy().eraseCustomer("greta@example.org", REASON, ANNA);
                cut = false;
            } catch (ProbedStores.Cut expected) {
                stores.failNoMore();
                half |= order().erasedAt().isPresent()
                        != TestShop.order(hub, "C1").erasedAt().isPresent();
            }
        }
        stores.failNoMore();

        assertThat(half).as("was cut between two orders").isTrue();
        assertThat(places(stores.dump(), "Greta")).hasSize(1);
    }

    @Test
    void tellsTheHostsListenerSoThatItsTablesStayInStep() {
        List<String> told = new ArrayList<>();
        hub = open(builder -> builder.listener(
                change -> told.add(change.before().orElseThrow().buyer().displayName() + " -> "
                        + change.after().buyer().displayName())));

        erase();

        assertThat(told).containsExactly("Greta -> erased");
    }

    @Test
    void documentsGoWhenTheirRetentionIsOver() {
        Document invoice = document(DocumentKind.INVOICE);
        String pdf = "documents/" + invoice.id();
        erase();
        shop.clock.advance(
                Duration.between(shop.clock.instant(), invoice.issuedAt().plus(Duration.ofDays(3_650))));
        assertThat(hub.privacy().purgeExpiredDocuments(ANNA))
                .as("leap days are yet to come")
                .isZero();
        shop.clock.advance(Duration.ofDays(3));

        assertThat(hub.privacy().purgeExpiredDocuments(ANNA)).isEqualTo(1);

        assertThat(places(stores.dump(), "Greta")).doesNotContain(pdf).isEmpty();
        Document left = hub.documents().find(invoice.id()).orElseThrow();
        assertThat(left.buyer().personName()).contains("erased");
        assertThat(left.number()).isEqualTo(invoice.number());
        assertThat(left.total()).isEqualTo(Money.of("120.00", "PLN"));
        assertThat(hub.documents().pdf(invoice.id())).isEmpty();
        assertThat(last().name().name()).isEqualTo("document.erased");
        assertThat(places(stores.dump(), "Oskar")).isNotEmpty();
        assertThat(hub.privacy().purgeExpiredDocuments(ANNA)).isZero();
        assertThat(erase().keptDocuments()).isEmpty();
    }

    @Test
    void aSellerMayKeepDocumentsForAnotherTime() {
        Seller.Builder seller = Seller.builder();
        seller.from(TestShop.seller());
        hub = open(builder -> builder.seller(seller.documentRetentionYears(5).build()));

        assertThat(erase().keptDocuments().get(0).until()).isEqualTo(LocalDate.of(2031, 3, 1));
        shop.clock.advance(Duration.ofDays(5 * 366));
        assertThat(hub.privacy().purgeExpiredDocuments(ANNA)).isEqualTo(1);
    }

    @Test
    void keepsTheDocumentsOfOrdersThatNobodyErased() {
        shop.clock.advance(Duration.ofDays(11 * 366));

        assertThat(hub.privacy().purgeExpiredDocuments(ANNA)).isZero();
        assertThat(hub.documents().pdf(document(DocumentKind.INVOICE).id())).isPresent();
    }

    private OrderHub open(UnaryOperator<OrderHubBuilder> more) {
        return more.apply(shop.builder()
                        .stores(stores)
                        .paymentSource(FakeBank.BANK, bank)
                        .renderer(document -> ("%PDF " + document.number()
                                        + (document.kind() == DocumentKind.PROFORMA
                                                ? document.buyer().displayName()
                                                : ""))
                                .getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private void pay(String number, String transfer, String payer) {
        hub.effects().runDue();
        bank.tell(FakeBank.transfer(transfer)
                .message(number + " " + payer)
                .variableSymbol(proforma(number).variableSymbol())
                .counterpartyName(payer)
                .counterpartyAccount(payer + "-account")
                .build());
        hub.pull(FakeBank.BANK);
        hub.effects().runDue();
    }

    private Document proforma(String number) {
        return hub.documents().of(TestShop.order(hub, number).id()).get(0);
    }

    private Document document(DocumentKind kind) {
        return hub.documents().of(id).stream()
                .filter(document -> document.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private ErasureReport erase() {
        return hub.privacy().erase(id, REASON, ANNA);
    }

    private Order order() {
        return hub.orders().find(id).orElseThrow();
    }

    private EffectKey shipment() {
        return EffectKey.parse("order/" + id + "/shipment/1");
    }

    private JournalEntry last() {
        List<JournalEntry> history = hub.journal().history(Subject.of(id), 1, 1_000);
        return history.get(history.size() - 1);
    }

    private List<Order> versions(long entries) {
        return Stream.iterate(1L, sequence -> sequence <= entries, sequence -> sequence + 1)
                .map(sequence -> hub.journal().orderAt(id, sequence).orElseThrow())
                .toList();
    }

    /** Where that text lies, whatever its case. */
    private static List<String> places(Map<String, String> dump, String text) {
        return dump.entrySet().stream()
                .filter(entry -> entry.getValue().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static ChannelOrder order(String number, String name) {
        return ChannelOrders.unpaid(number)
                .buyer(person(name))
                .delivery(Delivery.builder()
                        .recipient(person(name))
                        .term("courier-id")
                        .build())
                .buyerNote("from " + name)
                .addReferrer("https://mail.example.org/" + name)
                .build();
    }

    private static ChannelOrder.Builder like(ChannelOrder order) {
        ChannelOrder.Builder like = ChannelOrder.builder();
        like.from(order);
        return like;
    }

    private static Party person(String name) {
        return Party.builder()
                .personName(name)
                .email(name + "@example.org")
                .phone("+48 " + name)
                .address(PostalAddress.builder()
                        .street(name + " 1")
                        .city("City of " + name)
                        .postalCode(name)
                        .region(name)
                        .country(new Country("PL"))
                        .build())
                .addTaxId(new TaxId("PL_NIP", name))
                .build();
    }
}
