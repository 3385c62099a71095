package io.orderweave.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.effect.Attempt.Outcome;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.Effects.RunReport;
import io.orderweave.effect.Resolution;
import io.orderweave.store.Stores;
import io.orderweave.store.Transactor;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stored answer that this node failed to put into the book, and another did. */
class FoldedMeanwhileTest {

    private Runnable afterFault = () -> {};
    private int looks;

    private final LedgerFixture it = new LedgerFixture(this::interrupted);

    /** Stores that let somebody else act after a transaction that failed. */
    private Stores interrupted(Stores stores) {
        return new StoresAround(stores) {
            @Override
            protected void afterClaim() {
                looks++;
            }

            @Override
            public Transactor transactor() {
                Transactor inner = super.transactor();
                return new Transactor() {
                    @Override
                    public <T> T inTransaction(Supplier<T> work) {
                        try {
                            return inner.inTransaction(work);
                        } catch (RuntimeException fault) {
                            Runnable act = afterFault;
                            afterFault = () -> {};
                            act.run();
                            throw fault;
                        }
                    }

                    @Override
                    public boolean active() {
                        return inner.active();
                    }
                };
            }
        };
    }

    private EffectKey failToFold(Resolution resolution) {
        it.remote.resolution = resolution;
        it.remote.foldFaults.add(new IllegalStateException("deadlock"));
        return it.planRemote("1");
    }

    @Test
    void staysDone() {
        EffectKey key = failToFold(Resolution.PERSON);
        afterFault = it::run;

        RunReport report = it.run();

        assertThat(report).isEqualTo(RunReport.NOTHING);
        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(it.effect(key).due()).isEmpty();
        assertThat(it.effect(key).reason()).isEmpty();
        assertThat(it.outcomes(key)).containsExactly(Outcome.DONE);
    }

    /** The answer of what cannot be asked after is stored before it is put into the book, not with it. */
    @ParameterizedTest
    @EnumSource(names = {"PERSON", "AT_MOST_ONCE"})
    void isTriedAgainLaterWhenNobodyHas(Resolution resolution) {
        EffectKey key = failToFold(resolution);

        RunReport report = it.run();

        assertThat(report.putOff()).isEqualTo(1);
        assertThat(it.outcomes(key)).containsExactly(Outcome.DONE, Outcome.FOLD_FAILED);
        assertThat(it.remote.folded).isEmpty();
    }

    @Test
    void needsNoOtherLookWhenNothingFails() {
        it.remote.resolution = Resolution.PERSON;
        EffectKey key = it.planRemote("1");

        it.run();

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(looks).as("the claim, and none left").isEqualTo(2);
    }
}
