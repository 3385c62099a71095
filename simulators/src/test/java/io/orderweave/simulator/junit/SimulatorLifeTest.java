package io.orderweave.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import io.orderweave.simulator.Simulator;
import io.orderweave.simulator.SimulatorClock;
import io.orderweave.simulator.TestHttp;
import io.orderweave.simulator.allegro.AllegroSimulator;
import io.orderweave.simulator.kaufland.KauflandSimulator;
import io.orderweave.simulator.merchantpro.MerchantProSimulator;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** What JUnit makes of tests with our annotations. */
class SimulatorLifeTest {

    /** Those that the sample classes were given; JUnit makes these classes itself, on this thread. */
    private static final ThreadLocal<List<Simulator>> GIVEN = ThreadLocal.withInitial(ArrayList::new);

    @AfterEach
    void forget() {
        GIVEN.remove();
    }

    @ParameterizedTest
    @ValueSource(classes = {AllThree.class, Failing.class})
    void everySimulatorIsClosedAfterItsTest(Class<?> sample) {
        TestExecutionSummary summary = run(sample);

        assertThat(summary.getTestsFoundCount()).isEqualTo(1);
        assertThat(GIVEN.get())
                .hasSize(3)
                .allSatisfy(simulator -> assertThatThrownBy(() -> new TestHttp().send("GET", simulator.baseUrl(), ""))
                        .isInstanceOf(ConnectException.class));
    }

    @Test
    void whatHasRunUntilItsAfterEachMethodsPasses() {
        assertThat(run(AllThree.class).getTestsSucceededCount()).isEqualTo(1);
    }

    @Test
    void whatNoAnnotationStartsIsNamed() {
        assertThat(failure(Unasked.class))
                .isEqualTo(
                        "Nothing starts a KauflandSimulator: neither the test nor its class is annotated @WithKaufland");
    }

    @Test
    void aConstructorIsTooEarly() {
        assertThat(failure(InConstructor.class))
                .isEqualTo("Simulators are fresh for each test: only tests and their @BeforeEach and @AfterEach methods"
                        + " can take a SimulatorClock");
    }

    @Test
    void beforeAllIsTooEarly() {
        assertThat(failure(InBeforeAll.class)).startsWith("Simulators are fresh for each test");
    }

    private static String failure(Class<?> sample) {
        TestExecutionSummary summary = run(sample);
        assertThat(summary.getFailures()).hasSize(1);
        return String.valueOf(summary.getFailures().get(0).getException().getMessage());
    }

    private static TestExecutionSummary run(Class<?> sample) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        // Without the listeners of the build that runs us: what fails in there is no failure of the build.
        LauncherFactory.create(LauncherConfig.builder()
                        .enableLauncherSessionListenerAutoRegistration(false)
                        .enableLauncherDiscoveryListenerAutoRegistration(false)
                        .enablePostDiscoveryFilterAutoRegistration(false)
                        .enableTestExecutionListenerAutoRegistration(false)
                        .build())
                .execute(request().selectors(selectClass(sample)).build(), listener);
        return listener.getSummary();
    }

    @WithAllegro
    @WithKaufland
    @WithMerchantPro
    static final class AllThree {

        @BeforeEach
        void take(AllegroSimulator allegro, KauflandSimulator kaufland, MerchantProSimulator shop) {
            GIVEN.get().addAll(List.of(allegro, kaufland, shop));
        }

        @Test
        void runs() {}

        @AfterEach
        void stillAnswers() throws Exception {
            for (Simulator simulator : GIVEN.get()) {
                assertThat(new TestHttp().send("GET", simulator.baseUrl(), "").status())
                        .isPositive();
            }
        }
    }

    @WithAllegro
    @WithKaufland
    static final class Failing {

        @Test
        @WithMerchantPro
        void fails(AllegroSimulator allegro, KauflandSimulator kaufland, MerchantProSimulator shop) {
            GIVEN.get().addAll(List.of(allegro, kaufland, shop));
            throw new IllegalStateException("on purpose");
        }
    }

    @WithAllegro
    static final class Unasked {

        @Test
        void wants(KauflandSimulator kaufland) {}
    }

    @WithAllegro
    static final class InConstructor {

        InConstructor(SimulatorClock clock) {}

        @Test
        void runs() {}
    }

    @WithAllegro
    static final class InBeforeAll {

        @BeforeAll
        static void wants(AllegroSimulator allegro) {}

        @Test
        void runs() {}
    }
}
