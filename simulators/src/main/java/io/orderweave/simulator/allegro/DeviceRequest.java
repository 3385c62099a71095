package io.orderweave.simulator.allegro;

import java.time.Instant;

/** A device that waits for its seller to type the user code. */
record DeviceRequest(String userCode, Instant until, Decision decision) {

    enum Decision {
        PENDING,
        APPROVED,
        DENIED
    }

    DeviceRequest decided(Decision how) {
        return new DeviceRequest(userCode, until, how);
    }
}
