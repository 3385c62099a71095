package io.orderweave.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.SampleApi.ThingDto;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Through the real OkHttp stack against a server that stores the request and then misbehaves. */
class SentOnceTest {

    private static final String CUT = "";
    private static final String BUSY_RETRY_AT_ONCE =
            "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 0\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    private static final String REQUEST_TIMEOUT =
            "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    private static final String REDIRECT =
            "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    private static final String HALF_AN_ANSWER =
            "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"name\":";

    static Stream<Arguments> writesAndMisbehaviours() {
        return Stream.of(CUT, BUSY_RETRY_AT_ONCE, REQUEST_TIMEOUT, REDIRECT, HALF_AN_ANSWER)
                .flatMap(answer -> Stream.<Consumer<SampleApi>>of(
                                api -> api.add(new ThingDto("a", 1)),
                                api -> api.tryAdd(new ThingDto("a", 1)),
                                api -> api.upload("1", RequestBody.create("%PDF", MediaType.get("application/pdf"))),
                                api -> api.close("1"),
                                api -> api.delete("1"))
                        .map(write -> Arguments.of(answer, write)));
    }

    @ParameterizedTest
    @MethodSource("writesAndMisbehaviours")
    void sendsAWriteOnceAndLeavesItInDoubt(String answer, Consumer<SampleApi> write) throws IOException {
        try (RawServer server = new RawServer(answer)) {
            OutsideFault fault =
                    catchThrowableOfType(OutsideFault.class, () -> write.accept(api(server, RetryPolicy.STANDARD)));

            assertThat(server.stored).hasSize(1);
            assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);
        }
    }

    @ParameterizedTest
    @MethodSource("busyAndCut")
    void sendsAReadAsOftenAsItsPolicySays(String answer) throws IOException {
        try (RawServer server = new RawServer(answer)) {
            OutsideFault once = catchThrowableOfType(
                    OutsideFault.class, () -> api(server, RetryPolicy.NEVER).thing("1"));
            assertThat(server.stored).hasSize(1);
            assertThat(once.reached()).isEqualTo(Reached.NO);
            assertThat(once.category()).isEqualTo(FaultCategory.TRANSIENT);

            assertThatThrownBy(() -> api(server, RetryPolicy.STANDARD).thing("1"))
                    .isInstanceOf(OutsideFault.class);
            assertThat(server.stored).hasSize(1 + RetryPolicy.STANDARD.attempts());
        }
    }

    static Stream<String> busyAndCut() {
        return Stream.of(CUT, BUSY_RETRY_AT_ONCE, REQUEST_TIMEOUT);
    }

    @Test
    void knowsThatAWriteWithoutAConnectionReachedNobody() throws IOException {
        RawServer server = new RawServer(CUT);
        server.close();

        OutsideFault fault = catchThrowableOfType(
                OutsideFault.class, () -> api(server, RetryPolicy.STANDARD).add(new ThingDto("a", 1)));

        assertThat(fault.reached()).isEqualTo(Reached.NO);
        assertThat(fault.category()).isEqualTo(FaultCategory.TRANSIENT);
    }

    private static SampleApi api(RawServer server, RetryPolicy retries) {
        SettableClock clock = new SettableClock();
        return RemoteApis.create(
                SampleApi.class,
                HttpProfile.builder()
                        .system("sample")
                        .baseUrl(server.url())
                        .userAgent("Shop/1.0")
                        .retries(retries)
                        .clock(clock)
                        .sleeper(clock)
                        .build());
    }
}
