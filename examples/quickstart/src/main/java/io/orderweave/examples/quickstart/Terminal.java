package io.orderweave.examples.quickstart;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Prints; in colour only where somebody looks at a terminal. */
final class Terminal {

    private final PrintStream out;
    private final boolean colour;

    Terminal(PrintStream out) {
        this.out = out;
        this.colour = System.console() != null && System.getenv("NO_COLOR") == null;
    }

    void title(String text) {
        out.println();
        out.println(colour ? "\u001b[1;36m" + text + "\u001b[0m" : text);
    }

    void line(String text) {
        out.println("  " + text);
    }

    /** What was counted of something; what was not there is left out. */
    void counts(String of, Count... counts) {
        String there = Arrays.stream(counts)
                .filter(count -> count.number() > 0)
                .map(count -> count.number() + " " + count.what())
                .collect(Collectors.joining(", "));
        if (!there.isEmpty()) {
            line(of + ": " + there);
        }
    }

    /** So many of something. */
    record Count(long number, String what) {}
}
