package io.orderweave.canary;

import org.jspecify.annotations.Nullable;

/** Must not compile: it uses what may be null. */
final class Canary {

    int length(@Nullable String text) {
        return text.length();
    }
}
