package io.orderweave.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * What an order of a shop of some years can be found by. Nearly all of them are over and done with; the newest two in a hundred are
 * at work; a few old ones were forgotten on the way.
 */
record PastOrder(
        Instant placedAt,
        String connection,
        String status,
        String phase,
        String payment,
        String shipping,
        String documents,
        List<String> tags) {

    static final Instant FIRST = Instant.parse("2021-03-01T00:00:00Z");

    /** From the first order to the last. */
    static final Duration YEARS = Duration.ofDays(5 * 365);

    private static final double AT_WORK = 0.98;

    private static final Skew CONNECTIONS =
            Skew.of("main", 600, "second", 250, "third", 100, "fourth", 40, "smallest", 10);

    private static final Skew OLD = Skew.of(
            "delivered", 8850, "cancelled", 700, "returned", 400, "shipped", 40, "new", 3, "paid", 3, "packing", 4);

    private static final Skew RECENT = Skew.of(
            "waiting",
            6,
            "new",
            12,
            "paid",
            12,
            "packing",
            20,
            "ready",
            8,
            "shipped",
            30,
            "delivered",
            8,
            "cancelled",
            4);

    private static final Map<String, String> PHASES = Map.of(
            "waiting", "PENDING",
            "new", "OPEN",
            "paid", "OPEN",
            "packing", "IN_PROGRESS",
            "ready", "READY",
            "shipped", "SHIPPED",
            "delivered", "DELIVERED",
            "returned", "RETURNED",
            "cancelled", "CANCELLED");

    private static final Skew PAID_LATER = Skew.of("UNPAID", 60, "PAID", 39, "PARTIALLY_PAID", 1);
    private static final Skew MOSTLY_PAID = Skew.of("PAID", 750, "UNPAID", 240, "PARTIALLY_PAID", 5, "OVERPAID", 5);
    private static final Map<String, Skew> PAYMENTS = Map.of(
            "waiting", Skew.of("UNPAID", 1),
            "new", PAID_LATER,
            "paid", Skew.of("PAID", 99, "OVERPAID", 1),
            "packing", MOSTLY_PAID,
            "ready", MOSTLY_PAID,
            "shipped", MOSTLY_PAID,
            "delivered",
                    Skew.of(
                            "PAID",
                            9730,
                            "UNPAID",
                            100,
                            "OVERPAID",
                            30,
                            "PARTIALLY_REFUNDED",
                            120,
                            "PARTIALLY_PAID",
                            20),
            "returned", Skew.of("REFUNDED", 9, "PARTIALLY_REFUNDED", 1),
            "cancelled", Skew.of("UNPAID", 7, "REFUNDED", 3));

    private static final Skew NOT_SHIPPED = Skew.of("NOT_SHIPPED", 1);
    private static final Map<String, Skew> SHIPPING = Map.of(
            "waiting", NOT_SHIPPED,
            "new", NOT_SHIPPED,
            "paid", NOT_SHIPPED,
            "packing", NOT_SHIPPED,
            "ready", Skew.of("NOT_SHIPPED", 95, "PARTIALLY_SHIPPED", 5),
            "shipped", Skew.of("SHIPPED", 97, "PARTIALLY_DELIVERED", 2, "PARTIALLY_SHIPPED", 1),
            "delivered", Skew.of("DELIVERED", 998, "SHIPPED", 2),
            "returned", Skew.of("DELIVERED", 1),
            "cancelled", Skew.of("NOTHING_TO_SHIP", 1));

    private static final Skew NOT_INVOICED = Skew.of("NOT_INVOICED", 1);
    private static final Skew INVOICED = Skew.of("INVOICED", 990, "NOT_INVOICED", 6, "PARTIALLY_INVOICED", 4);
    private static final Map<String, Skew> DOCUMENTS = Map.of(
            "waiting", NOT_INVOICED,
            "new", NOT_INVOICED,
            "paid", Skew.of("NOT_INVOICED", 7, "INVOICED", 3),
            "packing", Skew.of("INVOICED", 95, "NOT_INVOICED", 5),
            "ready", INVOICED,
            "shipped", INVOICED,
            "delivered", INVOICED,
            "returned", Skew.of("CREDITED", 92, "INVOICED", 8),
            "cancelled", Skew.of("NOT_INVOICED", 85, "CREDITED", 15));

    private static final Map<String, Integer> TAGS_IN_THOUSAND =
            Map.of("gift", 50, "vip", 30, "fragile", 20, "b2b", 10, "complaint", 3, "export", 1);

    /** The order at that place of so many, the oldest first. */
    static PastOrder at(int position, int count, Random random) {
        double age = (double) position / count;
        String connection = CONNECTIONS.pick(random);
        String status = (age < AT_WORK ? OLD : RECENT).pick(random);
        // That marketplace takes returns itself: two common values that never meet.
        if (status.equals("returned") && connection.equals("second")) {
            status = "delivered";
        }
        List<String> tags = new ArrayList<>();
        TAGS_IN_THOUSAND.keySet().stream().sorted().forEach(tag -> {
            if (random.nextInt(1_000) < Objects.requireNonNull(TAGS_IN_THOUSAND.get(tag))) {
                tags.add(tag);
            }
        });
        return new PastOrder(
                FIRST.plusMillis((long) (YEARS.toMillis() * age)),
                connection,
                status,
                Objects.requireNonNull(PHASES.get(status)),
                pick(PAYMENTS, status, random),
                pick(SHIPPING, status, random),
                pick(DOCUMENTS, status, random),
                List.copyOf(tags));
    }

    private static String pick(Map<String, Skew> byStatus, String status, Random random) {
        return Objects.requireNonNull(byStatus.get(status)).pick(random);
    }
}
