package io.orderweave.internal.book;

import io.orderweave.effect.Origin;
import io.orderweave.event.Actor;
import io.orderweave.id.EntryId;
import java.util.Optional;

/**
 * Who makes a change, and what led to it.
 *
 * @param cause empty when it comes from outside
 * @param origin empty when it comes from outside: then its first entry is the root
 * @param mappings version of the mappings by which it comes about; empty where none act
 */
public record Trace(Actor actor, Optional<EntryId> cause, Optional<Origin> origin, Optional<Integer> mappings) {

    /** A change that comes from outside: a channel, a bank, a person. */
    public static Trace outside(Actor actor) {
        return new Trace(actor, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Trace of(Actor actor, EntryId cause, Origin origin) {
        return new Trace(actor, Optional.of(cause), Optional.of(origin), Optional.empty());
    }

    /** The same, coming about by mappings of that version. */
    public Trace by(int mappings) {
        return new Trace(actor, cause, origin, Optional.of(mappings));
    }
}
