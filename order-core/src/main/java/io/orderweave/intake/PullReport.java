package io.orderweave.intake;

/**
 * What a pull brought.
 *
 * @param ran false when another node is pulling the connection, or it is OFF
 * @param imported new orders
 * @param changed orders that changed at their channel
 * @param unchanged orders told again without news
 * @param quarantined items that could not be read
 * @param payments new bank transactions
 * @param tracking shipments that moved
 */
public record PullReport(
        boolean ran, int imported, int changed, int unchanged, int quarantined, int payments, int tracking) {

    public static final PullReport NOT_RUN = new PullReport(false, 0, 0, 0, 0, 0, 0);

    /** Whether it brought anything new. */
    public boolean broughtAnything() {
        return imported + changed + quarantined + payments + tracking > 0;
    }

    /** Both together. */
    public PullReport plus(PullReport other) {
        return new PullReport(
                ran || other.ran,
                imported + other.imported,
                changed + other.changed,
                unchanged + other.unchanged,
                quarantined + other.quarantined,
                payments + other.payments,
                tracking + other.tracking);
    }

    /** Counts while a pull runs. Belongs to one thread. */
    public static final class Counter {
        private int imported;
        private int changed;
        private int unchanged;
        private int quarantined;
        private int payments;
        private int tracking;

        public void order(OrderFate fate) {
            switch (fate) {
                case IMPORTED -> imported++;
                case CHANGED -> changed++;
                case UNCHANGED, GONE -> unchanged++;
                case QUARANTINED -> quarantined++;
            }
        }

        public void quarantined() {
            quarantined++;
        }

        public void payment() {
            payments++;
        }

        public void tracking() {
            tracking++;
        }

        public PullReport report() {
            return new PullReport(true, imported, changed, unchanged, quarantined, payments, tracking);
        }
    }
}
