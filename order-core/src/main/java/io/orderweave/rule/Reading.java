package io.orderweave.rule;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of fields during one evaluation: each is read, and folded, when it is first asked for, and once. Belongs to one thread. */
final class Reading {

    private static final FieldValue UNKNOWN = new FieldValue.Unknown();

    private final Facts facts;
    private final List<Optional<Field>> fields;
    private final @Nullable FieldValue[] seen;
    private final @Nullable FieldValue[] folded;

    Reading(Facts facts, List<Optional<Field>> fields) {
        this.facts = facts;
        this.fields = fields;
        this.seen = new FieldValue[fields.size()];
        this.folded = new FieldValue[fields.size()];
    }

    Facts facts() {
        return facts;
    }

    FieldValue at(int place) {
        FieldValue value = seen[place];
        if (value == null) {
            Optional<Field> field = fields.get(place);
            value = field.isPresent() ? field.get().read(facts) : UNKNOWN;
            seen[place] = value;
        }
        return value;
    }

    /** The value without what sets upper and lower case apart. */
    FieldValue foldedAt(int place) {
        FieldValue value = folded[place];
        if (value == null) {
            value = Texts.folded(at(place));
            folded[place] = value;
        }
        return value;
    }

    boolean isRead(int place) {
        return seen[place] != null;
    }

    /** What the host's field of that place threw, if it was read. */
    Optional<String> fault(int place) {
        return seen[place] instanceof FieldValue.Faulty faulty ? Optional.of(faulty.exception()) : Optional.empty();
    }
}
