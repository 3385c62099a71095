package io.orderweave.internal.effects;

import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.event.Subject;
import io.orderweave.id.LineId;
import io.orderweave.id.PaymentId;
import io.orderweave.money.Money;
import io.orderweave.order.Order;
import io.orderweave.payment.Refund;
import io.orderweave.payment.RefundPart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What was ever asked to be paid back of an order, and how far it is. Pure. */
public final class AskedRefunds {

    /** The order in which refunds of one order are done. */
    private static final Comparator<Effect> OLDEST_FIRST = Comparator.comparing(Effect::createdAt)
            .thenComparing(effect -> effect.id().value());

    private final Order order;
    private final List<Effect> effects;

    private AskedRefunds(Order order, List<Effect> effects) {
        this.order = order;
        this.effects = effects;
    }

    /**
     * Of the order and of those whose place it took: what one of them had begun ends here, what it had not is not done any more.
     *
     * @param ledger the effects of a subject
     */
    public static AskedRefunds of(Order order, Function<Subject, List<Effect>> ledger) {
        List<Effect> asked = new ArrayList<>(refunds(ledger.apply(Subject.of(order.id()))));
        order.replaces().stream()
                .flatMap(replaced -> refunds(ledger.apply(Subject.of(replaced))).stream())
                .filter(effect -> effect.state() != EffectState.PLANNED)
                .forEach(asked::add);
        return new AskedRefunds(order, asked);
    }

    private static List<Effect> refunds(List<Effect> effects) {
        return effects.stream()
                .filter(effect -> effect.key().kind().equals(EffectKind.REFUND))
                .toList();
    }

    /** All but one. */
    public AskedRefunds without(EffectKey key) {
        return new AskedRefunds(
                order,
                effects.stream().filter(effect -> !effect.key().equals(key)).toList());
    }

    /** Of what was paid, what is neither paid back nor asked for. */
    public Money left() {
        return held().minus(open());
    }

    /** Of what was paid, what is not paid back. */
    Money held() {
        return order.progress().paid().minus(order.progress().refunded());
    }

    /** What is asked for and neither paid back nor refused. */
    public Money open() {
        return sum(effects.stream().filter(AskedRefunds::isOpen).map(RefundPlans::refund));
    }

    /** What of the payment is paid back or asked for. */
    Money takenOf(PaymentId payment) {
        return sum(taken().filter(refund -> refund.payment().equals(payment)));
    }

    /** How many pieces of the line are paid back or asked for. */
    int piecesOf(LineId line) {
        return taken().flatMap(refund -> refund.parts().stream())
                .filter(part -> part instanceof RefundPart.Pieces pieces
                        && pieces.line().equals(line))
                .mapToInt(part -> ((RefundPart.Pieces) part).quantity())
                .sum();
    }

    /**
     * Which of the others a refund must wait for: one that is underway, or that was asked for before. Two nodes that look at two refunds
     * at the same time agree on which of them is first.
     */
    Optional<Effect> before(Effect refund) {
        Predicate<Effect> goesFirst =
                other -> other.state() != EffectState.PLANNED || OLDEST_FIRST.compare(other, refund) < 0;
        return effects.stream()
                .filter(other -> !other.key().equals(refund.key()))
                .filter(AskedRefunds::isOpen)
                .filter(goesFirst)
                .min(OLDEST_FIRST);
    }

    private Stream<Refund> taken() {
        return effects.stream()
                .filter(effect -> isOpen(effect) || effect.state() == EffectState.DONE)
                .map(RefundPlans::refund);
    }

    private Money sum(Stream<Refund> refunds) {
        return refunds.map(Refund::total).reduce(Money.zero(order.currency()), Money::plus);
    }

    private static boolean isOpen(Effect effect) {
        return !effect.state().isFinal();
    }
}
