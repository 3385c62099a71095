package io.orderweave.internal.effects;

import io.orderweave.document.DocumentLine;
import io.orderweave.document.Seller;
import io.orderweave.id.LineId;
import io.orderweave.money.VatRate;
import io.orderweave.order.Charge;
import io.orderweave.order.Order;
import io.orderweave.order.OrderLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a document bills of an order: pieces of its lines, and charges. Pure.
 *
 * @param charges free ones included, which no document shows
 */
record SaleLines(Order order, Seller seller, Map<LineId, Integer> pieces, List<Charge> charges) {

    /** What was never invoiced. */
    static SaleLines uninvoiced(Order order, Seller seller) {
        return new SaleLines(order, seller, Cover.uninvoiced(order), Cover.uninvoicedCharges(order));
    }

    /** What no live invoice covers. */
    static SaleLines unbilled(Order order, Seller seller) {
        return new SaleLines(order, seller, Cover.unbilled(order), Cover.unbilledCharges(order));
    }

    boolean isEmpty() {
        return pieces.isEmpty() && charges.isEmpty();
    }

    List<DocumentLine> documentLines() {
        List<DocumentLine> lines = new ArrayList<>();
        for (OrderLine line : order.lines()) {
            Integer quantity = pieces.get(line.id());
            if (quantity != null) {
                lines.add(DocumentLine.builder()
                        .line(line.id())
                        .description(line.name())
                        .sku(line.sku())
                        .quantity(quantity)
                        .unitPrice(line.unitPrice())
                        .vatRate(rate(line.vatRate()))
                        .build());
            }
        }
        for (Charge charge : charges) {
            if (!charge.amount().isZero()) {
                lines.add(DocumentLine.builder()
                        .charge(charge.id())
                        .description(charge.name())
                        .quantity(1)
                        .unitPrice(charge.amount())
                        .vatRate(rate(charge.vatRate()))
                        .build());
            }
        }
        return lines;
    }

    private Optional<VatRate> rate(Optional<VatRate> told) {
        return seller.vatPayer() ? told.or(seller::defaultVatRate) : Optional.empty();
    }

    /** Why no document can show the lines; empty when one can. */
    Optional<String> obstacle() {
        List<DocumentLine> lines = documentLines();
        if (lines.isEmpty()) {
            return Optional.of("order " + order.id() + " has nothing to bill");
        }
        if (seller.vatPayer()) {
            for (DocumentLine line : lines) {
                if (line.vatRate().isEmpty()) {
                    return Optional.of("the channel told no VAT rate for "
                            + line.line()
                                    .map(id -> "line " + id)
                                    .orElseGet(() -> "charge " + line.charge().orElseThrow())
                            + " and seller " + seller.id() + " has no default rate");
                }
            }
        }
        return Optional.empty();
    }
}
