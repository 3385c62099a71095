package io.orderweave.simulator.cli;

import io.orderweave.simulator.Simulator;
import java.util.Map;

/** A simulator that is served: what a connection to it needs, and buyers who order. */
interface Served extends AutoCloseable {

    Simulator simulator();

    /** The settings of a connection to it, by key, in the order to be shown. */
    Map<String, String> settings();

    /** Places an order. Orders of different indexes differ in how they are paid and delivered. Returns its id. */
    String place(int index);

    @Override
    default void close() {
        simulator().close();
    }
}
