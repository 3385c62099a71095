package io.orderweave.testing;

import io.orderweave.channel.Storefront;
import io.orderweave.connection.RawDocument;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.ChannelPayment;
import io.orderweave.money.Money;
import io.orderweave.order.Delivery;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.PaymentTerms;
import java.nio.charset.StandardCharsets;

/** Orders as a channel tells them, for tests: each 120.00 PLN over two lines and delivery. */
public final class ChannelOrders {

    private ChannelOrders() {}

    public static ChannelOrder.Builder unpaid(String id) {
        ChannelOrder.Builder order = ChannelOrder.builder();
        order.externalId(id)
                .number(id)
                .storefront(new Storefront("fake-pl"))
                .placedAt(TestOrders.NOON)
                .currency(TestOrders.PLN)
                .term("READY")
                .lifecycle(Lifecycle.CONFIRMED)
                .addLines(TestOrders.line(id + "-l1", 2, "25.00"), TestOrders.line(id + "-l2", 1, "60.00"))
                .addCharge(TestOrders.delivery("10.00"))
                .buyer(TestOrders.buyer())
                .delivery(Delivery.builder()
                        .recipient(TestOrders.buyer())
                        .term("courier-id")
                        .build())
                .payment(PaymentTerms.builder()
                        .timing(PaymentTerms.Timing.PREPAID)
                        .term("TRANSFER")
                        .build())
                .total(Money.of("120.00", "PLN"))
                .raw(new RawDocument("application/json", ("{\"id\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8)));
        return order;
    }

    public static ChannelOrder.Builder paid(String id) {
        return unpaid(id).addPayment(payment(id, "120.00"));
    }

    public static ChannelOrder.Builder onDelivery(String id) {
        return unpaid(id)
                .payment(PaymentTerms.builder()
                        .timing(PaymentTerms.Timing.ON_DELIVERY)
                        .term("COD")
                        .collectOnDelivery(Money.of("120.00", "PLN"))
                        .build());
    }

    public static ChannelPayment payment(String id, String amount) {
        return new ChannelPayment("pay-" + id, Money.of(amount, "PLN"), TestOrders.NOON.plusSeconds(30));
    }
}
