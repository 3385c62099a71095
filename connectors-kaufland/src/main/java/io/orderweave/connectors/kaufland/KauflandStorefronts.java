package io.orderweave.connectors.kaufland;

import static io.orderweave.http.JsonParts.all;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.orderweave.channel.Storefront;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connector.OfferRef;
import io.orderweave.error.FaultCategory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The storefronts to serve: those of the settings, else all that the seller has. Kaufland writes them in either case. */
final class KauflandStorefronts {

    private static final String ALL = "all";

    /** Where the currency is not the euro. */
    private static final Map<String, String> CURRENCIES = Map.of("cz", "CZK", "pl", "PLN");

    private final KauflandApi api;
    private final KauflandConfig config;
    private final Cache<String, List<Storefront>> cache =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(6)).build();

    KauflandStorefronts(KauflandApi api, KauflandConfig config) {
        this.api = api;
        this.config = config;
    }

    List<Storefront> served() {
        return config.storefronts().isEmpty() ? cache.get(ALL, key -> own()) : config.storefronts();
    }

    /** All that the seller has, asked now. An answer without a list is no seller without a storefront. */
    List<Storefront> own() {
        List<@Nullable String> names = api.storefronts().data();
        if (names == null) {
            throw OutsideFault.of(FaultCategory.CONTRACT, Reached.NO, "kaufland storefronts: expected a list at $.data")
                    .build();
        }
        return all(names).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(KauflandId::isValid)
                .map(Storefront::new)
                .toList();
    }

    /** Where an offer is; the only storefront there is, when it does not say. */
    Optional<Storefront> of(OfferRef offer) {
        return offer.storefront()
                .or(() -> Optional.of(served()).filter(all -> all.size() == 1).map(all -> all.get(0)));
    }

    /** ISO 4217. */
    static String currency(Storefront storefront) {
        return CURRENCIES.getOrDefault(storefront.value().toLowerCase(Locale.ROOT), "EUR");
    }
}
