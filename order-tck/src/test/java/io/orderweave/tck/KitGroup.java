package io.orderweave.tck;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import io.orderweave.store.Stores;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherFactory;

/** A group of {@link StoreTck} that can be run against any adapter, as JUnit would run it for the adapter's author. */
enum KitGroup {
    TRANSACTIONS(Transactions.class),
    RECORDS(Records.class),
    BATCHES(Batches.class),
    SEARCH(Search.class),
    JOURNAL(Journal.class),
    EFFECTS(Effects.class),
    SERIES(Series.class),
    LEASES(Leases.class),
    BLOBS(Blobs.class);

    /** Names of the tests, by how they ended. */
    record Outcome(Set<String> passed, Set<String> failed) {}

    /** Jupiter makes the instances of test classes itself, on this thread. */
    private static final ThreadLocal<Function<Clock, Stores>> ADAPTER = ThreadLocal.withInitial(() -> {
        throw new IllegalStateException("these classes are run by KitGroup.run only");
    });

    private final Class<? extends StoreGroup> tests;

    KitGroup(Class<? extends StoreGroup> tests) {
        this.tests = tests;
    }

    /** The name of the published class. */
    String title() {
        return tests.getSuperclass().getSimpleName();
    }

    Outcome run(Function<Clock, Stores> adapter) {
        Outcome outcome = new Outcome(new TreeSet<>(), new TreeSet<>());
        ADAPTER.set(adapter);
        try {
            launcher().execute(request().selectors(selectClass(tests)).build(), new Recorder(outcome));
        } finally {
            ADAPTER.remove();
        }
        return outcome;
    }

    /** Without the listeners of the build that runs us: a caught fault is no failure of the build. */
    private static Launcher launcher() {
        return LauncherFactory.create(LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .build());
    }

    private static Stores create(Clock clock) {
        return ADAPTER.get().apply(clock);
    }

    private record Recorder(Outcome outcome) implements TestExecutionListener {

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            boolean passed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
            test.getSource()
                    .filter(MethodSource.class::isInstance)
                    .map(source -> ((MethodSource) source).getMethodName())
                    .ifPresent((passed ? outcome.passed() : outcome.failed())::add);
        }
    }

    static final class Transactions extends TransactorTck {
        @Override
        protected Stores createStores(Clock clock) {
            return create(clock);
        }
    }

    static final class Records extends RecordStoreTck {
        @Override
        protected Stores createStores(Clock clock) {
            return create(clock);
        }
    }

    static final class Batches extends RecordBatchTck {
        @Override
        protected Stores createStores(Clock clock) {
            return create(clock);
        }
    }

    static final class Search extends RecordSearchTck {
        @Override
        protected Stores createStores(Clock clock) {
            return create(clock);
        }
    }

    static final class Journal extends JournalStoreTck {
        @Override
        protected Stores createStores(Clock clock) {
            return create(clock);
        }
    }

    static final class Effects extends EffectStoreTck {
        @Override
        protected Stores createStores(Clock clock) {
            return create(clock);
        }
    }

    static final class Series extends SeriesStoreTck {
        @Override
        protected Stores createStores(Clock clock) {
            return create(clock);
        }
    }

    static final class Leases extends LeaseStoreTck {
        @Override
        protected Stores createStores(Clock clock) {
            return create(clock);
        }
    }

    static final class Blobs extends BlobStoreTck {
        @Override
        protected Stores createStores(Clock clock) {
            return create(clock);
        }
    }
}
