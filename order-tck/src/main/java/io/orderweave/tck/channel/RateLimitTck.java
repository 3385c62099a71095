package io.orderweave.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.error.FaultCategory;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When the channel says "slow down" (429), the connector stops. A part of {@link ChannelConnectorTck}. */
public abstract class RateLimitTck extends ChannelGroup {

    @Test
    void waitsTheSecondsAskedFor() {
        assertThat(blocked("Retry-After: 600").retryAfter())
                .hasValueSatisfying(asked -> assertThat(asked).isGreaterThanOrEqualTo(Duration.ofMinutes(10)));
    }

    @Test
    void waitsUntilTheDateAskedFor() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                clock.instant().plusSeconds(900).atOffset(ZoneOffset.UTC));

        assertThat(blocked("Retry-After: " + date).retryAfter())
                .hasValueSatisfying(asked -> assertThat(asked).isGreaterThanOrEqualTo(Duration.ofSeconds(890)));
    }

    @Test
    void waitsAlsoWhenNoTimeIsAskedFor() {
        assertThat(blocked("X-Nothing: said").retryAfter())
                .hasValueSatisfying(asked -> assertThat(asked).isPositive());
    }

    @Test
    void aTimeThatCannotBeReadIsNoTime() {
        assertThat(blocked("Retry-After: soon").retryAfter())
                .hasValueSatisfying(asked -> assertThat(asked).isPositive());
    }

    @Test
    void callsNobodyDuringTheBlock() {
        blocked("Retry-After: 600");
        int before = proxy.count();

        OutsideFault fault = fault(FaultCategory.RATE_LIMITED, () -> poll(connector));

        assertThat(fault.reached()).isEqualTo(Reached.NO);
        assertThat(fault.retryAfter()).isPresent();
        assertThat(proxy.count()).isEqualTo(before);
    }

    @Test
    void writesNothingDuringTheBlock() {
        AnyWrite write = AnyWrite.of(this);
        String order = server.place(TestOrder.paid(1));
        blocked("Retry-After: 600");
        int before = proxy.count();

        OutsideFault fault = fault(FaultCategory.RATE_LIMITED, () -> write.send(order));

        assertThat(fault.reached()).isEqualTo(Reached.NO);
        assertThat(proxy.count()).isEqualTo(before);
    }

    @Test
    void theBlockHoldsForEveryConnectorOfTheAccount() {
        blocked("Retry-After: 600");
        int before = proxy.count();

        fault(FaultCategory.RATE_LIMITED, () -> poll(newConnector()));

        assertThat(proxy.count()).isEqualTo(before);
    }

    @Test
    void goesOnAfterTheBlock() {
        String order = server.place(TestOrder.paid(1));
        Duration asked = blocked("Retry-After: 600").retryAfter().orElseThrow();

        clock.advance(asked.plusSeconds(1));

        assertThat(everything()).containsKey(order);
    }

    @Test
    void pausesLongerWhenBlockedAgainAtOnce() {
        Duration first = blocked("X-Nothing: said").retryAfter().orElseThrow();
        clock.advance(first.plusMillis(1));

        Duration second = blocked("X-Nothing: said").retryAfter().orElseThrow();

        assertThat(second).isGreaterThan(first);
    }

    @Test
    void aWriteThatWasRefusedSoReachedNobody() {
        AnyWrite write = AnyWrite.of(this);
        String order = server.place(TestOrder.paid(1));
        warmUp();
        proxy.alwaysWrites(Trouble.answer(429, "", "Retry-After: 600"));

        assertThat(fault(FaultCategory.RATE_LIMITED, () -> write.send(order)).reached())
                .isEqualTo(Reached.NO);
    }

    /** The fault of a poll that is answered 429; from then on the channel would answer again. */
    private OutsideFault blocked(String header) {
        claimed(Facet.ORDER_FEED);
        if (proxy.count() == 0) {
            warmUp();
        }
        proxy.alwaysReads(Trouble.answer(429, "", header));
        OutsideFault fault = fault(FaultCategory.RATE_LIMITED, () -> poll(connector));
        proxy.calm();
        assertThat(fault.reached()).isEqualTo(Reached.NO);
        return fault;
    }

    private static void poll(ChannelConnector connector) {
        connector.orderFeed().orElseThrow().poll(Optional.empty(), 10);
    }
}
