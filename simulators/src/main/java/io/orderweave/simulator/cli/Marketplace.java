package io.orderweave.simulator.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can be simulated. */
enum Marketplace {
    ALLEGRO(ServedAllegro::start),
    KAUFLAND(ServedKaufland::start),
    MERCHANTPRO(ServedMerchantPro::start);

    private final Function<Arguments, Served> starter;

    Marketplace(Function<Arguments, Served> starter) {
        this.starter = starter;
    }

    /** Its name on the command line, and the type of a connection to it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Starts it.
     *
     * @throws java.io.UncheckedIOException if the port is taken or the state file is not one of it
     */
    Served start(Arguments asked) {
        return starter.apply(asked);
    }

    static String keys() {
        return Arrays.stream(values()).map(Marketplace::key).collect(Collectors.joining("|"));
    }

    static Marketplace parse(String key) {
        return Arrays.stream(values())
                .filter(marketplace -> marketplace.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new WrongArgumentsException(
                        (key.isEmpty() ? "no marketplace is named" : "unknown marketplace " + key)
                                + ", expected one of " + keys()));
    }
}
