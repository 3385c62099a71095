package io.orderweave.couriers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.shipment.TrackingStatus;
import org.junit.jupiter.api.Test;

class StatusTableTest {

    @Test
    void refusesACodeInTwoBuckets() {
        StatusTable.Builder builder = StatusTable.builder().put(TrackingStatus.DELIVERED, "7");

        assertThatThrownBy(() -> builder.put(TrackingStatus.READY_FOR_COLLECTION, "7"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("7 is both DELIVERED and READY_FOR_COLLECTION");
    }

    @Test
    void doesNotGuessAnUnknownCode() {
        StatusTable table =
                StatusTable.builder().put(TrackingStatus.DELIVERED, "7").build();

        assertThat(table.find("7")).contains(TrackingStatus.DELIVERED);
        assertThat(table.find("07")).isEmpty();
    }
}
