package io.orderweave.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.ConnectionId;
import io.orderweave.event.Actor;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PauseTest {

    private static Pause ofConnection(String connection) {
        return new Pause(
                Optional.of(new ConnectionId(connection)), Optional.empty(), "repair", Actor.system(), Instant.EPOCH);
    }

    private static Pause ofKind(EffectKind kind) {
        return new Pause(Optional.empty(), Optional.of(kind), "repair", Actor.system(), Instant.EPOCH);
    }

    @Test
    void concernsTheSameConnectionOrKindOnly() {
        assertThat(ofConnection("bank").concerns(ofConnection("bank"))).isTrue();
        assertThat(ofConnection("bank").concerns(ofConnection("post"))).isFalse();
        assertThat(ofKind(EffectKind.LABEL).concerns(ofKind(EffectKind.LABEL))).isTrue();
        assertThat(ofKind(EffectKind.LABEL).concerns(ofKind(EffectKind.INVOICE)))
                .isFalse();
    }
}
