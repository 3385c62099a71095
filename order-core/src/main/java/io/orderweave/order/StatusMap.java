package io.orderweave.order;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.id.StatusId;
import io.orderweave.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** Translates statuses between one connection's channel and the shop, both ways. What is not in it is reported, never guessed. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableStatusMap.class)
public interface StatusMap {

    StatusMap EMPTY = builder().build();

    /** From the channel's term to the shop's status; applied when the channel's term changes. */
    Map<String, StatusId> inbound();

    /** From the shop's status to what the channel is told when an order enters it; a status that is not here is not told. */
    Map<StatusId, StatusIntent> outbound();

    /** Everything in it that the catalogue does not know, each as one sentence. */
    default List<String> problems(StatusCatalogue catalogue) {
        List<String> problems = new ArrayList<>();
        inbound().forEach((term, status) -> {
            if (catalogue.find(status).isEmpty()) {
                problems.add(
                        "channel term " + term + " is mapped to status " + status + ", which is not in the catalogue");
            }
        });
        outbound().forEach((status, intent) -> {
            if (catalogue.find(status).isEmpty()) {
                problems.add("status " + status + ", told as " + intent + ", is not in the catalogue");
            }
        });
        return problems;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link StatusMap}s. */
    final class Builder extends ImmutableStatusMap.Builder {
        Builder() {}
    }
}
