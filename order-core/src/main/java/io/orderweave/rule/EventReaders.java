package io.orderweave.rule;

import io.orderweave.document.DocumentEvent;
import io.orderweave.document.DocumentKind;
import io.orderweave.event.Event;
import io.orderweave.order.OrderEvent;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Readings of events. */
final class EventReaders {

    private EventReaders() {}

    /** A part of the event when it is of that kind. */
    static <E extends Event, T> Optional<T> of(Facts facts, Class<E> kind, Function<E, T> part) {
        return kind.isInstance(facts.event()) ? Optional.of(part.apply(kind.cast(facts.event()))) : Optional.empty();
    }

    static Optional<String> tag(Event event) {
        if (event instanceof OrderEvent.TagAdded added) {
            return Optional.of(added.tag());
        }
        return event instanceof OrderEvent.TagRemoved removed ? Optional.of(removed.tag()) : Optional.empty();
    }

    static Optional<String> hold(Event event) {
        if (event instanceof OrderEvent.HoldPlaced placed) {
            return Optional.of(placed.code());
        }
        return event instanceof OrderEvent.HoldReleased released ? Optional.of(released.code()) : Optional.empty();
    }

    static FieldValue changed(Event event) {
        return event instanceof OrderEvent.ChangedByChannel changed
                ? new FieldValue.Texts(Set.copyOf(changed.parts()))
                : new FieldValue.Missing();
    }

    static Optional<DocumentKind> documentKind(Event event) {
        if (event instanceof DocumentEvent.DocumentIssued issued) {
            return Optional.of(issued.kind());
        }
        if (event instanceof DocumentEvent.DocumentRendered rendered) {
            return Optional.of(rendered.kind());
        }
        return event instanceof DocumentEvent.DocumentUploaded uploaded
                ? Optional.of(uploaded.kind())
                : Optional.empty();
    }
}
