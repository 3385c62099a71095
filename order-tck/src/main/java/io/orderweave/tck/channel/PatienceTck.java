package io.orderweave.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.error.FaultCategory;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** No call takes for ever, and whoever asks it to stop is heard. A part of {@link ChannelConnectorTck}. */
@Timeout(value = 10, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class PatienceTck extends ChannelGroup {

    @Override
    final Duration patience() {
        return Duration.ofSeconds(1);
    }

    @Test
    void aReadThatIsNotAnsweredEnds() {
        warmUp();
        proxy.alwaysReads(Trouble.silence());

        fault(FaultCategory.TRANSIENT, () -> feed().poll(Optional.empty(), 5));
    }

    @Test
    void anAnswerWithoutEndEnds() {
        warmUp();
        proxy.alwaysReads(Trouble.drip());

        fault(FaultCategory.TRANSIENT, () -> feed().poll(Optional.empty(), 5));
    }

    @Test
    void aWriteThatIsNotAnsweredEndsInDoubtAndIsSentOnce() {
        AnyWrite write = AnyWrite.of(this);
        String order = server.place(TestOrder.paid(1));
        warmUp();
        proxy.alwaysWrites(Trouble.silenceAfter());
        int before = writes();

        OutsideFault fault = fault(FaultCategory.TRANSIENT, () -> write.send(order));

        assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);
        assertThat(writes() - before).isEqualTo(1);
    }

    @Test
    void aServerThatIsNotThereIsATransientFault() {
        warmUp();
        proxy.close();

        assertThat(fault(FaultCategory.TRANSIENT, () -> feed().poll(Optional.empty(), 5))
                        .reached())
                .isEqualTo(Reached.NO);
    }

    @Test
    void aWriteToAServerThatIsNotThereReachedNobody() {
        AnyWrite write = AnyWrite.of(this);
        String order = server.place(TestOrder.paid(1));
        warmUp();
        proxy.close();

        assertThat(fault(FaultCategory.TRANSIENT, () -> write.send(order)).reached())
                .isEqualTo(Reached.NO);
    }

    private int writes() {
        return (int) proxy.requests().stream().filter(HttpMessage::isWrite).count();
    }
}
