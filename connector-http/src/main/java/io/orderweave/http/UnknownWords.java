package io.orderweave.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The words of an outside system that its connector does not know, such as a status that is new. Each is kept as it came by whoever
 * met it, changes nothing, and is warned of once. Called by connectors; thread-safe.
 */
public final class UnknownWords {

    private static final Logger LOG = LoggerFactory.getLogger(UnknownWords.class);

    /** More than any system can have added; beyond, somebody plays with us. */
    private static final int MOST = 100;

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{1,50}");

    private final String system;
    private final Set<String> met = ConcurrentHashMap.newKeySet();

    /** @param system as people call it, for the warning */
    public UnknownWords(String system) {
        this.system = system;
    }

    /**
     * Warns of the word when it is met for the first time.
     *
     * @param what it is, for example {@code order status}
     */
    public void note(String what, String word) {
        if (met.size() < MOST && met.add(what + " " + word)) {
            LOG.warn(
                    "{} has a {} that this connector does not know; it is kept as it came: {}",
                    system,
                    what,
                    WORD.matcher(word).matches() ? word : "(not a word)");
        }
    }
}
