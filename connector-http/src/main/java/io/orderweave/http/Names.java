package io.orderweave.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Compares names that two systems write differently: {@code poczta-polska} is {@code POCZTA_POLSKA}. */
public final class Names {

    private Names() {}

    /** Whether they are the same but for case and punctuation; an absent one is like none. */
    public static boolean alike(@Nullable String one, String other) {
        return one != null && plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
