package io.orderweave.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns once of each word that a system says and its connector does not know. Thread-safe; a connector has one. */
public final class UnknownWords {

    private static final Logger LOG = LoggerFactory.getLogger(UnknownWords.class);

    /** More than any system can have added; beyond, somebody plays with us. */
    private static final int MOST = 100;

    private final String system;
    private final Set<String> noted = ConcurrentHashMap.newKeySet();

    public UnknownWords(String system) {
        this.system = system;
    }

    /**
     * Notes a word.
     *
     * @param what kind of word it is, for example {@code order status}
     */
    public void note(String what, String word) {
        if (noted.size() < MOST && noted.add(what + " " + word)) {
            LOG.warn(
                    "{} has a {} that this connector does not know; it is kept as it came: {}",
                    system,
                    what,
                    printable(word));
        }
    }

    private static String printable(String word) {
        return word.matches("[A-Za-z0-9_-]{1,50}") ? word : "(not a word)";
    }
}
