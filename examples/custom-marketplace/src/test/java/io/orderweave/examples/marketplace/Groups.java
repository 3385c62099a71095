package io.orderweave.examples.marketplace;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import io.orderweave.tck.channel.AuthorisationTck;
import io.orderweave.tck.channel.ChannelUnderTest;
import io.orderweave.tck.channel.ClaimsTck;
import io.orderweave.tck.channel.HostileAnswersTck;
import io.orderweave.tck.channel.InterruptionTck;
import io.orderweave.tck.channel.OrderFeedTck;
import io.orderweave.tck.channel.OrderMappingTck;
import io.orderweave.tck.channel.OrderReaderTck;
import io.orderweave.tck.channel.PatienceTck;
import io.orderweave.tck.channel.PrivacyTck;
import io.orderweave.tck.channel.RateLimitTck;
import io.orderweave.tck.channel.StatusUpdatesTck;
import io.orderweave.tck.channel.TrackingUpdatesTck;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherFactory;

/** The groups of the kit that a marketplace like Stall is tested by, to be run against any connector. */
enum Groups {
    CLAIMS(Claims.class),
    FEED(Feed.class),
    READER(Reader.class),
    MAPPING(Mapping.class),
    STATUSES(Statuses.class),
    TRACKING(Tracking.class),
    RATE_LIMITS(RateLimits.class),
    ACCESS(Access.class),
    HOSTILE_ANSWERS(HostileAnswers.class),
    PATIENCE(Patience.class),
    INTERRUPTION(Interruption.class),
    PRIVACY(Privacy.class);

    /** Names of the tests, by how they ended. */
    record Outcome(Set<String> passed, Set<String> failed) {}

    /** Jupiter makes the instances of test classes itself, on this thread or on one that it waits for. */
    private static volatile ChannelUnderTest channel = new StallUnderTest();

    private final Class<?> tests;

    Groups(Class<?> tests) {
        this.tests = tests;
    }

    /** The name of the published class. */
    String title() {
        return tests.getSuperclass().getSimpleName();
    }

    static synchronized Outcome run(Groups group, ChannelUnderTest under) {
        Outcome outcome = new Outcome(new TreeSet<>(), new TreeSet<>());
        channel = under;
        try {
            launcher().execute(request().selectors(selectClass(group.tests)).build(), new Recorder(outcome));
        } finally {
            channel = new StallUnderTest();
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

    private record Recorder(Outcome outcome) implements TestExecutionListener {

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            Set<String> names = switch (result.getStatus()) {
                case SUCCESSFUL -> outcome.passed();
                case FAILED -> outcome.failed();
                case ABORTED -> new TreeSet<>();
            };
            test.getSource()
                    .filter(MethodSource.class::isInstance)
                    .map(source -> ((MethodSource) source).getMethodName())
                    .ifPresent(names::add);
        }
    }

    static final class Claims extends ClaimsTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class Feed extends OrderFeedTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class Reader extends OrderReaderTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class Mapping extends OrderMappingTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class Statuses extends StatusUpdatesTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class Tracking extends TrackingUpdatesTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class RateLimits extends RateLimitTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class Access extends AuthorisationTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class HostileAnswers extends HostileAnswersTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class Patience extends PatienceTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class Interruption extends InterruptionTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }

    static final class Privacy extends PrivacyTck {
        @Override
        protected ChannelUnderTest channel() {
            return channel;
        }
    }
}
