package io.orderweave.connectors.kaufland;

import io.orderweave.connector.RefundRequest;
import io.orderweave.id.LineId;
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
 * Which piece is paid back how much. What is asked for lines and charges is split over their pieces, to the cent; a piece that came
 * back goes first.
 *
 * @param spares pieces of the same line that would do as well, by piece: Kaufland does not show which were paid back before
 * @param problem why the request cannot be carried out; nothing may be paid then
 */
record KauflandRefundPlan(Map<Long, Long> centsByUnit, Map<Long, List<Long>> spares, Optional<String> problem) {

    static KauflandRefundPlan of(RefundRequest request, KauflandOrderUnits.Units units) {
        Map<Long, Long> cents = new TreeMap<>();
        Map<Long, List<Long>> spares = new HashMap<>();
        for (RefundPart part : request.parts()) {
            List<KauflandOrderDto.Unit> pieces = pieces(part, units);
            if (pieces.isEmpty()) {
                return impossible("nothing that was sent and could be paid back answers to " + named(part));
            }
            Currency currency = part.amount().currency();
            if (pieces.stream().anyMatch(piece -> !currency.getCurrencyCode().equals(piece.currency()))) {
                return impossible(named(part) + " was not paid in " + currency);
            }
            if (part.amount().amount().stripTrailingZeros().scale() > 2) {
                return impossible(named(part) + " is to be paid back in whole cents");
            }
            List<Long> others = others(part, pieces, units);
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

    private static List<KauflandOrderDto.Unit> pieces(RefundPart part, KauflandOrderUnits.Units units) {
        if (part instanceof RefundPart.Pieces pieces) {
            List<KauflandOrderDto.Unit> sent = sent(units, pieces.line());
            return sent.size() < pieces.quantity() ? List.of() : sent.subList(0, pieces.quantity());
        }
        if (part instanceof RefundPart.PartOfLine partOfLine) {
            return sent(units, partOfLine.line());
        }
        // The only charge there is: delivery, which Kaufland puts on pieces.
        return units.lines().stream()
                .flatMap(line -> sent(units, line.id()).stream())
                .filter(unit ->
                        unit.shippingRate() != null && unit.shippingRate().signum() > 0)
                .toList();
    }

    /** The pieces of the line that are not chosen; of what concerns a whole line or a charge there are none. */
    private static List<Long> others(
            RefundPart part, List<KauflandOrderDto.Unit> chosen, KauflandOrderUnits.Units units) {
        return part instanceof RefundPart.Pieces pieces
                ? sent(units, pieces.line()).stream()
                        .skip(chosen.size())
                        .map(KauflandLine::id)
                        .toList()
                : List.of();
    }

    private static List<KauflandOrderDto.Unit> sent(KauflandOrderUnits.Units units, LineId line) {
        return units.line(line).stream()
                .flatMap(known -> known.units().stream())
                .filter(unit -> KauflandTerms.isGoneOut(KauflandTerms.status(unit)))
                .sorted((one, other) -> Boolean.compare(cameBack(other), cameBack(one)))
                .toList();
    }

    private static boolean cameBack(KauflandOrderDto.Unit unit) {
        return KauflandTerms.RETURNED.equals(unit.status()) || KauflandTerms.RETURNED_PAID.equals(unit.status());
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
