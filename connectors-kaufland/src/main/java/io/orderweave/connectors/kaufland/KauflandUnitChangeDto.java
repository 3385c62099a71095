package io.orderweave.connectors.kaufland;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** A change of an offer, in bulk. */
@JsonNaming(SnakeCaseStrategy.class)
record KauflandUnitChangeDto(long idUnit, Data unitData) {

    /**
     * What changes; absent parts stay.
     *
     * @param amount pieces available
     * @param listingPrice in cents, at least 1
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Data(@Nullable Integer amount, @Nullable Long listingPrice) {

        static Data amount(int amount) {
            return new Data(amount, null);
        }

        static Data price(long cents) {
            return new Data(null, cents);
        }
    }
}
