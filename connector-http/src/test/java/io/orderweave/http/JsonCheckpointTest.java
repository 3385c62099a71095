package io.orderweave.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.error.FaultCategory;
import org.junit.jupiter.api.Test;

class JsonCheckpointTest {

    private static final String FEED = "the sample feed";

    private record Place(String lastId) {}

    @Test
    void readsThePlaceItWrote() {
        Checkpoint checkpoint = JsonCheckpoint.write(new Place("17"), FEED, 2);

        assertThat(JsonCheckpoint.read(checkpoint, FEED, 2, Place.class)).isEqualTo(new Place("17"));
    }

    @Test
    void anEndlessIdIsAFaultOfTheOtherSides() {
        Place endless = new Place("9".repeat(200_000));

        OutsideFault fault = catchThrowableOfType(OutsideFault.class, () -> JsonCheckpoint.write(endless, FEED, 2));

        assertThat(fault.category()).isEqualTo(FaultCategory.CONTRACT);
        assertThat(fault.reached()).isEqualTo(Reached.NO);
    }
}
