package io.orderweave.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.store.LeaseStore.Lease;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The clauses of {@link io.orderweave.store.LeaseStore}. */
public abstract class LeaseStoreTck extends StoreGroup {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** A database's own clock goes on between two statements, and a busy machine takes its time. */
    private static final Duration ALMOST_A_MINUTE = Duration.ofSeconds(50);

    @Test
    void acquiresALeaseNobodyHolds() {
        Lease lease = stores.leases().acquire("pull", "node-1", MINUTE).orElseThrow();

        assertThat(lease.name()).isEqualTo("pull");
        assertThat(lease.owner()).isEqualTo("node-1");
    }

    @Test
    void refusesALeaseAnotherHolds() {
        acquire("node-1");

        assertThat(stores.leases().acquire("pull", "node-2", MINUTE)).isEmpty();
    }

    @Test
    void isNotReEntrant() {
        acquire("node-1");

        assertThat(stores.leases().acquire("pull", "node-1", MINUTE)).isEmpty();
    }

    @Test
    void holdsALeaseUntilItsTimeIsOver() {
        acquire("node-1");

        clock.advance(ALMOST_A_MINUTE);

        assertThat(stores.leases().acquire("pull", "node-2", MINUTE)).isEmpty();
    }

    @Test
    void acquiresALeaseWhoseTimeIsOver() {
        acquire("node-1");

        clock.advance(MINUTE);

        assertThat(stores.leases().acquire("pull", "node-2", MINUTE)).isPresent();
    }

    @Test
    void keepsLeasesOfDifferentNamesApart() {
        acquire("node-1");

        assertThat(stores.leases().acquire("Pull", "node-2", MINUTE)).isPresent();
        assertThat(stores.leases().acquire("pull ", "node-2", MINUTE)).isPresent();
    }

    @Test
    void namesMayHoldAnyCharacter() {
        assertThat(stores.leases().acquire("a\0b", "\0", MINUTE)).isPresent();
        assertThat(stores.leases().acquire("a\0c", "\0", MINUTE)).isPresent();
        assertThat(stores.leases().acquire("a\0b", "\0", MINUTE)).isEmpty();
    }

    @Test
    void ofConcurrentAcquisitionsExactlyOneSucceeds() {
        List<Optional<Lease>> outcomes =
                Concurrently.run(32, number -> stores.leases().acquire("pull", "node-" + number, MINUTE));

        assertThat(outcomes.stream().filter(Optional::isPresent)).hasSize(1);
    }

    @Test
    void ofConcurrentAcquisitionsOfAnExpiredLeaseExactlyOneSucceeds() {
        acquire("node-0");
        clock.advance(MINUTE);

        List<Optional<Lease>> outcomes =
                Concurrently.run(32, number -> stores.leases().acquire("pull", "node-" + number, MINUTE));

        assertThat(outcomes.stream().filter(Optional::isPresent)).hasSize(1);
    }

    @Test
    void tokenGrowsWithEachAcquisition() {
        Lease first = acquire("node-1");
        clock.advance(MINUTE);
        Lease second = acquire("node-2");
        clock.advance(MINUTE);
        Lease third = acquire("node-1");

        assertThat(second.token()).isGreaterThan(first.token());
        assertThat(third.token()).isGreaterThan(second.token());
    }

    @Test
    void tokenGrowsAfterARelease() {
        Lease first = acquire("node-1");
        stores.leases().release(first);

        assertThat(acquire("node-1").token()).isGreaterThan(first.token());
    }

    @Test
    void renewExtendsTheLeaseFromNow() {
        Lease lease = acquire("node-1");
        clock.advance(Duration.ofSeconds(30));

        assertThat(stores.leases().renew(lease, MINUTE)).isTrue();

        clock.advance(ALMOST_A_MINUTE);
        assertThat(stores.leases().acquire("pull", "node-2", MINUTE))
                .as("80 seconds after the first, 50 after the renewal")
                .isEmpty();
        clock.advance(MINUTE.minus(ALMOST_A_MINUTE));
        assertThat(stores.leases().acquire("pull", "node-2", MINUTE)).isPresent();
    }

    @Test
    void renewMayShortenTheLease() {
        Lease lease = acquire("node-1");

        assertThat(stores.leases().renew(lease, Duration.ofSeconds(1))).isTrue();

        clock.advance(Duration.ofSeconds(1));
        assertThat(stores.leases().acquire("pull", "node-2", MINUTE)).isPresent();
    }

    @Test
    void renewRefusesALeaseWhoseTimeIsOver() {
        Lease lease = acquire("node-1");
        clock.advance(MINUTE);

        assertThat(stores.leases().renew(lease, MINUTE)).isFalse();
        assertThat(stores.leases().acquire("pull", "node-2", MINUTE)).isPresent();
    }

    @Test
    void renewRefusesALeaseAnotherHolds() {
        Lease late = acquire("node-1");
        clock.advance(MINUTE);
        Lease present = acquire("node-2");

        assertThat(stores.leases().renew(late, MINUTE)).isFalse();
        assertThat(stores.leases().renew(present, MINUTE)).isTrue();
    }

    @Test
    void renewRefusesTheOldTokenOfTheSameOwner() {
        Lease late = acquire("node-1");
        clock.advance(MINUTE);
        acquire("node-1");

        assertThat(stores.leases().renew(late, MINUTE)).isFalse();
    }

    @Test
    void renewRefusesAReleasedLease() {
        Lease lease = acquire("node-1");
        stores.leases().release(lease);

        assertThat(stores.leases().renew(lease, MINUTE)).isFalse();
    }

    @Test
    void renewRefusesALeaseNeverTaken() {
        assertThat(stores.leases().renew(new Lease("pull", "node-1", 1), MINUTE))
                .isFalse();
    }

    @Test
    void releaseGivesTheLeaseBack() {
        stores.leases().release(acquire("node-1"));

        assertThat(stores.leases().acquire("pull", "node-2", MINUTE)).isPresent();
    }

    @Test
    void releaseOfALateHolderDoesNothing() {
        Lease late = acquire("node-1");
        clock.advance(MINUTE);
        acquire("node-2");

        stores.leases().release(late);

        assertThat(stores.leases().acquire("pull", "node-3", MINUTE)).isEmpty();
    }

    private Lease acquire(String owner) {
        return stores.leases().acquire("pull", owner, MINUTE).orElseThrow();
    }
}
