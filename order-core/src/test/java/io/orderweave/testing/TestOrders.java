package io.orderweave.testing;

import io.orderweave.channel.ChannelId;
import io.orderweave.channel.ExternalRef;
import io.orderweave.channel.RemoteAccount;
import io.orderweave.channel.Storefront;
import io.orderweave.connection.ConnectionId;
import io.orderweave.event.Actor;
import io.orderweave.id.ChargeId;
import io.orderweave.id.LineId;
import io.orderweave.id.OrderId;
import io.orderweave.id.SellerId;
import io.orderweave.id.StatusId;
import io.orderweave.money.Money;
import io.orderweave.money.VatRate;
import io.orderweave.order.ChannelState;
import io.orderweave.order.Charge;
import io.orderweave.order.Delivery;
import io.orderweave.order.Hold;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.LineProgress;
import io.orderweave.order.Note;
import io.orderweave.order.Order;
import io.orderweave.order.OrderLine;
import io.orderweave.order.PaymentTerms;
import io.orderweave.order.Phase;
import io.orderweave.order.PickupPoint;
import io.orderweave.order.Progress;
import io.orderweave.party.Country;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.party.TaxId;
import java.time.Instant;
import java.util.Currency;

/** Orders for tests. */
public final class TestOrders {

    public static final Currency PLN = Currency.getInstance("PLN");
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private TestOrders() {}

    public static Party buyer() {
        return Party.builder()
                .personName("Jan Przykładowy")
                .email("jan@example.org")
                .phone("+48600100200")
                .address(PostalAddress.builder()
                        .street("Polna 1")
                        .city("Łódź")
                        .postalCode("90-001")
                        .country(new Country("PL"))
                        .build())
                .build();
    }

    public static OrderLine line(String id, int quantity, String price) {
        return OrderLine.builder()
                .id(new LineId(id))
                .name("Product " + id)
                .sku("SKU-" + id)
                .quantity(quantity)
                .unitPrice(Money.of(price, "PLN"))
                .vatRate(VatRate.of("23"))
                .build();
    }

    public static Charge delivery(String price) {
        return Charge.builder()
                .id(new ChargeId("delivery"))
                .kind(Charge.Kind.DELIVERY)
                .name("Delivery")
                .amount(Money.of(price, "PLN"))
                .vatRate(VatRate.of("23"))
                .build();
    }

    /** Two lines and a delivery charge, 120.00 PLN, prepaid by bank transfer, nothing happened yet. */
    public static Order.Builder plain(String id) {
        Order.Builder order = Order.builder();
        order.id(new OrderId(id))
                .number("N-" + id)
                .seller(new SellerId("shop"))
                .placedAt(NOON)
                .receivedAt(NOON.plusSeconds(5))
                .currency(PLN)
                .addLines(line("l1", 2, "25.00"), line("l2", 1, "60.00"))
                .addCharge(delivery("10.00"))
                .buyer(buyer())
                .delivery(
                        Delivery.builder().recipient(buyer()).method("courier").build())
                .payment(PaymentTerms.builder()
                        .timing(PaymentTerms.Timing.PREPAID)
                        .method("bank-transfer")
                        .build())
                .status(new StatusId("new"))
                .phase(Phase.OPEN)
                .progress(Progress.none(PLN));
        return order;
    }

    /** Every part of an order is filled. */
    public static Order rich() {
        Order.Builder order = plain("rich");
        order.ref(new ExternalRef(new ChannelId("allegro"), new RemoteAccount("shop-1"), "form-1"))
                .connection(new ConnectionId("allegro-main"))
                .storefront(new Storefront("allegro-pl"))
                .invoiceParty(Party.builder()
                        .company("Firma Sp. z o.o.")
                        .addTaxId(new TaxId("PL_NIP", "1234563218"))
                        .build())
                .invoicePartyFixed(true)
                .delivery(Delivery.builder()
                        .recipient(buyer())
                        .term("uuid-1")
                        .termName("Paczkomat")
                        .method("locker")
                        .pickupPoint(PickupPoint.builder()
                                .id("LOD01A")
                                .name("Locker")
                                .build())
                        .dispatchBy(NOON.plusSeconds(86_400))
                        .build())
                .channelState(ChannelState.builder()
                        .term("READY_FOR_PROCESSING")
                        .lifecycle(Lifecycle.CONFIRMED)
                        .revision("r1")
                        .total(Money.of("120.00", "PLN"))
                        .fingerprint("abc")
                        .build())
                .addNote(new Note("call first", Note.Audience.INTERNAL, Actor.operator("anna"), NOON))
                .addTags("vip", "gift")
                .addReferrer("google adwords")
                .addHold(Hold.builder()
                        .code("loss")
                        .reason("sold at a loss")
                        .placedBy(Actor.system())
                        .placedAt(NOON)
                        .releasableBy("owner")
                        .build())
                .progress(Progress.builder()
                        .putLine(
                                new LineId("l1"),
                                LineProgress.builder()
                                        .invoiced(2)
                                        .shipped(1)
                                        .covered(2)
                                        .build())
                        .addInvoicedCharge(new ChargeId("delivery"))
                        .paid(Money.of("120.00", "PLN"))
                        .refunded(Money.of("0", "PLN"))
                        .credited(Money.of("0", "PLN"))
                        .build())
                .replacedBy(new OrderId("other"))
                .addReplace(new OrderId("older"))
                .history(true);
        return order.build();
    }
}
