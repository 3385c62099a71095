package io.orderweave.simulator.kaufland;

/**
 * A push notification as Kaufland would post it. Immutable; the bytes are handed over and not changed.
 *
 * @param timestamp the value of the header {@link #TIMESTAMP}
 * @param signature the value of the header {@link #SIGNATURE}
 * @param body what was signed, beside the address it is posted to and the moment
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed over, never compared
public record KauflandNotification(String timestamp, String signature, byte[] body) {

    /** The header that carries the moment, in seconds since 1970. */
    public static final String TIMESTAMP = "Shop-Timestamp";

    /** The header that carries the signature. */
    public static final String SIGNATURE = "Shop-Signature";

    @Override
    public String toString() {
        return "KauflandNotification[" + body.length + " bytes]";
    }
}
