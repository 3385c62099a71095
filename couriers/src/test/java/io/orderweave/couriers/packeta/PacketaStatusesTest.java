package io.orderweave.couriers.packeta;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.couriers.PublishedStatuses;
import io.orderweave.shipment.TrackingStatus;
import org.junit.jupiter.api.Test;

class PacketaStatusesTest {

    @Test
    void haveEveryPublishedCodeInTheBucketOfTheReference() {
        PublishedStatuses.assertSameAs("packeta.json", PacketaStatuses.TABLE);
    }

    @Test
    void areTheSixteenOfPacketa() {
        assertThat(PacketaStatuses.TABLE.codes()).hasSize(16);
    }

    @Test
    void doNotTakeAParcelAtThePointForDelivered() {
        assertThat(PacketaStatuses.TABLE.find("5")).contains(TrackingStatus.READY_FOR_COLLECTION);
        assertThat(PacketaStatuses.TABLE.find("7")).contains(TrackingStatus.DELIVERED);
    }
}
