package io.orderweave.connectors.kaufland;

import io.orderweave.connector.RefundRequest;
import io.orderweave.money.Money;
import io.orderweave.payment.RefundPart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which piece is paid back how much. What is asked for lines and charges is split over their pieces ({@link KauflandRefundPieces}), to
 * the cent.
 *
 * @param spares pieces of the same line that would do as well, by piece: Kaufland does not show which were paid back before
 * @param problem why the request cannot be carried out; nothing may be paid then
 */
record KauflandRefundPlan(Map<Long, Long> centsByUnit, Map<Long, List<Long>> spares, Optional<String> problem) {

    static KauflandRefundPlan of(RefundRequest request, KauflandOrderUnits.Units units) {
        Map<Long, Long> cents = new TreeMap<>();
        Map<Long, List<Long>> spares = new HashMap<>();
        KauflandRefundPieces fit = KauflandRefundPieces.of(request, units);
        for (RefundPart part : request.parts()) {
            List<KauflandOrderDto.Unit> pieces = fit.chosen(part);
            if (pieces.isEmpty()) {
                return impossible("nothing that was sent and could be paid back for " + request.reason()
                        + " answers to " + named(part) + "; Kaufland pays back what it has accepted as returned");
            }
            Currency currency = part.amount().currency();
            if (pieces.stream().anyMatch(piece -> !currency.getCurrencyCode().equals(piece.currency()))) {
                return impossible(named(part) + " was not paid in " + currency);
            }
            if (part.amount().amount().stripTrailingZeros().scale() > 2) {
                return impossible(named(part) + " is to be paid back in whole cents");
            }
            List<Long> others = fit.others(part);
            split(part, pieces).forEach((unit, share) -> {
                // What two parts want of one piece, no other piece owes.
                spares.put(unit, cents.containsKey(unit) ? List.of() : others);
                cents.merge(unit, share, Long::sum);
            });
        }
        // A few cents over many pieces leave some without any.
        cents.values().removeIf(amount -> amount == 0);
        return new KauflandRefundPlan(cents, spares, Optional.empty());
    }

    private static KauflandRefundPlan impossible(String why) {
        return new KauflandRefundPlan(Map.of(), Map.of(), Optional.of(why));
    }

    private static String named(RefundPart part) {
        if (part instanceof RefundPart.Pieces pieces) {
            return pieces.quantity() + " of line " + pieces.line();
        }
        return part instanceof RefundPart.PartOfLine partOfLine
                ? "line " + partOfLine.line()
                : "charge " + ((RefundPart.OfCharge) part).charge();
    }

    private static Map<Long, Long> split(RefundPart part, List<KauflandOrderDto.Unit> pieces) {
        List<BigDecimal> weights = new ArrayList<>();
        for (KauflandOrderDto.Unit piece : pieces) {
            BigDecimal rate = piece.shippingRate();
            weights.add(part instanceof RefundPart.OfCharge && rate != null ? rate : BigDecimal.ONE);
        }
        List<Money> shares = part.amount().allocate(weights);
        Map<Long, Long> cents = new TreeMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            cents.put(KauflandLine.id(pieces.get(i)), shares.get(i).minorUnits());
        }
        return cents;
    }
}
