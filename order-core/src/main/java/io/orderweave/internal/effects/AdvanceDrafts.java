package io.orderweave.internal.effects;

import io.orderweave.document.Document;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.DocumentLine;
import io.orderweave.money.Money;
import io.orderweave.money.VatRate;
import io.orderweave.order.Order;
import io.orderweave.payment.Payment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Drafts the tax document on a received payment. Its amount is the payment, and never more than the order has left to bill: what is
 * paid beyond that is owed back and no tax is due on it. Pure.
 */
final class AdvanceDrafts {

    /** Sellers outside VAT have no rates: one share of everything. */
    private static final Comparator<Optional<VatRate>> BY_RATE =
            Comparator.comparing(rate -> rate.orElse(new VatRate(BigDecimal.ZERO)));

    private AdvanceDrafts() {}

    static Drafted of(Payment payment, Commission commission) {
        Order order = commission.order();
        if (commission.isCancelled()) {
            return Drafted.notWanted(commission.cancelled());
        }
        Optional<Document> known = commission.chain().advanceOf(payment.id());
        if (known.isPresent()) {
            return Drafted.impossible("payment " + payment.id() + " already has advance "
                    + known.get().number());
        }
        if (commission.heldWithoutAdvance().compareTo(payment.amount()) < 0) {
            return Drafted.impossible("payment " + payment.id() + " was refunded: order " + order.id() + " holds "
                    + commission.heldWithoutAdvance() + " without an advance document");
        }
        SaleLines sale = SaleLines.unbilled(order, commission.seller());
        Map<Optional<VatRate>, Money> open = open(sale, commission);
        Money amount = payment.amount().min(sum(open, commission)).rounded(RoundingMode.DOWN);
        if (!amount.isPositive()) {
            return Drafted.impossible("order " + order.id() + " has nothing left to bill: "
                    + covering(commission).stream().map(Document::number).toList() + " cover it");
        }
        Optional<String> obstacle = sale.obstacle();
        if (obstacle.isPresent()) {
            return Drafted.impossible(obstacle.get());
        }
        Document.Builder advance =
                commission.document(shares(payment, order, amount, open)).paid(amount);
        LocalDate received =
                payment.receivedAt().atZone(commission.seller().zone()).toLocalDate();
        return new Drafted.Draft(
                numbering -> numbering.stamp(advance).taxDate(received).build(), UnaryOperator.identity());
    }

    /** What is neither invoiced nor on an advance document, by rate. */
    private static Map<Optional<VatRate>, Money> open(SaleLines sale, Commission commission) {
        Map<Optional<VatRate>, Money> open = new TreeMap<>(BY_RATE);
        sale.documentLines().forEach(line -> open.merge(line.vatRate(), line.total(), Money::plus));
        for (Document advance : commission.chain().openAdvances()) {
            advance.lines()
                    .forEach(line -> open.merge(line.vatRate(), line.total().negated(), Money::plus));
        }
        return open;
    }

    private static Money sum(Map<Optional<VatRate>, Money> open, Commission commission) {
        return open.values().stream().reduce(commission.zero(), Money::plus);
    }

    private static List<Document> covering(Commission commission) {
        List<Document> covering = new ArrayList<>(commission.chain().live(DocumentKind.INVOICE));
        covering.addAll(commission.chain().openAdvances());
        return covering;
    }

    /**
     * The amount in the proportion of what is open, so that the advances of one order never take more of a rate than was sold at it. A
     * rate at which more is given off than sold has no share: its discount is left to the final invoice.
     */
    private static List<DocumentLine> shares(
            Payment payment, Order order, Money amount, Map<Optional<VatRate>, Money> open) {
        List<Money> parts = amount.allocate(open.values().stream()
                .map(Money::amount)
                .map(weight -> weight.max(BigDecimal.ZERO))
                .toList());
        List<DocumentLine> lines = new ArrayList<>();
        int next = 0;
        for (Optional<VatRate> rate : open.keySet()) {
            Money part = parts.get(next++);
            if (part.isPositive()) {
                lines.add(DocumentLine.builder()
                        .payment(payment.id())
                        .description(order.number())
                        .quantity(1)
                        .unitPrice(part)
                        .vatRate(rate)
                        .build());
            }
        }
        return lines;
    }
}
