package io.orderweave.connectors.kaufland;

import static io.orderweave.http.JsonParts.all;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.orderweave.channel.ChannelId;
import io.orderweave.http.Names;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which of Kaufland's carriers a courier is. Asked of Kaufland, since carriers come and go; compared without case and punctuation. */
final class KauflandCarriers {

    /** For a carrier that Kaufland does not know, and for goods that go without a tracking number. */
    static final String OTHER = "Other";

    private static final String ALL = "all";

    private final KauflandApi api;
    private final Cache<String, List<String>> cache =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(6)).build();

    KauflandCarriers(KauflandApi api) {
        this.api = api;
    }

    /** Kaufland's code of the courier, or that of any other. */
    String codeOf(ChannelId courier) {
        return cache.get(ALL, key -> names()).stream()
                .filter(name -> Names.alike(name, courier.value()))
                .findFirst()
                .orElse(OTHER);
    }

    private List<String> names() {
        return Optional.ofNullable(api.carriers().data()).stream()
                .flatMap(data -> all(data.carriers()).stream())
                .map(KauflandCarriersDto.Carrier::name)
                .filter(Objects::nonNull)
                .toList();
    }
}
