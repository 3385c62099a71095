package io.orderweave.rule;

import io.orderweave.id.RuleId;
import io.orderweave.text.Message;
import io.orderweave.text.Texts;
import java.util.List;

/**
 * Something doubtful about a rule set, and a way out. Immutable.
 *
 * @param rules the rules it is about
 */
public record LintFinding(Kind kind, Severity severity, List<RuleId> rules, Message message) {

    public LintFinding {
        rules = List.copyOf(rules);
    }

    /** What is doubtful. */
    public enum Kind {
        /** Its trigger never happens. */
        DEAD("dead"),
        /** It is switched off. */
        OFF("off"),
        /** Its last day is over. */
        PAST("past"),
        /** Its condition cannot be true. */
        NEVER_TRUE("never-true"),
        /** Another rule does the same first. */
        SHADOWED("shadowed"),
        /** Two rules want different things at once. */
        CONTRADICTORY("contradictory"),
        /** Rules trigger each other in a circle. */
        LOOP("loop"),
        /** A status that no status map tells. */
        UNMAPPED_STATUS("unmapped-status"),
        /** A payment or delivery method that no dictionary gives. */
        UNMAPPED_TERM("unmapped-term"),
        /** A field from beside the order that nobody supplies. */
        UNSUPPLIED_FACT("unsupplied-fact"),
        /** Two rules reach one irreversible effect at once. */
        TWICE("twice"),
        /** A timer that nobody listens to. */
        TIMER("timer"),
        /** It has not fired for long. */
        SILENT("silent"),
        /** It fires on everything. */
        ALWAYS("always");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** Key of its text. */
        String key() {
            return "lint." + key;
        }
    }

    /** How much it matters. */
    public enum Severity {
        /** The set cannot do what it says. */
        ERROR,
        /** It is likely a mistake. */
        WARNING,
        /** Somebody should look when there is time. */
        HINT
    }

    static LintFinding of(Kind kind, Severity severity, List<RuleId> rules, Object... namesAndValues) {
        return new LintFinding(kind, severity, rules, Message.of(kind.key(), namesAndValues));
    }

    /** The finding and the way out, for people. */
    public String text(Texts texts) {
        return texts.say(message) + " " + texts.say(new Message(kind.key() + ".way", message.values()));
    }

    /** In English. */
    @Override
    public String toString() {
        return severity + " " + text(Texts.english());
    }
}
