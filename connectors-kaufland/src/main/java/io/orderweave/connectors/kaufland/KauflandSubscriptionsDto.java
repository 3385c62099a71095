package io.orderweave.connectors.kaufland;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The seller's subscriptions to push notifications. */
record KauflandSubscriptionsDto(@Nullable List<@Nullable Subscription> data) {

    @JsonNaming(SnakeCaseStrategy.class)
    record Subscription(
            @Nullable BigDecimal idSubscription,
            @Nullable String callbackUrl,
            @Nullable String eventName,
            @Nullable Boolean isActive) {}

    /** A subscription to make. */
    @JsonNaming(SnakeCaseStrategy.class)
    record New(String callbackUrl, String fallbackEmail, String eventName) {

        @Override
        public String toString() {
            return "New[" + eventName + "]";
        }
    }

    /** A subscription to be used again. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Change(boolean isActive) {}
}
