package io.orderweave.connectors.allegro;

import static io.orderweave.http.JsonParts.all;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.orderweave.channel.ChannelId;
import io.orderweave.http.Names;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which of Allegro's carriers a courier is. Asked of Allegro, since carriers come and go; compared without case and punctuation, so
 * that {@code poczta-polska} is {@code POCZTA_POLSKA}.
 */
final class AllegroCarriers {

    /** For a carrier that Allegro does not know; it is given a name then. */
    static final String OTHER = "OTHER";

    private static final String ALL = "all";

    private final AllegroApi api;
    private final Cache<String, List<AllegroCarriersDto.Carrier>> cache =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(6)).build();

    AllegroCarriers(AllegroApi api) {
        this.api = api;
    }

    /** Allegro's id of the courier. */
    Optional<String> idOf(ChannelId courier) {
        return cache.get(ALL, key -> all(api.carriers().carriers())).stream()
                .filter(carrier ->
                        Names.alike(carrier.id(), courier.value()) || Names.alike(carrier.name(), courier.value()))
                .map(AllegroCarriersDto.Carrier::id)
                .filter(Objects::nonNull)
                .filter(id -> !id.equals(OTHER))
                .findFirst();
    }
}
