package io.orderweave.simulator.internal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Ids that look random and are the same in every run: made of a seed, a kind and a number that is part of the saved state.
 */
public final class Ids {

    private Ids() {}

    public static String uuid(long seed, String kind, long number) {
        return hashed(seed, kind, number).toString();
    }

    /** Hexadecimal digits, at most 32 of them. */
    public static String hex(long seed, String kind, long number, int digits) {
        return uuid(seed, kind, number).replace("-", "").substring(0, digits);
    }

    private static UUID hashed(long seed, String kind, long number) {
        return UUID.nameUUIDFromBytes((seed + "/" + kind + "/" + number).getBytes(StandardCharsets.UTF_8));
    }
}
