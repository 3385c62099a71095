package io.orderweave.internal.book;

import io.orderweave.id.SellerId;
import io.orderweave.order.Delivery;
import io.orderweave.order.NewOrder;
import io.orderweave.order.PaymentTerms;
import io.orderweave.testing.TestOrders;

/** An order placed by hand, 110.00 PLN. */
final class TestPlaced {

    private TestPlaced() {}

    static NewOrder order() {
        return NewOrder.builder()
                .number("H1")
                .seller(new SellerId("shop"))
                .currency(TestOrders.PLN)
                .addLines(TestOrders.line("l1", 2, "25.00"), TestOrders.line("l2", 1, "60.00"))
                .buyer(TestOrders.buyer())
                .delivery(Delivery.builder().recipient(TestOrders.buyer()).build())
                .payment(PaymentTerms.builder()
                        .timing(PaymentTerms.Timing.PREPAID)
                        .build())
                .build();
    }
}
