package io.orderweave.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.SampleApi.ThingDto;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {

    @RegisterExtension
    private static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final SettableClock clock = new SettableClock();
    private SampleApi api;

    @BeforeEach
    void makeApi() {
        api = RemoteApis.create(SampleApi.class, profile().build());
    }

    @ParameterizedTest
    @CsvSource({
        "301, CONTRACT,      PERHAPS",
        "400, REJECTED,      NO",
        "401, AUTHORISATION, NO",
        "403, AUTHORISATION, NO",
        "404, REJECTED,      NO",
        "408, TRANSIENT,     PERHAPS",
        "409, REJECTED,      NO",
        "422, REJECTED,      NO",
        "429, RATE_LIMITED,  NO",
        "500, TRANSIENT,     PERHAPS",
        "502, TRANSIENT,     PERHAPS",
        "503, TRANSIENT,     PERHAPS"
    })
    void sortsStatusesOfAWrite(int status, FaultCategory category, Reached reached) {
        answer(aResponse().withStatus(status));

        OutsideFault fault = fault(() -> api.add(new ThingDto("a", 1)));

        assertThat(fault.category()).isEqualTo(category);
        assertThat(fault.reached()).isEqualTo(reached);
        assertThat(fault).hasMessageContaining("sample add").hasMessageContaining("status " + status);
    }

    @ParameterizedTest
    @CsvSource({"400", "404", "409", "413", "422"})
    void leavesARefusalToACallerWhoAsksForReplies(int status) {
        answer(json(status, "{\"errors\":[{\"code\":\"TOO_LATE\",\"message\":\"Jan Kowalski is late\"}]}"));

        Reply<ThingDto> reply = api.tryAdd(new ThingDto("a", 1));

        assertThat(reply).isInstanceOfSatisfying(Reply.Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(status);
            assertThat(refused.says("TOO_LATE")).isTrue();
            assertThat(refused.reason()).isEqualTo("status " + status + ": TOO_LATE (remote request r-17)");
        });
    }

    @ParameterizedTest
    @CsvSource({"401, AUTHORISATION", "403, AUTHORISATION", "429, RATE_LIMITED", "500, TRANSIENT"})
    void throwsWhatConcernsTheAccountAlsoAtACallerWhoAsksForReplies(int status, FaultCategory category) {
        answer(aResponse().withStatus(status));

        assertThat(fault(() -> api.tryAdd(new ThingDto("a", 1))).category()).isEqualTo(category);
    }

    @Test
    void answersAStatusThatTheMethodDeclaresAsRefusal() {
        answer(aResponse().withStatus(429));

        assertThat(api.addSlowly(new ThingDto("a", 1))).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void refusesWhatThePermissionIsMissingForAndNamesIt() {
        answer(aResponse().withStatus(403));

        assertThat(api.addIfLet(new ThingDto("a", 1)))
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        refused -> assertThat(refused.reason())
                                .isEqualTo("status 403: the permission things:write may be missing"));
    }

    @Test
    void isNoFaultOfTheAccountWhenAPermissionIsMissing() {
        answer(json(403, "{\"errors\":[{\"code\":\"FORBIDDEN\"}]}"));

        OutsideFault fault = fault(api::guarded);

        assertThat(fault.category()).isEqualTo(FaultCategory.REJECTED);
        assertThat(fault.reached()).isEqualTo(Reached.NO);
        assertThat(fault).hasMessageEndingWith("FORBIDDEN, the permission things:read may be missing");
    }

    @Test
    void stopsForA401AlsoWhereAPermissionIsNeeded() {
        answer(aResponse().withStatus(401));

        assertThat(fault(() -> api.addIfLet(new ThingDto("a", 1))).category()).isEqualTo(FaultCategory.AUTHORISATION);
        assertThat(fault(api::guarded).category()).isEqualTo(FaultCategory.AUTHORISATION);
    }

    @Test
    void holdsCodesOfARefusalButNoMessages() {
        answer(json(
                422,
                "{\"errors\":[{\"code\":\"BAD_PHONE\",\"message\":\"600 700 800\"}, {\"code\":\"600 700 800\"}]}"));

        OutsideFault fault = fault(() -> api.add(new ThingDto("a", 1)));

        assertThat(fault).hasMessageContaining("BAD_PHONE").hasMessageContaining("r-17");
        assertThat(fault.toString()).doesNotContain("600 700 800");
        assertThat(fault.remoteRequestId()).contains("r-17");
    }

    @Test
    void callsAPageInPlaceOfAnAnswerABreachOfContract() {
        answer(aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "text/html; charset=utf-8")
                .withHeader("trace-id", "r-17")
                .withBody("<html>Jan Kowalski</html>"));

        OutsideFault read = fault(() -> api.thing("1"));
        OutsideFault write = fault(() -> api.add(new ThingDto("a", 1)));

        assertThat(read.category()).isEqualTo(FaultCategory.CONTRACT);
        assertThat(read.reached()).isEqualTo(Reached.NO);
        assertThat(read.getMessage())
                .contains("sample thing", "status 200", "text/html", "r-17", "not JSON")
                .doesNotContain("Kowalski");
        assertThat(read).hasNoCause();
        assertThat(write.category()).isEqualTo(FaultCategory.CONTRACT);
        assertThat(write.reached()).isEqualTo(Reached.PERHAPS);
    }

    @Test
    void callsAPageWithAServerErrorTransient() {
        answer(aResponse()
                .withStatus(502)
                .withHeader("Content-Type", "text/html")
                .withBody("<html>"));

        OutsideFault fault = fault(() -> api.add(new ThingDto("a", 1)));

        assertThat(fault.category()).isEqualTo(FaultCategory.TRANSIENT);
        assertThat(fault).hasMessageContaining("text/html");
    }

    @Test
    void namesThePlaceOfAValueItCannotReadButNotTheValue() {
        answer(json(200, "{\"name\":\"a\",\"count\":\"Jan Kowalski\"}"));

        OutsideFault fault = fault(() -> api.thing("1"));

        assertThat(fault.category()).isEqualTo(FaultCategory.CONTRACT);
        assertThat(fault).hasMessageContaining("$.count");
        assertThat(fault.toString()).doesNotContain("Kowalski");
        assertThat(fault).hasNoCause();
    }

    @ParameterizedTest
    @CsvSource({"null", "''", "'{\"name\":'", "'{} {}'"})
    void refusesABodyThatIsNotOneValue(String body) {
        answer(json(200, body));

        assertThat(fault(() -> api.thing("1")).category()).isEqualTo(FaultCategory.CONTRACT);
    }

    @Test
    void refusesJsonThatIsTooDeep() {
        answer(json(200, "{\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}"));

        assertThat(fault(() -> api.thing("1")).category()).isEqualTo(FaultCategory.CONTRACT);
    }

    @Test
    void readsPastWhatNobodyToldUsOf() {
        answer(json(200, "{\"name\":\"a\",\"colour\":{\"of\":[1]}}"));

        assertThat(api.thing("1")).isEqualTo(new ThingDto("a", null));
    }

    @Test
    void stopsReadingAnAnswerThatIsTooLong() {
        answer(json(200, "{\"name\":\"" + "a".repeat(2_000) + "\"}"));
        SampleApi capped = RemoteApis.create(
                SampleApi.class, profile().largestAnswer(1_000).build());

        assertThat(fault(() -> capped.thing("1")).category()).isEqualTo(FaultCategory.CONTRACT);
        assertThat(api.thing("1").name()).hasSize(2_000);
    }

    @Test
    void countsTheBytesOfAPackedAnswerUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(
                    ("{\"name\":\"" + "a".repeat(5_000_000) + "\"}").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(packed.size()).isLessThan(10_000);
        answer(json(200, "").withHeader("Content-Encoding", "gzip").withBody(packed.toByteArray()));
        SampleApi capped = RemoteApis.create(
                SampleApi.class, profile().largestAnswer(100_000).build());

        assertThat(fault(() -> capped.thing("1")).category()).isEqualTo(FaultCategory.CONTRACT);
    }

    @Test
    void leavesAWriteWithoutAnAnswerInDoubtAndAReadNot() {
        answer(aResponse().withStatus(200).withFixedDelay(2_000));
        SampleApi hasty = RemoteApis.create(
                SampleApi.class,
                profile()
                        .readTimeout(Duration.ofMillis(200))
                        .retries(RetryPolicy.NEVER)
                        .build());

        OutsideFault write = fault(() -> hasty.add(new ThingDto("a", 1)));
        OutsideFault read = fault(() -> hasty.thing("1"));
        OutsideFault search = fault(() -> hasty.search(new ThingDto("a", 1)));

        assertThat(write.reached()).isEqualTo(Reached.PERHAPS);
        assertThat(write.category()).isEqualTo(FaultCategory.TRANSIENT);
        assertThat(read.reached()).isEqualTo(Reached.NO);
        assertThat(search.reached()).isEqualTo(Reached.NO);
    }

    /** Jackson throws a plain NumberFormatException at such an exponent. */
    @Test
    void aNumberBeyondAllBoundsIsAnAnswerThatCannotBeRead() {
        answer(json(200, "{\"amount\":1e99999999999}"));

        assertThat(fault(() -> api.price()).category()).isEqualTo(FaultCategory.CONTRACT);
    }

    @Test
    void endsACallAtItsDeadline() {
        answer(aResponse().withStatus(200).withBody("x".repeat(1_000)).withChunkedDribbleDelay(100, 10_000));
        SampleApi hasty = RemoteApis.create(
                SampleApi.class, profile().callDeadline(Duration.ofMillis(300)).build());

        long begun = System.nanoTime();
        OutsideFault fault = fault(() -> hasty.add(new ThingDto("a", 1)));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);
    }

    @ParameterizedTest
    @CsvSource({"120, PT2M", "'Mon, 02 Mar 2026 08:05:00 GMT', PT5M", "soon, ", "99999999, PT24H"})
    void passesOnHowLongToWait(String header, Duration expected) {
        answer(aResponse().withStatus(429).withHeader("Retry-After", header));

        assertThat(fault(() -> api.add(new ThingDto("a", 1))).retryAfter())
                .isEqualTo(java.util.Optional.ofNullable(expected));
    }

    @Test
    void letsAConnectorSayWhichStatusesConcernAuthorisation() {
        answer(aResponse().withStatus(403));
        SampleApi other = RemoteApis.create(
                SampleApi.class, profile().authorisationStatuses(List.of(401)).build());

        assertThat(fault(() -> other.thing("1")).category()).isEqualTo(FaultCategory.REJECTED);
    }

    @Test
    void repliesWithBodiesOfEveryKind() {
        answer(json(200, "{\"name\":\"a\",\"count\":3}"));

        assertThat(api.thing("1")).isEqualTo(new ThingDto("a", 3));
        assertThat(api.thingIfAny("1"))
                .isEqualTo(new Reply.Done<>(200, new ThingDto("a", 3), java.util.Optional.of("r-17")));
        assertThat(api.file("1")).asString().isEqualTo("{\"name\":\"a\",\"count\":3}");
        assertThat(api.things("me").tree().path("count").asInt()).isEqualTo(3);
        answer(aResponse().withStatus(204));
        assertThat(api.close("1")).isEqualTo(NoBody.NONE);
    }

    private HttpProfile.Builder profile() {
        return HttpProfile.builder()
                .system("sample")
                .baseUrl(URI.create(SERVER.baseUrl()))
                .userAgent("Shop/1.0")
                .requestIdHeader("trace-id")
                .errorCodes(FaultsTest::codes)
                .clock(clock)
                .sleeper(clock);
    }

    private static List<String> codes(JsonNode body) {
        List<String> codes = new ArrayList<>();
        body.path("errors").forEach(error -> codes.add(error.path("code").asText()));
        return codes;
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withHeader("trace-id", "r-17")
                .withBody(body);
    }

    private static void answer(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(any(anyUrl()).willReturn(answer));
    }

    private static OutsideFault fault(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        OutsideFault fault = catchThrowableOfType(OutsideFault.class, call);
        assertThat(fault).isNotNull();
        return fault;
    }
}
