package io.orderweave.connectors.merchantpro;

import static io.orderweave.http.JsonParts.all;
import static io.orderweave.http.JsonParts.quantity;
import static io.orderweave.http.JsonParts.required;
import static io.orderweave.http.JsonParts.text;

import io.orderweave.connectors.merchantpro.MerchantProOrderDto.Line;
import io.orderweave.http.JsonParts;
import io.orderweave.http.UnreadablePartException;
import io.orderweave.id.ChargeId;
import io.orderweave.id.LineId;
import io.orderweave.money.Money;
import io.orderweave.order.Charge;
import io.orderweave.order.OrderLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Maps {@code line_items}. Products become lines; discounts, which are lines there, become charges, and so does whatever else is
 * not pieces of something: a line with no or less than no pieces, or with a price below zero.
 *
 * <p>Lines have no ids of their own. A line is known by its order and product, and by its place among the lines of the same product. The
 * order is a part of it because orders that share a line are taken for one order that took the other's place.
 */
final class MerchantProLines {

    private static final int LONGEST_PART = 60;

    private final MerchantProTerms terms;
    private final Currency currency;
    private final String order;
    private final Map<String, Integer> times = new HashMap<>();
    private final List<OrderLine> lines = new ArrayList<>();
    private final List<Charge> charges = new ArrayList<>();

    private MerchantProLines(MerchantProTerms terms, Currency currency, String order) {
        this.terms = terms;
        this.currency = currency;
        this.order = order;
    }

    static MerchantProLines of(MerchantProOrderDto order, Currency currency, MerchantProTerms terms) {
        MerchantProLines mapped = new MerchantProLines(terms, currency, required(order.id(), "$.id"));
        int index = 0;
        for (Line line : all(order.lineItems())) {
            mapped.add(line, "$.line_items[" + index++ + "]");
        }
        if (mapped.lines.isEmpty()) {
            throw new UnreadablePartException("$.line_items", "at least one product");
        }
        return mapped;
    }

    List<OrderLine> lines() {
        return lines;
    }

    List<Charge> charges() {
        return charges;
    }

    private void add(Line line, String path) {
        boolean discount = terms.isDiscount(text(line.itemType()).orElse(""));
        if (!discount && isPositive(line.quantity()) && !isNegative(line.unitPriceGross())) {
            lines.add(line(line, path));
            return;
        }
        Money total = OrderParts.money(line.lineSubtotalGross(), currency, path + ".line_subtotal_gross");
        // Whether a discount is told with a sign is UNCONFIRMED; it takes off either way.
        Money amount = discount && total.isPositive() ? total.negated() : total;
        String id = identified(discount ? "discount-" : "other-", line);
        if (!amount.isZero()) {
            charges.add(Charge.builder()
                    .id(new ChargeId(id))
                    .kind(discount ? Charge.Kind.DISCOUNT : Charge.Kind.OTHER)
                    .name(name(line).orElse(discount ? "Discount" : "Other"))
                    .amount(amount)
                    .vatRate(OrderParts.vatRate(line.productTaxPercent()))
                    .build());
        }
    }

    private OrderLine line(Line line, String path) {
        return OrderLine.builder()
                .id(new LineId(identified(idPart(order) + "_", line)))
                .offerId(text(line.productId()))
                .sku(text(line.productSku()))
                .ean(text(line.productEan()))
                .name(name(line).orElseThrow(() -> new UnreadablePartException(path + ".product_name", "a name")))
                .quantity(quantity(line.quantity(), path + ".quantity"))
                .unitPrice(OrderParts.money(line.unitPriceGross(), currency, path + ".unit_price_gross"))
                .originalUnitPrice(OrderParts.amount(line.unitPriceRegular(), currency))
                .vatRate(OrderParts.vatRate(line.productTaxPercent()))
                .build();
    }

    private static Optional<String> name(Line line) {
        return text(line.productName()).or(() -> text(line.productSku())).or(() -> text(line.productId()));
    }

    /**
     * Product, number or kind, and from the second on the place among its like. Counted by what it is: a discount on a product must not
     * rename the product's line.
     */
    private String identified(String prefix, Line line) {
        String like = text(line.productId())
                .or(() -> text(line.productSku()))
                .or(() -> text(line.itemType()))
                .map(MerchantProLines::idPart)
                .orElse("line");
        String id = prefix + like;
        int time = times.merge(id, 1, Integer::sum);
        return time == 1 ? id : id + "-" + time;
    }

    /** What an id must not hold becomes an underscore. */
    private static String idPart(String text) {
        return JsonParts.idPart(text, LONGEST_PART);
    }

    private static boolean isPositive(@Nullable BigDecimal quantity) {
        return quantity == null || quantity.signum() > 0;
    }

    private static boolean isNegative(@Nullable BigDecimal price) {
        return price != null && price.signum() < 0;
    }
}
