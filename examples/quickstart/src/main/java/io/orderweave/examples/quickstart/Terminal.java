package io.orderweave.examples.quickstart;

import java.io.PrintStream;

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

    void plain(String text) {
        out.println(text);
    }
}
