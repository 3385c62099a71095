package io.orderweave.examples.shop.command;

import io.orderweave.intake.Quarantine;
import java.io.PrintWriter;
import java.util.List;

/** What could not be taken in, as text. */
final class QuarantineText {

    private static final int SHOWN = 1_000;

    private QuarantineText() {}

    /** Lists what waits for a person. Whether anything does. */
    static boolean list(Quarantine quarantine, PrintWriter out) {
        List<Quarantine.Item> items = quarantine.open(SHOWN);
        items.forEach(item -> out.println("in quarantine: " + item.id() + " " + item.connection() + " "
                + item.externalId() + ": " + item.reason() + ", " + item.detail()));
        return !items.isEmpty();
    }
}
