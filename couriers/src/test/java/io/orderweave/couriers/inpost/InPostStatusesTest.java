package io.orderweave.couriers.inpost;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.couriers.PublishedStatuses;
import io.orderweave.shipment.TrackingStatus;
import org.junit.jupiter.api.Test;

class InPostStatusesTest {

    @Test
    void haveEveryPublishedCodeInTheBucketOfTheReference() {
        PublishedStatuses.assertSameAs("inpost-shipx.json", InPostStatuses.TABLE);
    }

    @Test
    void areTheFiftyThreeOfShipX() {
        assertThat(InPostStatuses.TABLE.codes()).hasSize(53);
    }

    @Test
    void doNotTakeAParcelInALockerForDelivered() {
        assertThat(InPostStatuses.TABLE.find("ready_to_pickup")).contains(TrackingStatus.READY_FOR_COLLECTION);
        assertThat(InPostStatuses.TABLE.find("canceled_redirect_to_box")).contains(TrackingStatus.IN_TRANSIT);
    }
}
