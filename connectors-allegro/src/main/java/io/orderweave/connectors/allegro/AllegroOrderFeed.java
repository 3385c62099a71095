package io.orderweave.connectors.allegro;

import static io.orderweave.http.JsonParts.all;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connector.OrderFeed;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import io.orderweave.http.Suspects;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings orders by two ways. The event journal names orders that changed; each is read anew, because events come doubled, in any
 * order and late. Now and then the list of recently updated orders is walked, because events get lost. A first pull, and one after
 * so long that the journal has forgotten, begins with the list.
 *
 * <p>One poll does one of the two, so that a poll with nothing new costs one request.
 */
final class AllegroOrderFeed implements OrderFeed {

    private static final Logger LOG = LoggerFactory.getLogger(AllegroOrderFeed.class);

    /** Allegro keeps events for 60 days; what it answers to an older one is UNCONFIRMED, so we do not come near. */
    private static final Duration JOURNAL_MEMORY = Duration.ofDays(55);

    private final AllegroApi api;
    private final AllegroOrderReader reader;
    private final AllegroConfig.Feed config;
    private final Clock clock;
    private final Suspects suspects = new Suspects("Allegro");

    AllegroOrderFeed(AllegroApi api, AllegroOrderReader reader, AllegroConfig.Feed config, Clock clock) {
        this.api = api;
        this.reader = reader;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Batch poll(Optional<Checkpoint> from, int limit) {
        int size = Math.max(1, Math.min(limit, config.pageSize()));
        AllegroCheckpoint checkpoint = from.map(AllegroCheckpoint::parse).orElseGet(this::beginning);
        AllegroCheckpoint.Listing walk = checkpoint.listing();
        if (walk != null) {
            return list(checkpoint, walk, size);
        }
        boolean forgotten = reconciledAt(checkpoint).plus(JOURNAL_MEMORY).isBefore(clock.instant());
        return forgotten ? restarted(checkpoint, size) : journal(checkpoint, size);
    }

    /** The end of the journal is fetched before the list is walked, so that nothing falls between. */
    private AllegroCheckpoint beginning() {
        Instant now = clock.instant();
        return new AllegroCheckpoint(
                latestEvent(), now.toString(), AllegroCheckpoint.Listing.from(now.minus(config.history()), now));
    }

    private @Nullable String latestEvent() {
        AllegroEventStatsDto.Latest latest = api.eventStats().latestEvent();
        return latest == null ? null : latest.id();
    }

    /** The journal does not know our event any more: the list brings everything since. */
    private Batch restarted(AllegroCheckpoint checkpoint, int size) {
        LOG.warn("The Allegro journal no longer holds the last event read; the list of orders is read instead");
        AllegroCheckpoint.Listing walk = dueWalk(checkpoint);
        String latest = latestEvent();
        return list(new AllegroCheckpoint(latest, checkpoint.reconciledAt(), walk), walk, size);
    }

    private Batch journal(AllegroCheckpoint checkpoint, int size) {
        Reply<AllegroEventsDto> reply = api.events(checkpoint.eventId(), size);
        if (reply instanceof Reply.Refused<AllegroEventsDto> refused) {
            if (checkpoint.eventId() == null) {
                throw OutsideFault.of(FaultCategory.REJECTED, Reached.NO, "allegro events: " + refused.what())
                        .remoteRequestId(refused.requestId())
                        .build();
            }
            return restarted(checkpoint, size);
        }
        List<AllegroEventsDto.Event> events =
                all(((Reply.Done<AllegroEventsDto>) reply).body().events());
        AllegroCheckpoint next = checkpoint;
        Set<String> forms = new LinkedHashSet<>();
        for (AllegroEventsDto.Event event : events) {
            formId(event).ifPresent(forms::add);
            next = event.id() == null ? next : next.afterEvent(event.id());
        }
        List<Item> items = suspects.readAll(forms, reader.oneByOne());
        if (events.size() >= size) {
            return new Batch(items, next.toCheckpoint(), true);
        }
        boolean due = !reconciledAt(checkpoint).plus(config.reconcileInterval()).isAfter(clock.instant());
        return due
                ? new Batch(items, next.walking(dueWalk(checkpoint)).toCheckpoint(), true)
                : new Batch(items, next.toCheckpoint(), false);
    }

    private static Optional<String> formId(AllegroEventsDto.Event event) {
        return Optional.ofNullable(event.order())
                .map(AllegroEventsDto.Subject::checkoutForm)
                .map(AllegroEventsDto.Form::id);
    }

    /** Also covers a time in which nobody polled. */
    private AllegroCheckpoint.Listing dueWalk(AllegroCheckpoint checkpoint) {
        Instant now = clock.instant();
        Instant last = reconciledAt(checkpoint);
        return AllegroCheckpoint.Listing.from((last.isBefore(now) ? last : now).minus(config.reconcileWindow()), now);
    }

    private Batch list(AllegroCheckpoint checkpoint, AllegroCheckpoint.Listing walk, int size) {
        List<RawJson> forms = AllegroRows.of(api.checkoutForms(walk.since(), walk.skip(), size), "checkoutForms");
        List<Item> items = new ArrayList<>();
        for (RawJson form : forms) {
            items.add(reader.read(form));
        }
        if (forms.size() < size) {
            return new Batch(items, checkpoint.walked(walk).toCheckpoint(), false);
        }
        return new Batch(items, checkpoint.walking(further(walk, forms)).toCheckpoint(), true);
    }

    /**
     * Goes on from the last moment seen rather than by offset: a form that is updated meanwhile moves to the end, and by offset the
     * one after it would be missed.
     */
    private static AllegroCheckpoint.Listing further(AllegroCheckpoint.Listing walk, List<RawJson> forms) {
        String last = updatedAt(forms.get(forms.size() - 1));
        if (last.isEmpty() || last.equals(walk.since())) {
            return new AllegroCheckpoint.Listing(walk.since(), walk.skip() + forms.size(), walk.begunAt());
        }
        int sameMoment = (int)
                forms.stream().filter(form -> updatedAt(form).equals(last)).count();
        return new AllegroCheckpoint.Listing(last, sameMoment, walk.begunAt());
    }

    private static String updatedAt(RawJson form) {
        return form.tree().path("updatedAt").asText("");
    }

    private static Instant reconciledAt(AllegroCheckpoint checkpoint) {
        return Instant.parse(checkpoint.reconciledAt());
    }
}
