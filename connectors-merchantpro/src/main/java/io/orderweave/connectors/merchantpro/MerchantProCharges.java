package io.orderweave.connectors.merchantpro;

import static io.orderweave.http.JsonParts.text;

import io.orderweave.id.ChargeId;
import io.orderweave.money.Money;
import io.orderweave.order.Charge;
import io.orderweave.order.OrderLine;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Maps what an order costs besides its products: discounts and the like among its lines, delivery, and credit at the shop that the
 * customer used. Charges of zero are left out.
 */
final class MerchantProCharges {

    private MerchantProCharges() {}

    static List<Charge> of(MerchantProOrderDto order, MerchantProLines lines, Money total) {
        List<Charge> charges = new ArrayList<>(lines.charges());
        delivery(order, total.currency()).ifPresent(charges::add);
        wallet(order, sum(lines.lines(), charges, total.currency()), total).ifPresent(charges::add);
        return charges;
    }

    private static Optional<Charge> delivery(MerchantProOrderDto order, Currency currency) {
        return OrderParts.amount(order.shippingAmount(), currency)
                .map(amount -> Charge.builder()
                        .id(new ChargeId("delivery"))
                        .kind(Charge.Kind.DELIVERY)
                        .name(text(order.shippingMethodName()).orElse("Delivery"))
                        .amount(amount)
                        .vatRate(OrderParts.vatRate(order.shippingTaxPercent()))
                        .build());
    }

    /**
     * Credit that was used lowers the total; its sign differs. Where the total is right without it, it was not taken off the total
     * but is a way to pay. UNCONFIRMED which it is at which shop.
     */
    private static Optional<Charge> wallet(MerchantProOrderDto order, Money withoutIt, Money total) {
        return OrderParts.amount(order.walletAmount(), total.currency())
                .filter(amount -> !withoutIt.equals(total))
                .map(amount -> Charge.builder()
                        .id(new ChargeId("wallet"))
                        .kind(Charge.Kind.OTHER)
                        .name("Wallet")
                        .amount(amount.isPositive() ? amount.negated() : amount)
                        .build());
    }

    private static Money sum(List<OrderLine> lines, List<Charge> charges, Currency currency) {
        Money sum = Money.zero(currency);
        for (OrderLine line : lines) {
            sum = sum.plus(line.total());
        }
        for (Charge charge : charges) {
            sum = sum.plus(charge.amount());
        }
        return sum;
    }
}
