package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.channel.RemoteAccount;
import io.orderweave.connectors.allegro.AllegroDeviceFlow.Progress;
import io.orderweave.connectors.allegro.AllegroDeviceFlow.Started;
import io.orderweave.simulator.Fault;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AllegroDeviceFlowTest {

    private final SimulatedAllegro world = new SimulatedAllegro();
    private final TestContext context = new TestContext();
    private final AllegroDeviceFlow flow =
            AllegroDeviceFlow.of(context.settings(world.allegro.baseUrl(), Map.of()), context.vault, context.clock);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void storesTheTokensOnceTheSellerHasConfirmed() {
        Started started = flow.start();
        assertThat(started.verificationUrl()).hasParameter("code", started.userCode());
        assertThat(flow.poll(started)).isEqualTo(new Progress.Waiting(started));
        assertThat(context.vault.current()).isEmpty();

        world.allegro.accounts().approve(started.userCode());

        assertThat(flow.poll(started)).isEqualTo(new Progress.Authorised());
        assertThat(context.connector(world.allegro.baseUrl(), Map.of()).probe())
                .isEqualTo(new RemoteAccount("77001122"));
    }

    @Test
    void saysThatTheSellerHasRefused() {
        Started started = flow.start();
        world.allegro.accounts().deny(started.userCode());

        assertThat(flow.poll(started))
                .isInstanceOfSatisfying(
                        Progress.Refused.class,
                        refused -> assertThat(refused.reason()).contains("access_denied"));
        assertThat(context.vault.current()).isEmpty();
    }

    @Test
    void doesNotPollACodeThatHasExpired() {
        Started started = flow.start();
        int before = world.allegro.requests().size();
        context.clock.moveTo(started.expiresAt());

        assertThat(flow.poll(started)).isInstanceOf(Progress.Refused.class);
        assertThat(world.allegro.requests()).hasSize(before);
    }

    @Test
    void pollsSlowerFromThenOnWhenAsked() {
        Started started = flow.start();
        world.allegro
                .faults()
                .on("POST", "/auth/oauth/token")
                .once(Fault.status(400, Map.of("Content-Type", "application/json"), "{\"error\":\"slow_down\"}"));

        Started slower = ((Progress.Waiting) flow.poll(started)).started();
        assertThat(slower.pollEvery()).isEqualTo(started.pollEvery().plus(Duration.ofSeconds(5)));
        assertThat(flow.poll(slower)).isEqualTo(new Progress.Waiting(slower));
    }

    @Test
    void printsNoCode() {
        Started started = flow.start();

        assertThat(started.toString()).doesNotContain(started.deviceCode()).doesNotContain(started.userCode());
    }
}
