package io.orderweave.internal.explain;

import io.orderweave.effect.Cause;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.Effects;
import io.orderweave.id.EntryId;
import io.orderweave.internal.journal.Chain;
import io.orderweave.journal.JournalEntry;
import io.orderweave.rule.Decision;
import java.util.Optional;

/** The links of chains as they are in the book. */
final class RecordedChain implements Chain.Source {

    private final BookRecords records;
    private final Effects effects;

    RecordedChain(BookRecords records, Effects effects) {
        this.records = records;
        this.effects = effects;
    }

    @Override
    public Optional<JournalEntry> entry(EntryId id) {
        return records.entry(id);
    }

    @Override
    public Optional<Cause> causeOf(EffectKey effect) {
        return effects.find(effect).map(it -> it.causes().get(0));
    }

    @Override
    public Optional<Decision> decisionOn(EntryId entry) {
        return entry(entry)
                .flatMap(it -> records.decisions(it.subject()).stream()
                        .filter(decision -> decision.entry().equals(entry))
                        .findFirst());
    }
}
