package io.orderweave.examples.shop;

import io.orderweave.error.OrderweaveException;
import io.orderweave.examples.shop.config.ConfigException;
import java.io.UncheckedIOException;

/** Faults as a person at the command line reads them. */
final class Faults {

    private Faults() {}

    /** What the library, the configuration and the commands say is safe to show; of anything else only its kind is. */
    static String text(Throwable fault) {
        boolean ours = fault instanceof OrderweaveException
                || fault instanceof ConfigException
                || fault instanceof IllegalArgumentException
                || fault instanceof UncheckedIOException;
        return ours
                ? String.valueOf(fault.getMessage())
                : "failed: " + fault.getClass().getSimpleName();
    }
}
