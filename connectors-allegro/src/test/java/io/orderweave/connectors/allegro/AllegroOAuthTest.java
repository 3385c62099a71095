package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.channel.RemoteAccount;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.TokenVault;
import io.orderweave.connector.Tokens;
import io.orderweave.error.FaultCategory;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.RecordedRequest;
import io.orderweave.simulator.allegro.AllegroSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rotating single-use refresh tokens, against the simulator, which is stricter than Allegro's sandbox. */
class AllegroOAuthTest {

    private static final RemoteAccount SELLER = new RemoteAccount("77001122");

    private final SimulatedAllegro world = world(settings -> settings);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void tellsTheAccount() {
        assertThat(world.connector.probe()).isEqualTo(SELLER);
    }

    @Test
    void storesTheNewPairBeforeItsFirstUse() {
        world.connector.probe();
        Tokens first = world.context.vault.current().orElseThrow();

        world.context.clock.advance(Duration.ofHours(12));
        world.allegro.faults().on("GET", "/me").always(Fault.status(500));
        assertThat(catchThrowableOfType(OutsideFault.class, world.connector::probe))
                .isNotNull();

        Tokens second = world.context.vault.current().orElseThrow();
        assertThat(second).isNotEqualTo(first);
        assertThat(second.refreshToken()).isPresent().isNotEqualTo(first.refreshToken());
    }

    @Test
    void keepsRotatingForMonths() {
        for (int day = 0; day < 200; day++) {
            world.context.clock.advance(Duration.ofDays(1));
            assertThat(world.connector.probe()).isEqualTo(SELLER);
        }
        assertThat(tokenCalls(world)).isEqualTo(200);
    }

    @Test
    void refreshesOnceForManyThreads() throws Exception {
        world.connector.probe();
        world.context.clock.advance(Duration.ofHours(12));
        int threads = 6;
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            Callable<RemoteAccount> call = () -> {
                together.await();
                return world.connector.probe();
            };
            List<Future<RemoteAccount>> accounts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                accounts.add(executor.submit(call));
            }
            for (Future<RemoteAccount> account : accounts) {
                assertThat(account.get()).isEqualTo(SELLER);
            }
        } finally {
            executor.shutdownNow();
        }
        assertThat(tokenCalls(world)).isEqualTo(2);
    }

    @Test
    void takesThePairThatAnotherNodeGot() {
        ChannelConnector other = world.context.connector(world.allegro.baseUrl(), Map.of());
        world.connector.probe();
        other.probe();
        world.context.clock.advance(Duration.ofHours(12));

        world.connector.probe();
        assertThat(other.probe()).isEqualTo(SELLER);
        assertThat(world.connector.probe()).isEqualTo(SELLER);
        assertThat(tokenCalls(world)).isEqualTo(2);
    }

    @Test
    void stopsWithInstructionsWhenTheRefreshTokenIsRefused() {
        world.connector.probe();
        world.allegro.accounts().revokeAll();

        OutsideFault first = fault(world);
        OutsideFault second = fault(world);

        assertThat(first.category()).isEqualTo(FaultCategory.AUTHORISATION);
        assertThat(first.reached()).isEqualTo(Reached.NO);
        assertThat(first)
                .hasMessageContaining("invalid_grant")
                .hasMessageContaining("authorise the account anew with AllegroDeviceFlow");
        assertThat(second.category()).isEqualTo(FaultCategory.AUTHORISATION);
        assertThat(tokenCalls(world))
                .as("one at the start, one refused, none after")
                .isEqualTo(2);
    }

    @Test
    void asksForAuthorisationWhenThereIsNoTokenAtAll() {
        TestContext empty = new TestContext();
        ChannelConnector connector = empty.connector(world.allegro.baseUrl(), Map.of());

        OutsideFault fault = catchThrowableOfType(OutsideFault.class, connector::probe);

        assertThat(fault.category()).isEqualTo(FaultCategory.AUTHORISATION);
        assertThat(fault).hasMessageContaining("AllegroDeviceFlow");
        assertThat(world.newRequests()).isEmpty();
    }

    @Test
    void ignoresTheRefreshTokenOfTheSettingsOnceOneIsStored() {
        world.connector.probe();

        ChannelConnector restarted = world.context.connector(
                world.allegro.baseUrl(), Map.of(AllegroConnectorFactory.REFRESH_TOKEN, "long-dead"));
        world.context.clock.advance(Duration.ofHours(12));

        assertThat(restarted.probe()).isEqualTo(SELLER);
    }

    @Test
    void sendsTheOldTokenOnceMoreWhenTheAnswerToARefreshIsLost() {
        try (SimulatedAllegro graceful = world(settings -> settings.refreshGrace(Duration.ofSeconds(60)))) {
            graceful.connector.probe();
            graceful.context.clock.advance(Duration.ofHours(12));
            graceful.allegro.faults().on("POST", "/auth/oauth/token").once(Fault.cutAfterWrite());

            assertThat(graceful.connector.probe()).isEqualTo(SELLER);
            assertThat(tokenCalls(graceful)).isEqualTo(3);
        }
    }

    @Test
    void stopsWhenTheOldTokenNoLongerAnswersAfterALostAnswer() {
        world.connector.probe();
        world.context.clock.advance(Duration.ofHours(12));
        world.allegro.faults().on("POST", "/auth/oauth/token").once(Fault.cutAfterWrite());

        OutsideFault fault = fault(world);

        assertThat(fault.category()).isEqualTo(FaultCategory.AUTHORISATION);
        assertThat(tokenCalls(world)).isEqualTo(3);
        assertThat(fault(world).category()).isEqualTo(FaultCategory.AUTHORISATION);
        assertThat(tokenCalls(world)).isEqualTo(3);
    }

    @Test
    void triesAgainLaterWhenTheTokenHostIsDown() {
        world.connector.probe();
        world.context.clock.advance(Duration.ofHours(12));
        world.allegro.faults().on("POST", "/auth/oauth/token").always(Fault.htmlPage());

        OutsideFault fault = fault(world);

        assertThat(fault.category()).isEqualTo(FaultCategory.TRANSIENT);
        assertThat(fault.reached()).isEqualTo(Reached.NO);
        world.allegro.faults().clear();
        assertThat(world.connector.probe()).isEqualTo(SELLER);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404})
    void doesNotTakeThePageOfAProxyForARefusalOfItsToken(int status) {
        world.connector.probe();
        world.context.clock.advance(Duration.ofHours(12));
        world.allegro
                .faults()
                .on("POST", "/auth/oauth/token")
                .always(Fault.status(status, Map.of("Content-Type", "text/html"), "<html>Blocked</html>"));

        OutsideFault fault = fault(world);

        assertThat(fault.category()).isEqualTo(FaultCategory.TRANSIENT);
        world.allegro.faults().clear();
        assertThat(world.connector.probe()).isEqualTo(SELLER);
    }

    @Test
    void isLetInAgainByANewAuthorisation() {
        world.connector.probe();
        world.allegro.accounts().revokeAll();
        assertThat(fault(world).category()).isEqualTo(FaultCategory.AUTHORISATION);

        TokenVault vault = world.context.vault;
        vault.store(new Tokens(
                "", Optional.of(world.allegro.accounts().mintRefreshToken()), world.context.clock.instant()));

        assertThat(world.connector.probe()).isEqualTo(SELLER);
    }

    @Test
    void saysThatTheApplicationIsRefused() {
        TestContext context = new TestContext();
        ChannelConnector wrong = context.connector(
                world.allegro.baseUrl(),
                Map.of(
                        AllegroConnectorFactory.CLIENT_SECRET,
                        "wrong",
                        AllegroConnectorFactory.REFRESH_TOKEN,
                        world.allegro.accounts().mintRefreshToken()));

        OutsideFault fault = catchThrowableOfType(OutsideFault.class, wrong::probe);

        assertThat(fault.category()).isEqualTo(FaultCategory.AUTHORISATION);
        assertThat(fault.toString()).doesNotContain("wrong");
    }

    private static SimulatedAllegro world(UnaryOperator<AllegroSettings.Builder> settings) {
        return new SimulatedAllegro(Map.of(), settings);
    }

    private static long tokenCalls(SimulatedAllegro world) {
        return world.allegro.requests().stream()
                .map(RecordedRequest::path)
                .filter("/auth/oauth/token"::equals)
                .count();
    }

    private static OutsideFault fault(SimulatedAllegro world) {
        OutsideFault fault = catchThrowableOfType(OutsideFault.class, world.connector::probe);
        assertThat(fault).isNotNull();
        return fault;
    }
}
