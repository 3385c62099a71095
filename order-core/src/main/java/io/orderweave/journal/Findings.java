package io.orderweave.journal;

import io.orderweave.rule.Condition;
import io.orderweave.text.Texts;

/** Tells what comparisons saw. */
final class Findings {

    private Findings() {}

    /** For example {@code payment.state is unpaid, wanted one of [paid]}. */
    static String text(Condition.Finding finding, boolean unwanted, Texts texts) {
        String wanted = texts.say("operator." + finding.operator(), "wanted", finding.wanted());
        return texts.say(
                unwanted ? "finding.unwanted" : "finding",
                "field",
                finding.field(),
                "seen",
                finding.seen(),
                "wanted",
                wanted);
    }
}
