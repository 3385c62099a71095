package io.orderweave.order;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.value.ValueStyle;
import java.util.Map;
import org.immutables.value.Value;

/** Translates one connection's terms for payment and delivery methods into the shop's own codes. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableDictionary.class)
public interface Dictionary {

    Dictionary EMPTY = builder().build();

    /** From the channel's term to the shop's code. */
    Map<String, String> paymentMethods();

    /** From the channel's term (id or name) to the shop's code. */
    Map<String, String> deliveryMethods();

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Dictionary}s. */
    final class Builder extends ImmutableDictionary.Builder {
        Builder() {}
    }
}
