package io.orderweave;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.RawDocument;
import io.orderweave.connection.Settings;
import io.orderweave.connector.DocumentUploads;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.Tokens;
import io.orderweave.courier.Labels;
import io.orderweave.courier.ShipmentRequest;
import io.orderweave.document.BankAccount;
import io.orderweave.document.Document;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.Seller;
import io.orderweave.event.Actor;
import io.orderweave.id.DocumentId;
import io.orderweave.id.OrderId;
import io.orderweave.id.SellerId;
import io.orderweave.id.SeriesId;
import io.orderweave.id.ShipmentId;
import io.orderweave.id.TransactionId;
import io.orderweave.money.Money;
import io.orderweave.order.Delivery;
import io.orderweave.order.NewOrder;
import io.orderweave.order.Note;
import io.orderweave.order.Order;
import io.orderweave.order.OrderChange;
import io.orderweave.order.OrderPage;
import io.orderweave.order.PaymentTerms;
import io.orderweave.order.PickupPoint;
import io.orderweave.party.Country;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.party.TaxId;
import io.orderweave.payment.BankTransaction;
import io.orderweave.payment.MatchOutcome;
import io.orderweave.payment.PaymentSource;
import io.orderweave.payment.Payments;
import io.orderweave.shipment.Destination;
import io.orderweave.shipment.Parcel;
import io.orderweave.shipment.Shipment;
import io.orderweave.shipment.TrackingStatus;
import io.orderweave.store.RecordContent;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestOrders;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Law 8: no toString shows personal data or secrets. Each value holds every one of the secrets it can. */
class RedactionTest {

    private static final String SECRET = "Geheim";
    private static final String IBAN = "PL61109010140000071219812874";

    @TestFactory
    Stream<DynamicTest> printsNothingPersonal() {
        return values().entrySet().stream()
                .map(value -> DynamicTest.dynamicTest(
                        value.getKey(),
                        () -> assertThat(value.getValue().toString()).doesNotContain(SECRET, IBAN, "12345678", "@")));
    }

    private static Map<String, Object> values() {
        Order order = order();
        return Map.ofEntries(
                Map.entry("party", party()),
                Map.entry("postal address", address()),
                Map.entry("tax id", new TaxId("PL_NIP", SECRET)),
                Map.entry("note", note()),
                Map.entry("pickup point", point()),
                Map.entry("order", order),
                Map.entry("order page", new OrderPage(List.of(order), Optional.empty())),
                Map.entry("order change", new OrderChange(Optional.of(order), order, List.of())),
                Map.entry("new order", newOrder()),
                Map.entry(
                        "channel order",
                        ChannelOrders.unpaid("A1")
                                .buyer(party())
                                .buyerNote(SECRET)
                                .raw(raw())
                                .build()),
                Map.entry("unreadable item", new OrderFeed.Item.Unreadable("A1", raw(), "no total")),
                Map.entry("tokens", new Tokens(SECRET, Optional.of(SECRET), TestOrders.NOON)),
                Map.entry("settings", Settings.of(Map.of("key", SECRET))),
                Map.entry("raw document", raw()),
                Map.entry(
                        "upload",
                        new DocumentUploads.DocumentUpload("A1", "FV1", SECRET.getBytes(StandardCharsets.UTF_8))),
                Map.entry("bank transaction", transaction()),
                Map.entry("received payment", new PaymentSource.Item.Received(transaction())),
                Map.entry("refused mail", new PaymentSource.Item.Refused("m1", raw(), "FORGED", "no signature")),
                Map.entry(
                        "incoming transaction",
                        new Payments.IncomingTransaction(
                                new TransactionId("t1"),
                                transaction(),
                                new MatchOutcome.NotFound(List.of(SECRET)).summary())),
                Map.entry("match outcome", new MatchOutcome.NotFound(List.of(SECRET))),
                Map.entry("shipment request", shipmentRequest()),
                Map.entry("shipment", shipment()),
                Map.entry("label", new Labels.Label(SECRET.getBytes(StandardCharsets.UTF_8), "application/pdf")),
                Map.entry("document", document()),
                Map.entry("seller", seller()),
                Map.entry("bank account", account()),
                Map.entry("record", new RecordContent(1, SECRET.getBytes(StandardCharsets.UTF_8), Map.of())));
    }

    private static Party party() {
        return Party.builder()
                .personName(SECRET)
                .company(SECRET)
                .email(SECRET + "@example.org")
                .phone("+48123456789")
                .address(address())
                .addTaxId(new TaxId("PL_NIP", "1234567890"))
                .build();
    }

    private static PostalAddress address() {
        return PostalAddress.builder()
                .street(SECRET + " 1")
                .city(SECRET)
                .postalCode(SECRET)
                .region(SECRET)
                .country(new Country("PL"))
                .build();
    }

    private static PickupPoint point() {
        return PickupPoint.builder().id("POZ08A").address(address()).build();
    }

    private static Note note() {
        return new Note(SECRET, Note.Audience.INTERNAL, Actor.operator("anna"), TestOrders.NOON);
    }

    private static RawDocument raw() {
        return new RawDocument("text/plain", SECRET.getBytes(StandardCharsets.UTF_8));
    }

    private static Order order() {
        Order.Builder order = TestOrders.rich().toBuilder();
        return order.buyer(party())
                .invoiceParty(party())
                .delivery(Delivery.builder()
                        .recipient(party())
                        .pickupPoint(point())
                        .build())
                .addNote(note())
                .build();
    }

    private static NewOrder newOrder() {
        return NewOrder.builder()
                .number("1")
                .seller(new SellerId("shop"))
                .currency(TestOrders.PLN)
                .buyer(party())
                .delivery(Delivery.builder().recipient(party()).build())
                .payment(PaymentTerms.builder()
                        .timing(PaymentTerms.Timing.PREPAID)
                        .build())
                .build();
    }

    private static BankTransaction transaction() {
        return BankTransaction.builder()
                .replayKey(IBAN + "/ref")
                .amount(Money.of("1", "PLN"))
                .bookedOn(LocalDate.of(2026, 3, 1))
                .receivedAt(TestOrders.NOON)
                .ownAccount(IBAN)
                .message(SECRET)
                .counterpartyName(SECRET)
                .counterpartyAccount(IBAN)
                .balanceAfter(Money.of("12345678", "PLN"))
                .build();
    }

    private static ShipmentRequest shipmentRequest() {
        return ShipmentRequest.builder()
                .reference("R1")
                .recipient(party())
                .destination(new Destination.ToAddress(address()))
                .addParcel(Parcel.ofGrams(1))
                .value(Money.of("1", "PLN"))
                .build();
    }

    private static Shipment shipment() {
        return Shipment.builder()
                .id(new ShipmentId("s1"))
                .order(new OrderId("o1"))
                .courier(new ConnectionId("courier"))
                .reference("R1")
                .destination(new Destination.ToPoint(point()))
                .courierShipmentId("C1")
                .trackingNumber("T1")
                .status(TrackingStatus.ANNOUNCED)
                .createdAt(TestOrders.NOON)
                .build();
    }

    private static Document document() {
        Money one = Money.of("1", "PLN");
        return Document.builder()
                .id(new DocumentId("d1"))
                .kind(DocumentKind.INVOICE)
                .number("FV1")
                .series(new SeriesId("s"))
                .seller(new SellerId("shop"))
                .sellerProfile(party())
                .sellerIsVatPayer(true)
                .buyer(party())
                .recipient(party())
                .issuedAt(TestOrders.NOON)
                .issueDate(LocalDate.of(2026, 3, 1))
                .taxDate(LocalDate.of(2026, 3, 1))
                .dueDate(LocalDate.of(2026, 3, 1))
                .currency(TestOrders.PLN)
                .total(one)
                .paid(one)
                .variableSymbol("1")
                .payTo(account())
                .language(Locale.ENGLISH)
                .build();
    }

    private static Seller seller() {
        return Seller.builder()
                .id(new SellerId("shop"))
                .profile(party())
                .zone(ZoneId.of("Europe/Warsaw"))
                .language(Locale.ENGLISH)
                .vatPayer(true)
                .addBankAccount(account())
                .build();
    }

    private static BankAccount account() {
        return new BankAccount(Currency.getInstance("PLN"), IBAN, Optional.empty(), Optional.empty());
    }
}
