package io.orderweave.internal.book;

import io.orderweave.effect.EffectKey;
import io.orderweave.event.Subject;
import io.orderweave.id.DecisionId;
import io.orderweave.id.RuleId;
import io.orderweave.rule.Decision;
import io.orderweave.rule.RuleOutcome;
import java.util.ArrayList;
import java.util.List;

/** A decision while the fate of its wishes is not settled. */
final class DraftDecision {

    private final DecisionId id;
    private final Subject subject;
    private final Happening happening;
    private final int ruleSetVersion;
    private final List<RuleOutcome> fired;
    private final List<Decision.Wish> wishes = new ArrayList<>();
    private final List<Decision.Fault> faults = new ArrayList<>();

    DraftDecision(DecisionId id, Subject subject, Happening happening, int ruleSetVersion, List<RuleOutcome> fired) {
        this.id = id;
        this.subject = subject;
        this.happening = happening;
        this.ruleSetVersion = ruleSetVersion;
        this.fired = fired;
    }

    DecisionId id() {
        return id;
    }

    void wish(RuleId rule, EffectKey effect, Decision.Fate fate) {
        wishes.add(new Decision.Wish(rule, effect, fate));
    }

    void fault(Decision.Fault fault) {
        faults.add(fault);
    }

    List<Decision.Fault> faults() {
        return faults;
    }

    Decision decision() {
        return Decision.builder()
                .id(id)
                .subject(subject)
                .entry(happening.entry())
                .event(happening.event().eventName())
                .ruleSetVersion(ruleSetVersion)
                .fired(fired)
                .wishes(wishes)
                .faults(faults)
                .build();
    }
}
