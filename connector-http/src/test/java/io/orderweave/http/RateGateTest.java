package io.orderweave.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.SampleApi.ThingDto;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RateGateTest {

    @RegisterExtension
    private static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final SettableClock clock = new SettableClock();

    @Test
    void sendsNothingDuringABlockWhicheverAccountOfTheClientAsks() {
        RateBudget budget = new RateBudget(Duration.ofMinutes(1), List.of(new RateLimit(100, Duration.ofMinutes(1))));
        SampleApi one = api(budget);
        SampleApi other = api(budget);
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(429)));

        assertThat(fault(() -> one.thing("1")).retryAfter()).contains(Duration.ofMinutes(1));
        clock.advance(Duration.ofSeconds(20));
        OutsideFault stopped = fault(() -> other.add(new ThingDto("a", 1)));

        assertThat(requests()).isEqualTo(1);
        assertThat(stopped.category()).isEqualTo(FaultCategory.RATE_LIMITED);
        assertThat(stopped.reached()).isEqualTo(Reached.NO);
        assertThat(stopped.retryAfter()).contains(Duration.ofSeconds(40));
        clock.advance(Duration.ofSeconds(40));
        SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        assertThat(other.thing("1")).isEqualTo(new ThingDto(null, null));
    }

    @Test
    void doesNotTakeARefusalOfOneThingForABlock() {
        RateBudget budget = new RateBudget(Duration.ofMinutes(1), List.of());
        SampleApi api = api(budget);
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(429)));

        assertThat(api.addSlowly(new ThingDto("a", 1))).isInstanceOf(Reply.Refused.class);
        assertThat(budget.blockedFor(clock.instant())).isZero();
    }

    @Test
    void waitsAShortWhileForThePermit() {
        SampleApi api = api(new RateBudget(Duration.ofMinutes(1), List.of(new RateLimit(2, Duration.ofSeconds(1)))));
        SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}")));

        for (int i = 0; i < 5; i++) {
            api.thing("1");
        }

        assertThat(requests()).isEqualTo(5);
        assertThat(clock.sleeps).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    @Test
    void leavesALongWaitToTheCaller() {
        SampleApi api = api(new RateBudget(Duration.ofMinutes(1), List.of(new RateLimit(1, Duration.ofHours(1)))));
        SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        api.thing("1");

        OutsideFault fault = fault(() -> api.thing("1"));

        assertThat(fault.category()).isEqualTo(FaultCategory.RATE_LIMITED);
        assertThat(fault.retryAfter()).contains(Duration.ofHours(1));
        assertThat(clock.sleeps).isEmpty();
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void stopsWaitingWhenInterrupted() {
        RateBudget budget = new RateBudget(Duration.ofMinutes(1), List.of(new RateLimit(1, Duration.ofSeconds(1))));
        SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        api(budget).thing("1");
        SampleApi interrupted = RemoteApis.create(
                SampleApi.class,
                profile(budget)
                        .sleeper(duration -> {
                            throw new InterruptedException();
                        })
                        .build());

        assertThatThrownBy(() -> interrupted.thing("1")).isInstanceOf(OutsideFault.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private SampleApi api(RateBudget budget) {
        return RemoteApis.create(SampleApi.class, profile(budget).build());
    }

    private HttpProfile.Builder profile(RateBudget budget) {
        return HttpProfile.builder()
                .system("sample")
                .baseUrl(URI.create(SERVER.baseUrl()))
                .userAgent("Shop/1.0")
                .budget(budget)
                .clock(clock)
                .sleeper(clock);
    }

    private static int requests() {
        return SERVER.getAllServeEvents().size();
    }

    private static OutsideFault fault(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        OutsideFault fault = catchThrowableOfType(OutsideFault.class, call);
        assertThat(fault).isNotNull();
        return fault;
    }
}
