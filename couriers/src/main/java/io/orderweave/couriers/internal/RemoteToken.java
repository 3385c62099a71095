package io.orderweave.couriers.internal;

import java.util.regex.Pattern;

/** A word of the other side's that may be shown: a field name, an error code, a status. Free text is not, it may name people. */
public final class RemoteToken {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,59}|\\d{1,6}");

    private RemoteToken() {}

    /** The word itself if it looks like a code, else {@code (unreadable)}. */
    public static String of(String word) {
        return TOKEN.matcher(word).matches() ? word : "(unreadable)";
    }
}
