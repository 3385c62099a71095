package io.orderweave.examples.shop;

import io.orderweave.error.OrderweaveException;
import io.orderweave.examples.shop.config.ConfigException;

/** Faults as a person at the command line reads them. */
final class Faults {

    private Faults() {}

    /** What the library or the configuration says is safe to show; of anything else only its kind is. */
    static String text(Throwable fault) {
        if (fault instanceof OrderweaveException || fault instanceof ConfigException) {
            return String.valueOf(fault.getMessage());
        }
        return fault instanceof IllegalArgumentException ? String.valueOf(fault.getMessage()) : "failed: " + fault;
    }
}
