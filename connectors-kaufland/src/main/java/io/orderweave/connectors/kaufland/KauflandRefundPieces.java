package io.orderweave.connectors.kaufland;

import io.orderweave.connector.RefundRequest;
import io.orderweave.id.LineId;
import io.orderweave.payment.RefundPart;
import io.orderweave.payment.RefundReason;
import java.util.List;

/**
 * On which pieces of an order a refund may fall: on those that were sent, one that came back first. Whole pieces never fall on one that
 * Kaufland has paid back, as it does when a return is accepted; and a refund for what was returned never falls on a piece that the buyer
 * kept, unless Kaufland knows of no return of the line at all.
 */
final class KauflandRefundPieces {

    private final KauflandOrderUnits.Units units;
    private final boolean forReturn;

    private KauflandRefundPieces(KauflandOrderUnits.Units units, boolean forReturn) {
        this.units = units;
        this.forReturn = forReturn;
    }

    static KauflandRefundPieces of(RefundRequest request, KauflandOrderUnits.Units units) {
        return new KauflandRefundPieces(units, request.reason() == RefundReason.RETURNED);
    }

    /** Those that are paid back; none when there are fewer than the part names. */
    List<KauflandOrderDto.Unit> chosen(RefundPart part) {
        if (part instanceof RefundPart.Pieces pieces) {
            List<KauflandOrderDto.Unit> fit = whole(pieces.line());
            return fit.size() < pieces.quantity() ? List.of() : fit.subList(0, pieces.quantity());
        }
        if (part instanceof RefundPart.PartOfLine partOfLine) {
            return forReturn ? whole(partOfLine.line()) : sent(partOfLine.line());
        }
        // The only charge there is: delivery, which Kaufland puts on pieces.
        return units.lines().stream()
                .flatMap(line -> sent(line.id()).stream())
                .filter(unit ->
                        unit.shippingRate() != null && unit.shippingRate().signum() > 0)
                .toList();
    }

    /** The pieces of the line that would do as well; of what concerns a whole line or a charge there are none. */
    List<Long> others(RefundPart part) {
        return part instanceof RefundPart.Pieces pieces
                ? whole(pieces.line()).stream()
                        .skip(pieces.quantity())
                        .map(KauflandLine::id)
                        .toList()
                : List.of();
    }

    /** Those whose price may go back. */
    private List<KauflandOrderDto.Unit> whole(LineId line) {
        List<KauflandOrderDto.Unit> sent = sent(line);
        boolean onlyReturned = forReturn && sent.stream().anyMatch(KauflandRefundPieces::cameBack);
        return sent.stream()
                .filter(unit -> !KauflandTerms.RETURNED_PAID.equals(unit.status()))
                .filter(unit -> !onlyReturned || cameBack(unit))
                .toList();
    }

    private List<KauflandOrderDto.Unit> sent(LineId line) {
        return units.line(line).stream()
                .flatMap(known -> known.units().stream())
                .filter(unit -> KauflandTerms.isGoneOut(KauflandTerms.status(unit)))
                .sorted((one, other) -> Boolean.compare(cameBack(other), cameBack(one)))
                .toList();
    }

    private static boolean cameBack(KauflandOrderDto.Unit unit) {
        return KauflandTerms.RETURNED.equals(unit.status()) || KauflandTerms.RETURNED_PAID.equals(unit.status());
    }
}
