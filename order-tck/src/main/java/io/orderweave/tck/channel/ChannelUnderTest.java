package io.orderweave.tck.channel;

import io.orderweave.connector.ChannelConnectorFactory;
import io.orderweave.tck.SettableClock;
import java.time.Duration;
import java.util.Set;

/** What an author gives the kit: the connector, the other side, and what is claimed. Stateless. */
public interface ChannelUnderTest {

    /**
     * The factory of the connector, as hosts get it but for time.
     *
     * @param clock the same the connector gets from its context; where the connector waits, it moves this clock instead
     * @param patience the longest that one request may take, in real time
     */
    ChannelConnectorFactory factory(SettableClock clock, Duration patience);

    /**
     * A fresh other side, of a client or an account that no other had: connectors keep rate limits by it for the whole process, and
     * the system gives an address again.
     */
    ChannelServer start(SettableClock clock);

    /** The facets the connector claims to have: each of them is tested, of each other its absence. */
    Set<Facet> facets();

    /**
     * The facets that can tell whether a write landed. Where a channel shows nothing to tell it by, {@code find} must say so with a
     * fault: what is in doubt there waits for a person, and nothing is sent again.
     */
    default Set<Facet> lookups() {
        return facets();
    }

    /**
     * The facets that see by themselves that a write has landed before, also when nobody has asked {@code find}. Of the others the
     * kit sends nothing again that {@code find} has found, as the engine never does.
     */
    default Set<Facet> repeats() {
        return lookups();
    }

    /**
     * All that this process has logged so far, at every level down to TRACE. Where it is not so, the kit says so and fails. With
     * slf4j-simple: the content of the file that {@code org.slf4j.simpleLogger.logFile} names.
     */
    String log();
}
