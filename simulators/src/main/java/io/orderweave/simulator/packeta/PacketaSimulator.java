package io.orderweave.simulator.packeta;

import io.orderweave.simulator.CourierCounters;
import io.orderweave.simulator.Faults;
import io.orderweave.simulator.RecordedRequest;
import io.orderweave.simulator.Simulator;
import io.orderweave.simulator.internal.CourierTally;
import io.orderweave.simulator.internal.SimulatorServer;
import io.orderweave.simulator.internal.StateStore;
import java.util.List;
import java.util.Map;

/**
 * Packeta's XML interface at {@code /api/rest}: every request goes to one address, a refusal comes with status 200, and
 * nothing stops the same number coming twice.
 *
 * <p>Hosts call it. Thread-safe. Cue faults by {@link Faults#onOperation}, with the root element's name.
 */
public final class PacketaSimulator implements Simulator {

    private final SimulatorServer server;
    private final StateStore<PacketaState> store;
    private final PacketaPackets packets;

    private PacketaSimulator(SimulatorServer server, StateStore<PacketaState> store, PacketaPackets packets) {
        this.server = server;
        this.store = store;
        this.packets = packets;
    }

    /** Settings for an account with this password; set what matters, then start. */
    public static PacketaSettings.Builder builder(String apiPassword) {
        return PacketaSettings.builder().apiPassword(apiPassword);
    }

    /**
     * Starts to listen.
     *
     * @throws java.io.UncheckedIOException if the port is taken or the state file is not one of this simulator
     */
    public static PacketaSimulator start(PacketaSettings settings) {
        StateStore<PacketaState> store = StateStore.open(settings.stateFile(), new PacketaState(), PacketaState.class);
        PacketaService service = new PacketaService(settings.apiPassword(), new PacketApi(settings, store));
        return new PacketaSimulator(
                SimulatorServer.start("packeta", settings.port(), service),
                store,
                new PacketaPackets(store, settings.clock()));
    }

    /** What happens to the packets. */
    public PacketaPackets packets() {
        return packets;
    }

    /** What is stored now, counted by the shop's number. */
    public CourierCounters counters() {
        return store.read(state -> {
            CourierTally tally = new CourierTally();
            state.packets.forEach(packet -> tally.add(
                    packet.number(), packet.is(PacketStatus.CANCELLED), packet.labels, packet.cashOnDelivery()));
            return tally.counters();
        });
    }

    /** The base; requests go to {@code /api/rest} below it. */
    @Override
    public String baseUrl() {
        return server.baseUrl();
    }

    @Override
    public Faults faults() {
        return server.faults();
    }

    @Override
    public List<RecordedRequest> requests() {
        return server.requests();
    }

    @Override
    public Map<String, Integer> requestsByOperation() {
        return server.requestsByOperation();
    }

    @Override
    public void close() {
        server.close();
    }
}
