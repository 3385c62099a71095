package io.orderweave.notice;

import java.time.Duration;

/**
 * Sends notices by one channel: e-mail, text message, a screen in the shop. Implemented by hosts, one for each channel; thread-safe.
 */
public interface Notifier {

    /** The channel's name, as rules say it, for example {@code email}: lower-case letters, digits and hyphens. */
    String channel();

    /** How long {@link #send} may take before nobody knows whether it sent. */
    default Duration callDeadline() {
        return Duration.ofSeconds(30);
    }

    /**
     * Sends the notice. Called at most once for each notice, with no transaction open: a fault that leaves open whether it was sent ends
     * as sent, unconfirmed, and is never repeated.
     *
     * @throws io.orderweave.connection.OutsideFault with {@code Reached.NO} when it certainly was not sent: it is tried again later; of
     *     category REJECTED: it never can be
     */
    void send(Notice notice);
}
