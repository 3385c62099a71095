package io.orderweave.simulator.packeta;

import io.orderweave.simulator.internal.StateStore;
import java.time.Clock;
import java.util.List;

/** What happens to the packets, told by the test. Hosts call it. Thread-safe; every step is stored before it returns. */
public final class PacketaPackets {

    private final StateStore<PacketaState> store;
    private final Clock clock;

    PacketaPackets(StateStore<PacketaState> store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Moves the latest packet with this id or number to a status code, also one nobody knows; from then on it does not go on
     * by itself.
     *
     * @param which its packet id, its barcode or the shop's number
     * @throws IllegalArgumentException if there is none
     */
    public void moveTo(String which, int statusCode) {
        store.change(state -> {
            Packet found = state.find(which)
                    .or(() -> state.packets.stream()
                            .filter(packet -> packet.number().equals(which))
                            .reduce((earlier, later) -> later))
                    .orElseThrow(() -> new IllegalArgumentException("No such packet: " + which));
            found.move(statusCode, clock.instant());
            found.byHand = true;
            return found.id;
        });
    }

    /** The ids of the packets with this number, oldest first: what a person sees who searches for it in Packeta's web site. */
    public List<String> idsOf(String number) {
        return store.read(state -> state.packets.stream()
                .filter(packet -> packet.number().equals(number))
                .map(packet -> Long.toString(packet.id))
                .toList());
    }
}
