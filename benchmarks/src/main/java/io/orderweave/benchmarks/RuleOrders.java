package io.orderweave.benchmarks;

import io.orderweave.id.LineId;
import io.orderweave.id.OrderId;
import io.orderweave.id.SellerId;
import io.orderweave.id.StatusId;
import io.orderweave.money.Money;
import io.orderweave.order.Delivery;
import io.orderweave.order.Order;
import io.orderweave.order.OrderLine;
import io.orderweave.order.PaymentTerms;
import io.orderweave.order.Phase;
import io.orderweave.order.Progress;
import io.orderweave.party.Party;
import java.time.Instant;
import java.util.Currency;

/** Orders that rules are evaluated on. */
final class RuleOrders {

    private static final Currency PLN = Currency.getInstance("PLN");
    private static final Instant PLACED = Instant.parse("2026-03-01T12:00:00Z");

    private RuleOrders() {}

    /** An unpaid order of 60 to 159 zloty. */
    static Order order(int number, String paymentMethod) {
        return Order.builder()
                .id(new OrderId("o" + number))
                .number("N-" + number)
                .seller(new SellerId("shop"))
                .placedAt(PLACED)
                .receivedAt(PLACED)
                .currency(PLN)
                .addLines(line("l1", Money.of("20.00", "PLN")), line("l2", Money.of(40 + number % 100 + ".00", "PLN")))
                .buyer(Party.builder().build())
                .delivery(Delivery.builder().method("courier").build())
                .payment(PaymentTerms.builder()
                        .timing(PaymentTerms.Timing.PREPAID)
                        .method(paymentMethod)
                        .build())
                .status(new StatusId("new"))
                .phase(Phase.OPEN)
                .progress(Progress.none(PLN))
                .build();
    }

    private static OrderLine line(String id, Money price) {
        return OrderLine.builder()
                .id(new LineId(id))
                .name("Product " + id)
                .sku("SKU-" + id)
                .quantity(1)
                .unitPrice(price)
                .build();
    }
}
