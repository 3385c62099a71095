package io.orderweave.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeTest {

    private final Time time = Time.real();

    @Test
    void waitsUntilTheMomentHasCome() {
        Instant moment = time.clock().instant().plusMillis(30);

        assertThat(time.await(moment)).isTrue();

        assertThat(time.clock().instant()).isAfterOrEqualTo(moment);
    }

    @Test
    void doesNotWaitForAMomentThatHasPassed() {
        assertThat(time.await(Instant.EPOCH)).isTrue();
    }

    @Test
    void stopsWaitingWhenItsThreadIsToldTo() {
        Thread.currentThread().interrupt();

        assertThat(time.pass(Duration.ofDays(1))).isFalse();

        assertThat(Thread.interrupted()).isTrue();
    }
}
