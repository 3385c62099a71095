package io.orderweave.internal.effects;

import io.orderweave.id.LineId;
import io.orderweave.money.Money;
import io.orderweave.order.Order;
import io.orderweave.order.OrderLine;
import io.orderweave.payment.Payment;
import io.orderweave.payment.Refund;
import io.orderweave.payment.RefundPart;
import io.orderweave.payment.RefundReason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a refund can be asked for as things are. Pure.
 *
 * @param order as it is now
 * @param payment of that id, where there is one
 * @param reasons what the channel has terms for; empty when it pays nothing back by its interface
 * @param others the order's other refunds
 */
public record RefundCheck(
        Order order, Optional<Payment> payment, Optional<Set<RefundReason>> reasons, AskedRefunds others) {

    /** Why it cannot be asked for; empty when it can. */
    public Optional<String> obstacle(Refund refund) {
        return replaced()
                .or(this::facet)
                .or(() -> payment(refund))
                .or(() -> reason(refund))
                .or(() -> comment(refund))
                .or(() -> content(refund))
                .or(() -> pieces(refund))
                .or(() -> amount(refund));
    }

    private Optional<String> replaced() {
        return order.replacedBy()
                .map(by -> "order " + by + " took the place of order " + order.id() + "; refund that one");
    }

    private Optional<String> facet() {
        return reasons.isPresent()
                ? Optional.empty()
                : Optional.of("the channel of order " + order.id()
                        + " pays nothing back by its interface; refund the buyer there by hand");
    }

    private Optional<String> payment(Refund refund) {
        Optional<Payment> own = payment.filter(it -> it.order().equals(order.id()));
        if (own.isEmpty()) {
            return Optional.of("order " + order.id() + " has no payment " + refund.payment());
        }
        return own.map(Payment::source)
                .filter(source -> source != Payment.Source.CHANNEL)
                .map(source -> "payment " + refund.payment() + " came by " + source
                        + "; a channel pays back only what it has taken itself");
    }

    private Optional<String> reason(Refund refund) {
        Set<RefundReason> known = reasons.orElseThrow();
        return known.contains(refund.reason())
                ? Optional.empty()
                : Optional.of("the channel has no term for a refund because of " + refund.reason() + "; it has for "
                        + known.stream().sorted().toList());
    }

    private Optional<String> comment(Refund refund) {
        return order.erasedAt().isPresent() && refund.comment().isPresent()
                ? Optional.of("the personal data of order " + order.id() + " is erased; refund it without a comment")
                : Optional.empty();
    }

    private Optional<String> content(Refund refund) {
        return refund.parts().stream().flatMap(part -> foreign(part).stream()).findFirst();
    }

    /** What of the part is not of this order. */
    private Optional<String> foreign(RefundPart part) {
        if (!part.amount().currency().equals(order.currency())) {
            return Optional.of(
                    "order " + order.id() + " is in " + order.currency() + "; it cannot be paid back " + part.amount());
        }
        if (part instanceof RefundPart.OfCharge of) {
            return order.charges().stream().anyMatch(charge -> charge.id().equals(of.charge()))
                    ? Optional.empty()
                    : Optional.of("order " + order.id() + " has no charge " + of.charge());
        }
        LineId line = part instanceof RefundPart.Pieces pieces ? pieces.line() : ((RefundPart.PartOfLine) part).line();
        return order.line(line).isPresent()
                ? Optional.empty()
                : Optional.of("order " + order.id() + " has no line " + line);
    }

    private Optional<String> pieces(Refund refund) {
        Map<LineId, Integer> wanted = new LinkedHashMap<>();
        for (RefundPart part : refund.parts()) {
            if (part instanceof RefundPart.Pieces pieces) {
                wanted.merge(pieces.line(), pieces.quantity(), Integer::sum);
            }
        }
        return wanted.entrySet().stream()
                .flatMap(line -> tooMany(order.line(line.getKey()).orElseThrow(), line.getValue()).stream())
                .findFirst();
    }

    private Optional<String> tooMany(OrderLine line, int wanted) {
        int taken = others.piecesOf(line.id());
        return wanted <= line.quantity() - taken
                ? Optional.empty()
                : Optional.of("line " + line.id() + " of order " + order.id() + " has " + line.quantity()
                        + " pieces, of which " + taken + " are paid back or asked for; " + wanted + " cannot be");
    }

    private Optional<String> amount(Refund refund) {
        Money ofPayment = payment.orElseThrow().amount().minus(others.takenOf(refund.payment()));
        if (!ofPayment.isAtLeast(refund.total())) {
            return Optional.of("of payment " + refund.payment() + " " + ofPayment + " are left to pay back, not "
                    + refund.total());
        }
        return others.left().isAtLeast(refund.total())
                ? Optional.empty()
                : Optional.of("of what was paid for order " + order.id() + " " + others.left()
                        + " are left to pay back, not " + refund.total());
    }
}
