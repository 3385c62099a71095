package io.orderweave.connectors.allegro;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connector.ReturnFeed;
import io.orderweave.connectors.allegro.AllegroReturnCheckpoint.Walk;
import io.orderweave.http.RawJson;
import io.orderweave.http.Suspects;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings returns. Allegro tells when a return was announced, not when it changed, so those announced of late are all read again
 * now and then; in between a poll asks for new ones only, which is one request.
 */
final class AllegroReturnFeed implements ReturnFeed {

    /** How late a return may show up in the list; one that is later still is found when all are read again. */
    private static final Duration LAG = Duration.ofMinutes(15);

    private final AllegroApi api;
    private final AllegroReturnMapper mapper;
    private final AllegroConfig config;
    private final Clock clock;
    private final Suspects suspects = new Suspects("Allegro");

    AllegroReturnFeed(AllegroApi api, AllegroReturnMapper mapper, AllegroConfig config, Clock clock) {
        this.api = api;
        this.mapper = mapper;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Batch poll(Optional<Checkpoint> from, int limit) {
        int size = Math.max(1, Math.min(limit, config.feed().pageSize()));
        AllegroReturnCheckpoint checkpoint =
                from.map(AllegroReturnCheckpoint::parse).orElseGet(this::beginning);
        Walk walk = checkpoint.walk();
        return walk == null ? walk(checkpoint, nextWalk(checkpoint), size) : walk(checkpoint, walk, size);
    }

    private AllegroReturnCheckpoint beginning() {
        Instant now = clock.instant();
        Walk walk = Walk.over(now.minus(config.feed().history()), now, true);
        return new AllegroReturnCheckpoint(now.toString(), now.toString(), walk);
    }

    private Walk nextWalk(AllegroReturnCheckpoint checkpoint) {
        Instant now = clock.instant();
        Instant readAgainAt = Instant.parse(checkpoint.readAgainAt());
        Instant seenUntil = Instant.parse(checkpoint.seenUntil()).minus(LAG);
        if (readAgainAt.plus(config.returns().interval()).isAfter(now)) {
            return Walk.over(seenUntil, now, false);
        }
        Instant window = now.minus(config.returns().window());
        return Walk.over(window.isBefore(seenUntil) ? window : seenUntil, now, true);
    }

    private Batch walk(AllegroReturnCheckpoint checkpoint, Walk walk, int size) {
        List<RawJson> found =
                AllegroRows.of(api.customerReturns(walk.since(), walk.until(), walk.skip(), size), "customerReturns");
        List<Item> items = read(found);
        if (found.size() >= size) {
            return new Batch(items, checkpoint.walking(walk.past(found.size())).toCheckpoint(), true);
        }
        // Without news the checkpoint stays as it is, so that there is nothing to save.
        boolean nothing = found.isEmpty() && walk.skip() == 0 && !walk.again();
        return new Batch(items, (nothing ? checkpoint : checkpoint.walked(walk)).toCheckpoint(), false);
    }

    private List<Item> read(List<RawJson> found) {
        Map<String, RawJson> byId = new LinkedHashMap<>();
        for (RawJson one : found) {
            String id = one.tree().path("id").asText("");
            byId.put(FormId.orUnidentified(id, Arrays.hashCode(one.bytes())), one);
        }
        return suspects.readAll(byId.keySet(), new Suspects.Reader<Item>() {

            @Override
            public Item read(String id) {
                return mapper.item(id, byId.getOrDefault(id, found.get(0)));
            }

            @Override
            public Item unreadable(String id, String reason) {
                return AllegroReturnMapper.unreadable(id, byId.getOrDefault(id, found.get(0)), reason);
            }
        });
    }
}
