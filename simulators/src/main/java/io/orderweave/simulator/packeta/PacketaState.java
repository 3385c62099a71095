package io.orderweave.simulator.packeta;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that the simulated Packeta remembers; guarded by its state store. */
final class PacketaState {

    final List<Packet> packets = new ArrayList<>();

    /** Finds a packet by its id, with or without the letter of its barcode. */
    Optional<Packet> find(String packetId) {
        String digits = packetId.startsWith("Z") ? packetId.substring(1) : packetId;
        return packets.stream()
                .filter(packet -> Long.toString(packet.id).equals(digits))
                .findFirst();
    }
}
