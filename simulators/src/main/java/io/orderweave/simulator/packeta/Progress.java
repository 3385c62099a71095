package io.orderweave.simulator.packeta;

import java.time.Instant;
import java.util.List;

/** Lets packets go on by themselves along the usual route. */
final class Progress {

    private static final List<Integer> ROUTE = List.of(
            PacketStatus.RECEIVED_DATA.code(),
            PacketStatus.ARRIVED.code(),
            PacketStatus.PREPARED_FOR_DEPARTURE.code(),
            PacketStatus.DEPARTED.code(),
            PacketStatus.READY_FOR_PICKUP.code(),
            PacketStatus.DELIVERED.code());

    private final PacketaSettings settings;

    Progress(PacketaSettings settings) {
        this.settings = settings;
    }

    /** Takes the steps that are due now. */
    void settle(Packet packet) {
        int position = ROUTE.indexOf(packet.last().code());
        if (packet.byHand || position < 0) {
            return;
        }
        Instant now = settings.clock().instant();
        Instant since = packet.waitsSince;
        int due = settings.transit().steps(since, now, packet.polls);
        for (int step = 1; step <= due && position + step < ROUTE.size(); step++) {
            packet.move(ROUTE.get(position + step), settings.transit().momentOf(step, since, now));
        }
    }
}
