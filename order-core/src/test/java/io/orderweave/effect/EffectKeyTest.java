package io.orderweave.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.effect.Effects.RunReport;
import io.orderweave.event.Subject;
import org.junit.jupiter.api.Test;

class EffectKeyTest {

    private static final Subject ORDER = new Subject("order", "o1");

    @Test
    void readsBackWhatItWrites() {
        EffectKey key = new EffectKey(ORDER, EffectKind.INVOICE, "final/1");

        assertThat(key).hasToString("order/o1/invoice/final/1");
        assertThat(EffectKey.parse("order/o1/invoice/final/1")).isEqualTo(key);
    }

    @Test
    void refusesWhatIsNoKey() {
        assertThatThrownBy(() -> EffectKey.parse("order/o1/invoice"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("order/o1/invoice");
    }

    @Test
    void refusesADiscriminatorThatIsBlankOrTooLong() {
        assertThatThrownBy(() -> new EffectKey(ORDER, EffectKind.INVOICE, " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EffectKey(ORDER, EffectKind.INVOICE, "x".repeat(201)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new EffectKey(ORDER, EffectKind.INVOICE, "x".repeat(200)).discriminator())
                .hasSize(200);
    }

    @Test
    void refusesAKindThatIsNoName() {
        assertThatThrownBy(() -> new EffectKind("Invoice 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Invoice 1");
    }

    @Test
    void aRunThatMovedNothingSaysSo() {
        assertThat(RunReport.NOTHING.didAnything()).isFalse();
        assertThat(new RunReport(0, 0, 0, 0, 0, 1).didAnything()).isTrue();
    }
}
