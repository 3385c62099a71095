package io.orderweave.internal.effects;

import io.orderweave.document.Document;
import io.orderweave.effect.LocalEffectHandler.LocalOutcome;
import io.orderweave.order.Progress;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What drafting a document comes to. */
sealed interface Drafted {

    /**
     * It can be issued.
     *
     * @param document the document under its number
     * @param taken what issuing it means for the order
     */
    record Draft(Function<Numbering, Document> document, UnaryOperator<Progress> taken) implements Drafted {}

    /** It is not issued. */
    record Refused(LocalOutcome outcome) implements Drafted {}

    /** It is needless by now. */
    static Drafted notWanted(String reason) {
        return new Refused(new LocalOutcome.NotWanted(reason));
    }

    /** It must not or cannot be issued as things are. */
    static Drafted impossible(String reason) {
        return new Refused(new LocalOutcome.Impossible(reason));
    }
}
