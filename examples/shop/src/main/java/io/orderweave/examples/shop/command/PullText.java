package io.orderweave.examples.shop.command;

import io.orderweave.intake.PullReport;
import java.util.ArrayList;
import java.util.List;

/** What a pull brought, in a few words. */
final class PullText {

    private PullText() {}

    static String of(PullReport report) {
        if (!report.ran()) {
            return "not pulled: another process is at it";
        }
        List<String> parts = new ArrayList<>();
        add(parts, report.imported(), "new order");
        add(parts, report.changed(), "changed order");
        add(parts, report.payments(), "new payment");
        add(parts, report.tracking(), "moved parcel");
        if (report.quarantined() > 0) {
            parts.add(report.quarantined() + " in quarantine");
        }
        return parts.isEmpty() ? "nothing new" : String.join(", ", parts);
    }

    private static void add(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(Count.of(count, what));
        }
    }
}
