package io.orderweave.internal.journal;

import com.fasterxml.jackson.databind.node.NullNode;
import io.orderweave.channel.ChannelId;
import io.orderweave.channel.ExternalRef;
import io.orderweave.channel.RemoteAccount;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connector.Cancellations;
import io.orderweave.connector.RefundRequest;
import io.orderweave.document.BankAccount;
import io.orderweave.document.Document;
import io.orderweave.document.DocumentEvent;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.DocumentLine;
import io.orderweave.document.VatSummary;
import io.orderweave.effect.Attempt;
import io.orderweave.effect.Cause;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.Origin;
import io.orderweave.effect.Pause;
import io.orderweave.event.Actor;
import io.orderweave.event.Event;
import io.orderweave.event.EventName;
import io.orderweave.event.Subject;
import io.orderweave.id.ChargeId;
import io.orderweave.id.DecisionId;
import io.orderweave.id.DocumentId;
import io.orderweave.id.EffectId;
import io.orderweave.id.EntryId;
import io.orderweave.id.LineId;
import io.orderweave.id.OrderId;
import io.orderweave.id.PaymentId;
import io.orderweave.id.RuleId;
import io.orderweave.id.SellerId;
import io.orderweave.id.SeriesId;
import io.orderweave.id.ShipmentId;
import io.orderweave.id.StatusId;
import io.orderweave.id.TransactionId;
import io.orderweave.internal.book.DocumentRecord;
import io.orderweave.internal.book.OrderRecord;
import io.orderweave.internal.book.SealedSecret;
import io.orderweave.internal.book.TokenRecord;
import io.orderweave.internal.book.TransactionRecord;
import io.orderweave.internal.json.Json;
import io.orderweave.mapping.MappingEvent;
import io.orderweave.money.Money;
import io.orderweave.money.VatRate;
import io.orderweave.notice.Audience;
import io.orderweave.notice.NoticeEvent;
import io.orderweave.order.CancellationReason;
import io.orderweave.order.Note;
import io.orderweave.order.OrderEvent;
import io.orderweave.payment.BankTransaction;
import io.orderweave.payment.MatchCriterion;
import io.orderweave.payment.Payment;
import io.orderweave.payment.PaymentEvent;
import io.orderweave.payment.Refund;
import io.orderweave.payment.RefundPart;
import io.orderweave.payment.RefundReason;
import io.orderweave.rule.Condition;
import io.orderweave.rule.Decision;
import io.orderweave.rule.FieldValue;
import io.orderweave.rule.Limit;
import io.orderweave.rule.Measure;
import io.orderweave.rule.RuleEvent;
import io.orderweave.rule.RuleOutcome;
import io.orderweave.rule.Verdict;
import io.orderweave.shipment.Destination;
import io.orderweave.shipment.Parcel;
import io.orderweave.shipment.Shipment;
import io.orderweave.shipment.ShipmentEvent;
import io.orderweave.shipment.TrackingEvent;
import io.orderweave.shipment.TrackingStatus;
import io.orderweave.testing.TestOrders;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One value of everything the library stores, with every part filled. */
final class GoldenValues {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final EntryId ENTRY = new EntryId("entry-1");
    private static final EffectKey KEY = EffectKey.parse("order/order-1/invoice/final/1");
    private static final DocumentId DOCUMENT = new DocumentId("document-1");
    private static final ShipmentId SHIPMENT = new ShipmentId("shipment-1");

    private GoldenValues() {}

    static Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        events().forEach(event -> all.put(name(event), event));
        all.putAll(records());
        return all;
    }

    static String name(Event event) {
        return event.eventName().toString().replace('/', '-');
    }

    static List<Event> events() {
        return List.of(
                new OrderEvent.Imported(
                        new ExternalRef(new ChannelId("fake"), new RemoteAccount("shop-1"), "A1"), "READY", true),
                new OrderEvent.Placed(),
                new OrderEvent.ChangedByChannel(List.of("lines", "delivery"), "READY"),
                new OrderEvent.Confirmed(),
                new OrderEvent.StatusChanged(new StatusId("new"), new StatusId("paid")),
                new OrderEvent.Cancelled("by phone"),
                new OrderEvent.CancellationAsked(
                        Set.of(new LineId("line-2"), new LineId("line-1")), CancellationReason.NO_STOCK),
                new OrderEvent.CancellationTold(
                        Set.of(new LineId("line-2"), new LineId("line-1")), CancellationReason.NO_STOCK),
                new OrderEvent.Replaced(new OrderId("order-2")),
                new OrderEvent.TookPlaceOf(List.of(new OrderId("order-1"), new OrderId("order-0"))),
                new OrderEvent.Adopted(),
                new OrderEvent.InvoicePartyChanged(),
                new OrderEvent.Erased("request 2026-7"),
                new OrderEvent.OrdersArchived(250, NOON),
                new OrderEvent.StatusLasted(new StatusId("packing"), Duration.ofHours(36)),
                new OrderEvent.Raised("print-label"),
                new OrderEvent.HoldPlaced("check", "look first", Optional.of("owner")),
                new OrderEvent.HoldReleased("check"),
                new OrderEvent.NoteAdded(Note.Audience.INTERNAL),
                new OrderEvent.TagAdded("vip"),
                new OrderEvent.TagRemoved("vip"),
                new PaymentEvent.PaymentReceived(new PaymentId("payment-1"), pln("12.34"), Payment.Source.BANK),
                new PaymentEvent.PaymentReduced(new PaymentId("payment-1"), pln("2.34")),
                new PaymentEvent.RefundAsked(
                        new PaymentId("payment-1"), RefundReason.RETURNED, pln("12.34"), "return-7"),
                new PaymentEvent.PaymentRefunded(new PaymentId("payment-1"), pln("12.34"), "return-7"),
                new PaymentEvent.PaymentOverdue(Duration.ofDays(7)),
                new PaymentEvent.TransactionReceived(pln("12.34")),
                new PaymentEvent.TransactionMatched(new OrderId("order-1"), MatchCriterion.ORDER_NUMBER),
                new PaymentEvent.TransactionAssigned(new OrderId("order-1")),
                new PaymentEvent.TransactionUnmatched("no order"),
                new DocumentEvent.DocumentDue(DOCUMENT, DocumentKind.INVOICE, Duration.ofDays(-2)),
                new NoticeEvent.NoticeSent("thanks", "email", Audience.CUSTOMER),
                new MappingEvent.MappingsApplied(3, "the channel has a new status"),
                new RuleEvent.RulesApplied(7, "prepaid orders are packed at once"),
                new RuleEvent.RulesRunByHand(List.of(new RuleId("paid")), 7),
                new RuleEvent.LimitReached(new RuleId("paid"), new Limit(50, Duration.ofHours(1))),
                new RuleEvent.LimitCleared(new RuleId("paid"), "checked by hand"),
                new ShipmentEvent.ShipmentCreated(SHIPMENT, "T-1"),
                new ShipmentEvent.LabelStored(SHIPMENT, "T-1"),
                new ShipmentEvent.TrackingChanged(SHIPMENT, "T-1", TrackingStatus.ANNOUNCED, TrackingStatus.PICKED_UP),
                new ShipmentEvent.TrackingPublished(SHIPMENT),
                new DocumentEvent.DocumentRequested(DocumentKind.INVOICE),
                new DocumentEvent.AdvanceRequested(new PaymentId("payment-1")),
                new DocumentEvent.CreditRequested(DOCUMENT, "cancelled"),
                new DocumentEvent.ReissueRequested(DOCUMENT),
                new DocumentEvent.DocumentIssued(DOCUMENT, DocumentKind.INVOICE, "FV20260001"),
                new DocumentEvent.DocumentRendered(DOCUMENT, DocumentKind.PROFORMA),
                new DocumentEvent.DocumentUploaded(DOCUMENT, DocumentKind.INVOICE),
                new DocumentEvent.DocumentErased(DOCUMENT, "FV20260001"),
                new EffectEvent.EffectRejected(KEY, "no series"),
                new EffectEvent.EffectInDoubt(KEY, "no answer"),
                new EffectEvent.EffectCancelled(KEY, "cancelled"),
                new EffectEvent.EffectDone(KEY),
                new EffectEvent.EffectResolved(KEY, "found"),
                new EffectEvent.EffectUnresolved(KEY, NOON, "no answer"),
                new EffectEvent.EffectRequested(KEY),
                new EffectEvent.EffectsPaused(pause()),
                new EffectEvent.EffectsResumed(pause()),
                new DocumentEvent.DocumentHandedIn(DocumentKind.INVOICE, "FV20260001"),
                new EffectEvent.RecoveryBegun(NOON),
                new EffectEvent.RecoveryDocumentsComplete(),
                new EffectEvent.RecoveryFinished(),
                new EffectEvent.EffectRearmed(KEY, 2),
                new EffectEvent.EffectConflict(KEY, List.of(new RuleId("one"), new RuleId("two"))),
                new EffectEvent.TimerElapsed("remind"),
                new ConfigurationChanged("rules", "7"));
    }

    static Map<String, Object> records() {
        Map<String, Object> records = new LinkedHashMap<>();
        records.put("order-record", new OrderRecord(17, TestOrders.rich()));
        records.put("effect", effect());
        records.put("decision", decision());
        records.put("document-record", new DocumentRecord(document(), Optional.of("ab12")));
        records.put("shipment", shipment());
        records.put("payment", payment());
        records.put("refund", refund());
        records.put("refund-request", refundRequest());
        records.put(
                "cancellation",
                new Cancellations.Cancellation(
                        "A1", Set.of(new LineId("line-2"), new LineId("line-1")), CancellationReason.NO_STOCK));
        records.put("transaction-record", transaction());
        records.put("token-record", TokenRecord.clear("allegro-main", "access-1", Optional.of("refresh-1"), NOON));
        records.put(
                "token-record-sealed",
                TokenRecord.sealed(
                        "allegro-main", new SealedSecret(1, "key-2026", "AAECAwQFBgcICQoL", "c2VhbGVk"), NOON));
        records.put(
                "journal-entry",
                new EntryContent(
                        Actor.operator("anna"),
                        Origin.of(ENTRY).then("rule:one"),
                        Json.object().put("tag", "vip"),
                        1,
                        Json.object()
                                .set(
                                        "in",
                                        Json.object()
                                                .set("number", Json.object().put("set", "N-2"))),
                        Optional.of(3),
                        Optional.empty()));
        records.put(
                "journal-entry-with-facts",
                new EntryContent(
                        Actor.operator("anna"),
                        Origin.of(ENTRY),
                        Json.object().put("tag", "vip"),
                        1,
                        NullNode.getInstance(),
                        Optional.empty(),
                        RecordedFacts.write(facts())));
        return records;
    }

    static Map<String, FieldValue> facts() {
        return Map.of(
                "weight",
                new Measure.Quantity(new BigDecimal("1200.5")),
                "customer.limit",
                new Measure.Amount(pln("500.00")),
                "customer.group",
                new FieldValue.Text("wholesale"),
                "customer.labels",
                new FieldValue.Texts(Set.of("b", "a")),
                "customer.blocked",
                new FieldValue.Flag(false),
                "customer.order-count",
                new FieldValue.Missing(),
                "customer.rating",
                new FieldValue.Faulty("java.net.ConnectException"));
    }

    private static Money pln(String amount) {
        return Money.of(amount, "PLN");
    }

    private static Effect effect() {
        return Effect.builder()
                .id(new EffectId("effect-1"))
                .key(KEY)
                .connection(new ConnectionId("courier"))
                .payload(Json.object().put("series", "invoices"))
                .state(EffectState.ACCEPTED)
                .addCause(Cause.of(ENTRY, new DecisionId("decision-1")))
                .addCause(Cause.mapped(new EntryId("entry-2"), 3))
                .origin(Origin.of(ENTRY).then("rule:one"))
                .addAfter(EffectKey.parse("order/order-1/proforma/1"))
                .addBehind(EffectKey.parse("order/order-1/tracking/C1"))
                .doubtSince(NOON)
                .doubtAnnounced(true)
                .suspected(true)
                .recoveredIn(NOON)
                .arming(3)
                .addAttempt(new Attempt(NOON, "node-1", Attempt.Outcome.PUT_OFF, "busy", Optional.of("req-1")))
                .addAttempt(new Attempt(NOON, "node-2", Attempt.Outcome.ACCEPTED, "accepted", Optional.empty()))
                .due(NOON.plusSeconds(60))
                .notBefore(NOON.plusSeconds(30))
                .callDeadline(NOON.plusSeconds(40))
                .request(Json.object().put("weight", 1000))
                .handle("h1")
                .acceptedUntil(NOON.plusSeconds(3600))
                .answer(Json.object().put("id", "C1"))
                .reference("C1")
                .reason("busy")
                .cancelledByPerson(true)
                .createdAt(NOON)
                .build();
    }

    private static Pause pause() {
        return new Pause(
                Optional.of(new ConnectionId("courier")), Optional.empty(), "strike", Actor.operator("anna"), NOON);
    }

    private static Decision decision() {
        return Decision.builder()
                .id(new DecisionId("decision-1"))
                .subject(new Subject("order", "order-1"))
                .entry(ENTRY)
                .event(new EventName("order.confirmed", 1))
                .ruleSetVersion(4)
                .addFired(new RuleOutcome(
                        new RuleId("one"),
                        Verdict.TRUE,
                        List.of(new Condition.Finding("status", "new", "one-of", "[new]", Verdict.TRUE))))
                .addWishes(new Decision.Wish(new RuleId("one"), KEY, Decision.Fate.PLANNED))
                .build();
    }

    private static Document document() {
        return Document.builder()
                .id(DOCUMENT)
                .kind(DocumentKind.INVOICE)
                .number("FV20260001")
                .series(new SeriesId("invoices"))
                .seller(new SellerId("shop"))
                .sellerProfile(TestOrders.buyer())
                .sellerIsVatPayer(true)
                .order(new OrderId("order-1"))
                .orderNumber("N-1")
                .buyer(TestOrders.buyer())
                .recipient(TestOrders.buyer())
                .issuedAt(NOON)
                .issueDate(LocalDate.of(2026, 3, 1))
                .taxDate(LocalDate.of(2026, 3, 1))
                .dueDate(LocalDate.of(2026, 3, 15))
                .currency(TestOrders.PLN)
                .addLine(DocumentLine.builder()
                        .line(new LineId("l1"))
                        .description("Product l1")
                        .sku("SKU-l1")
                        .quantity(2)
                        .unitPrice(pln("25.00"))
                        .vatRate(VatRate.of("23"))
                        .build())
                .addLine(DocumentLine.builder()
                        .charge(new ChargeId("delivery"))
                        .description("Delivery")
                        .quantity(1)
                        .unitPrice(pln("10.00"))
                        .vatRate(VatRate.of("9.5"))
                        .build())
                .addLine(DocumentLine.builder()
                        .payment(new PaymentId("payment-1"))
                        .description("N-1")
                        .quantity(1)
                        .unitPrice(pln("5.00"))
                        .vatRate(VatRate.of("23"))
                        .build())
                .addLine(DocumentLine.builder()
                        .advance(new DocumentId("document-a"))
                        .description("ZA20268001")
                        .quantity(-1)
                        .unitPrice(pln("20.00"))
                        .vatRate(VatRate.of("23"))
                        .build())
                .addVat(new VatSummary(VatRate.of("23"), pln("40.65"), pln("9.35"), pln("50.00")))
                .total(pln("60.00"))
                .paid(pln("60.00"))
                .variableSymbol("20260001")
                .payTo(new BankAccount(
                        TestOrders.PLN, "PL61109010140000071219812874", Optional.of("WBKPPLPP"), Optional.of("Bank")))
                .paymentMethod("bank-transfer")
                .language(Locale.forLanguageTag("pl"))
                .corrects(new DocumentId("document-0"))
                .correctsNumber("FV20260000")
                .reason("buyer-changed")
                .replaces(new DocumentId("document-r"))
                .replacesNumber("FV20250009")
                .build();
    }

    private static Shipment shipment() {
        return Shipment.builder()
                .id(SHIPMENT)
                .order(new OrderId("order-1"))
                .courier(new ConnectionId("courier"))
                .reference("order-1-1")
                .lines(Map.of(new LineId("l1"), 2, new LineId("l2"), 1))
                .addParcel(Parcel.builder()
                        .weightGrams(1_000)
                        .dimensions(new Parcel.Dimensions(300, 200, 100))
                        .sizeClass("A")
                        .build())
                .destination(
                        new Destination.ToAddress(TestOrders.buyer().address().orElseThrow()))
                .collectOnDelivery(pln("12.34"))
                .courierShipmentId("C1")
                .trackingNumber("T-1")
                .trackingUrl("https://courier.example/T-1")
                .status(TrackingStatus.PICKED_UP)
                .addHistory(new TrackingEvent(TrackingStatus.PICKED_UP, "PU", NOON))
                .label("ab12")
                .labelType("application/pdf")
                .createdAt(NOON)
                .build();
    }

    private static Refund refund() {
        return Refund.builder()
                .order(new OrderId("order-1"))
                .payment(new PaymentId("payment-1"))
                .reason(RefundReason.RETURNED)
                .addParts(
                        new RefundPart.Pieces(new LineId("line-1"), 2, pln("10.00")),
                        new RefundPart.PartOfLine(new LineId("line-2"), pln("1.50")),
                        new RefundPart.OfCharge(new ChargeId("delivery"), pln("0.84")))
                .reference("return-7")
                .comment("sorry")
                .build();
    }

    private static RefundRequest refundRequest() {
        return RefundRequest.builder()
                .key(UUID.fromString("2f6cba31-5a5e-3c62-8c04-5b5a0b6d3d11"))
                .externalId("A1")
                .payment("pay-A1")
                .reason(RefundReason.RETURNED)
                .addPart(new RefundPart.PartOfLine(new LineId("line-2"), pln("1.50")))
                .comment("sorry")
                .build();
    }

    private static Payment payment() {
        return Payment.builder()
                .id(new PaymentId("payment-1"))
                .order(new OrderId("order-1"))
                .amount(pln("12.34"))
                .receivedAt(NOON)
                .source(Payment.Source.BANK)
                .reference("20260001")
                .transaction(new TransactionId("transaction-1"))
                .build();
    }

    private static TransactionRecord transaction() {
        BankTransaction transaction = BankTransaction.builder()
                .replayKey("bank/2026-03-01/1")
                .amount(pln("12.34"))
                .bookedOn(LocalDate.of(2026, 3, 1))
                .receivedAt(NOON)
                .ownAccount("PL61109010140000071219812874")
                .variableSymbol("20260001")
                .specificSymbol("1")
                .constantSymbol("0308")
                .message("order N-1")
                .counterpartyName("Jan Przykładowy")
                .counterpartyAccount("PL27114020040000300201355387")
                .bankReference("BR-1")
                .balanceAfter(pln("1000.00"))
                .build();
        return new TransactionRecord(
                new TransactionId("transaction-1"),
                new ConnectionId("bank"),
                transaction,
                TransactionRecord.State.MATCHED,
                Optional.of(new OrderId("order-1")),
                "by order number");
    }
}
