package io.orderweave.connectors.allegro;

import static io.orderweave.http.JsonParts.text;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.RawDocument;
import io.orderweave.connector.CatalogFeed;
import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.Reference;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import io.orderweave.http.Suspects;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Brings offers: all of them once, by the list, and then those that the journal of offers names. Allegro keeps that for a day; a
 * feed that was not read for so long begins with the list again. The list tells neither EAN nor description, so each offer is read
 * by itself.
 */
final class AllegroCatalogFeed implements CatalogFeed {

    /** Allegro says 24 hours; we do not come near. */
    private static final Duration JOURNAL_MEMORY = Duration.ofHours(20);

    /** How often it is noted that the journal was read, while it tells nothing. */
    private static final Duration NOTE = Duration.ofHours(1);

    private static final Pattern OFFER_ID = Pattern.compile("[A-Za-z0-9-]{1,50}");

    private final AllegroApi api;
    private final AllegroOfferMapper mapper;
    private final int pageSize;
    private final Clock clock;
    private final Suspects suspects = new Suspects("Allegro");

    AllegroCatalogFeed(AllegroApi api, AllegroOfferMapper mapper, int pageSize, Clock clock) {
        this.api = api;
        this.mapper = mapper;
        this.pageSize = pageSize;
        this.clock = clock;
    }

    @Override
    public Batch poll(Optional<Checkpoint> from, int limit) {
        Instant now = clock.instant();
        int size = Math.max(1, Math.min(limit, pageSize));
        AllegroCatalogCheckpoint checkpoint =
                from.map(AllegroCatalogCheckpoint::parse).orElseGet(() -> AllegroCatalogCheckpoint.walkFrom(now));
        Integer skip = checkpoint.skip();
        if (skip != null) {
            return list(checkpoint, skip, size);
        }
        boolean forgotten =
                Instant.parse(checkpoint.readAt()).plus(JOURNAL_MEMORY).isBefore(now);
        return forgotten ? list(AllegroCatalogCheckpoint.walkFrom(now), 0, size) : journal(checkpoint, now, size);
    }

    /**
     * The newest offer comes first, so one that is added meanwhile doubles another and hides none. What changed during the walk is
     * in the journal, which follows at once.
     */
    private Batch list(AllegroCatalogCheckpoint checkpoint, int skip, int size) {
        List<String> ids = AllegroRows.of(api.offers(skip, size).offers(), "offers").stream()
                .flatMap(offer -> text(offer.id()).stream())
                .toList();
        AllegroCatalogCheckpoint next = checkpoint.walked(ids.size() >= size ? skip + ids.size() : null);
        return new Batch(read(ids), next.toCheckpoint(), true);
    }

    private Batch journal(AllegroCatalogCheckpoint checkpoint, Instant now, int size) {
        Reply<AllegroOfferEventsDto> reply = api.offerEvents(checkpoint.eventId(), size);
        if (reply instanceof Reply.Refused<AllegroOfferEventsDto> refused) {
            if (checkpoint.eventId() == null) {
                throw OutsideFault.of(FaultCategory.REJECTED, Reached.NO, "allegro offerEvents: " + refused.what())
                        .remoteRequestId(refused.requestId())
                        .build();
            }
            return list(AllegroCatalogCheckpoint.walkFrom(now), 0, size);
        }
        List<AllegroOfferEventsDto.Event> events = AllegroRows.of(
                ((Reply.Done<AllegroOfferEventsDto>) reply).body().offerEvents(), "offerEvents");
        Set<String> ids = new LinkedHashSet<>();
        String last = null;
        for (AllegroOfferEventsDto.Event event : events) {
            offerId(event.offer()).ifPresent(ids::add);
            last = event.id() == null ? last : event.id();
        }
        boolean worthNoting =
                last != null || Instant.parse(checkpoint.readAt()).plus(NOTE).isBefore(now);
        AllegroCatalogCheckpoint next = worthNoting ? checkpoint.read(last, now) : checkpoint;
        return new Batch(read(ids), next.toCheckpoint(), last != null && events.size() >= size);
    }

    private List<Item> read(Collection<String> ids) {
        return suspects.readAll(ids, new OneByOne()).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> offerId(@Nullable Reference offer) {
        return offer == null ? Optional.empty() : text(offer.id());
    }

    /** An offer that is gone is none; it was archived after its last event. */
    private final class OneByOne implements Suspects.Reader<Optional<Item>> {

        @Override
        public Optional<Item> read(String id) {
            if (!OFFER_ID.matcher(id).matches()) {
                return unreadable(id, "the id is not one of an offer");
            }
            Reply<RawJson> reply = api.offer(id);
            if (reply instanceof Reply.Refused<RawJson> refused) {
                return refused.status() == 404
                        ? Optional.empty()
                        : unreadable(id, "Allegro refused to show it: " + refused.reason());
            }
            return Optional.of(mapper.item(id, ((Reply.Done<RawJson>) reply).body()));
        }

        @Override
        public Optional<Item> unreadable(String id, String reason) {
            return Optional.of(new Item.Unreadable(id, new RawDocument("application/json", new byte[0]), reason));
        }
    }
}
