package io.orderweave.simulator;

import java.util.List;
import java.util.Map;

/**
 * An outside system that runs inside the test: a real HTTP server on 127.0.0.1 with state of its own.
 *
 * <p>Hosts call it, only this module implements it. Thread-safe: requests, scripting and counters may be used at the same
 * time; each request sees the state either before or after any other change, never between.
 */
public interface Simulator extends AutoCloseable {

    /** Where the system answers, such as {@code http://127.0.0.1:40123}, without a slash at the end. */
    String baseUrl();

    /** The faults this simulator shows on cue. */
    Faults faults();

    /** The latest requests, oldest first, without headers and bodies; at most the last ten thousand. */
    List<RecordedRequest> requests();

    /** How many requests came per operation since this object was started, also those that were cut or refused. */
    Map<String, Integer> requestsByOperation();

    /** Stops answering; requests in flight are cut. The state file, if there is one, stays. Closing twice does nothing. */
    @Override
    void close();
}
