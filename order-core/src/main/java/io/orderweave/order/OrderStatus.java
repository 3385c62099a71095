package io.orderweave.order;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.id.StatusId;
import io.orderweave.value.ValueStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** A status of the host's own making. Its position is its place in the {@link StatusCatalogue}. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableOrderStatus.class)
public interface OrderStatus {

    StatusId id();

    /** What it means; verified to be present when the hub is built. */
    Optional<Phase> phase();

    /** Labels by ISO 639-1 language. */
    Map<String, String> labels();

    /** Statuses that may follow; empty allows every one. */
    Set<StatusId> next();

    /** The label in that language, else in English, else the id. */
    default String label(Locale language) {
        String own = labels().get(language.getLanguage());
        return own != null ? own : labels().getOrDefault("en", id().value());
    }

    static OrderStatus of(String id, Phase phase, String englishLabel) {
        return builder()
                .id(new StatusId(id))
                .phase(phase)
                .putLabel("en", englishLabel)
                .build();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link OrderStatus}es. */
    final class Builder extends ImmutableOrderStatus.Builder {
        Builder() {}
    }
}
