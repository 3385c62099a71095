package io.orderweave.simulator;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** What can be set for every simulator; each has its own settings type with a builder. */
public interface SimulatorSettings {

    /** The time the outside system lives in; a {@link SimulatorClock} lets a test move it. The default is real time. */
    Clock clock();

    /**
     * The JSON file that holds the state, read at the start when it is there and replaced atomically after each change
     * before the change is answered, so that a killed process goes on where it was. Without it the state is in memory only.
     */
    Optional<Path> stateFile();

    /** The TCP port on 127.0.0.1; 0, the default, lets the system choose. */
    int port();
}
