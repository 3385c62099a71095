package io.orderweave.internal.book;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** SHA-256 as lower-case hexadecimal. */
public final class Digest {

    private Digest() {}

    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * An identity that is the same whenever the same thing is met again, and in the order of the moments, as {@link
     * io.orderweave.id.IdSource} makes them.
     */
    public static String id(Instant moment, String text) {
        return HexFormat.of().toHexDigits(moment.toEpochMilli(), 12)
                + sha256(text).substring(0, 20);
    }

    /** The first 32 digits: enough for an identity. */
    public static String id(String text) {
        return sha256(text).substring(0, 32);
    }
}
