package io.orderweave.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FaultsTest {

    private final Faults faults = new Faults();

    @Test
    void fitMethodAndWholePath() {
        faults.on("POST", "/order/[^/]+/shipments").once(Fault.cutBefore());

        assertThat(faults.take("GET", "/order/7/shipments", "x")).isEmpty();
        assertThat(faults.take("POST", "/order/7/shipments/8", "x")).isEmpty();
        assertThat(faults.take("POST", "/order/7/shipments", "x")).contains(Fault.cutBefore());
    }

    @Test
    void areUsedUp() {
        faults.onOperation("createPacket").times(2, Fault.status(503));
        assertThat(faults.due()).isEqualTo(2);

        assertThat(faults.take("POST", "/", "createPacket")).isPresent();
        assertThat(faults.take("POST", "/", "createPacket")).isPresent();

        assertThat(faults.take("POST", "/", "createPacket")).isEmpty();
        assertThat(faults.due()).isZero();
    }

    @Test
    void stayUntilClearedWhenCuedForAlways() {
        faults.on("GET", ".*").always(Fault.htmlPage());

        for (int i = 0; i < 5; i++) {
            assertThat(faults.take("GET", "/any", "x")).isPresent();
        }
        faults.clear();

        assertThat(faults.take("GET", "/any", "x")).isEmpty();
    }

    @Test
    void comeInTheOrderCued() {
        faults.on("GET", "/a").once(Fault.cutBefore());
        faults.on("GET", "/.*").once(Fault.cutAfterWrite());

        assertThat(faults.take("GET", "/a", "x")).contains(Fault.cutBefore());
        assertThat(faults.take("GET", "/a", "x")).contains(Fault.cutAfterWrite());
    }

    @Test
    void areShownAtLeastOnce() {
        assertThatThrownBy(() -> faults.on("GET", "/a").times(0, Fault.cutBefore()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
