package io.orderweave.simulator.packeta;

import java.util.Arrays;
import java.util.Optional;

/** The codes Packeta publishes, with their texts; 8 and 13 do not exist. */
enum PacketStatus {
    RECEIVED_DATA(1, "received data"),
    ARRIVED(2, "arrived"),
    PREPARED_FOR_DEPARTURE(3, "prepared for departure"),
    DEPARTED(4, "departed"),
    READY_FOR_PICKUP(5, "ready for pickup"),
    HANDED_TO_CARRIER(6, "handed to carrier"),
    DELIVERED(7, "delivered"),
    POSTED_BACK(9, "posted back"),
    RETURNED(10, "returned"),
    CANCELLED(11, "cancelled"),
    COLLECTED(12, "collected"),
    CUSTOMS(14, "customs"),
    REVERSE_PACKET_ARRIVED(15, "reverse packet arrived"),
    DELIVERY_ATTEMPT(16, "delivery attempt"),
    REJECTED_BY_RECIPIENT(17, "rejected by recipient"),
    UNKNOWN(999, "unknown");

    private final int code;
    private final String text;

    PacketStatus(int code, String text) {
        this.code = code;
        this.text = text;
    }

    static Optional<PacketStatus> of(int code) {
        return Arrays.stream(values()).filter(status -> status.code == code).findFirst();
    }

    int code() {
        return code;
    }

    String text() {
        return text;
    }
}
