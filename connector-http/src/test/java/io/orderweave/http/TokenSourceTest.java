package io.orderweave.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connector.Tokens;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.SampleApi.ThingDto;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TokenSourceTest {

    private static final Duration LIFE = Duration.ofHours(12);

    @RegisterExtension
    private static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final SettableClock clock = new SettableClock();
    private final MemoryTokenVault vault = new MemoryTokenVault();
    private final RotatingGrant grant = new RotatingGrant();
    private final TokenSource source = new TokenSource(grant, vault, clock);
    private SampleApi api;

    @BeforeEach
    void acceptTokenTwo() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(401)));
        accept("access-2");
        api = RemoteApis.create(
                SampleApi.class,
                HttpProfile.builder()
                        .system("sample")
                        .baseUrl(URI.create(SERVER.baseUrl()))
                        .userAgent("Shop/1.0")
                        .credentials(source)
                        .clock(clock)
                        .sleeper(clock)
                        .build());
    }

    @Test
    void asksAPersonWhenThereAreNoTokens() {
        OutsideFault fault = fault();

        assertThat(fault.category()).isEqualTo(FaultCategory.AUTHORISATION);
        assertThat(fault.reached()).isEqualTo(Reached.NO);
        assertThat(fault).hasMessageContaining("authorise the shop");
        assertThat(SERVER.getAllServeEvents()).isEmpty();
    }

    @Test
    void usesTheFirstTokensOnlyWhileTheVaultIsEmpty() {
        grant.first = new Tokens("", Optional.of("refresh-0"), clock.instant());
        assertThat(bearer()).isEqualTo("Bearer access-1");
        assertThat(grant.spent).containsExactly("refresh-0");

        TokenSource restarted = new TokenSource(grant, vault, clock);

        assertThat(bearer(restarted)).isEqualTo("Bearer access-1");
        assertThat(grant.spent).containsExactly("refresh-0");
    }

    @Test
    void storesNewTokensBeforeItUsesThem() {
        vault.store(tokens(0));
        clock.advance(LIFE);

        assertThat(bearer()).isEqualTo("Bearer access-1");
        assertThat(vault.current()).map(Tokens::refreshToken).contains(Optional.of("refresh-1"));
    }

    @Test
    void refreshesAMinuteBeforeExpiry() {
        vault.store(tokens(0));
        clock.advance(LIFE.minusSeconds(61));
        assertThat(bearer()).isEqualTo("Bearer access-0");

        clock.advance(Duration.ofSeconds(1));
        assertThat(bearer()).isEqualTo("Bearer access-1");
    }

    @Test
    void refreshesOnceForManyThreads() throws Exception {
        vault.store(tokens(0));
        clock.advance(LIFE);
        int threads = 8;
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            Callable<String> call = () -> {
                together.await();
                return bearer();
            };
            List<Future<String>> bearers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                bearers.add(executor.submit(call));
            }
            for (Future<String> bearer : bearers) {
                assertThat(bearer.get()).isEqualTo("Bearer access-1");
            }
        } finally {
            executor.shutdownNow();
        }
        assertThat(grant.spent).containsExactly("refresh-0");
    }

    @Test
    void sendsAWriteOnceMoreAfterA401BecauseItWasNotProcessed() {
        vault.store(tokens(1));

        assertThat(api.add(new ThingDto("a", 1))).isEqualTo(new ThingDto(null, null));

        assertThat(grant.spent).containsExactly("refresh-1");
        assertThat(SERVER.getAllServeEvents()).hasSize(2);
    }

    @Test
    void doesNotLoopWhenNewTokensAreRefusedToo() {
        vault.store(tokens(5));

        OutsideFault fault = fault();

        assertThat(fault.category()).isEqualTo(FaultCategory.AUTHORISATION);
        assertThat(SERVER.getAllServeEvents()).hasSize(2);
        assertThat(grant.spent).containsExactly("refresh-5");
    }

    @Test
    void takesTheTokensThatAnotherNodeGotMeanwhile() {
        vault.store(tokens(1));
        assertThat(bearer()).isEqualTo("Bearer access-1");
        vault.store(tokens(2));

        assertThat(api.thing("1")).isEqualTo(new ThingDto(null, null));
        assertThat(grant.spent).isEmpty();
    }

    @Test
    void doesNotTryRefusedTokensAgainUntilTheVaultHoldsOthers() {
        vault.store(tokens(0));
        clock.advance(LIFE);
        grant.refuses = true;

        assertThatThrownBy(this::bearer).isInstanceOf(OutsideFault.class).hasMessageContaining("authorise the shop");
        assertThatThrownBy(this::bearer).isInstanceOf(OutsideFault.class).hasMessageContaining("authorise the shop");
        assertThat(grant.spent).containsExactly("refresh-0");

        vault.store(
                new Tokens("access-9", Optional.of("refresh-9"), clock.instant().plus(LIFE)));
        assertThat(bearer()).isEqualTo("Bearer access-9");
    }

    @Test
    void knowsThatARequestWithoutATokenWasNotSent() {
        vault.store(tokens(0));
        clock.advance(LIFE);
        grant.answerLost = true;

        OutsideFault fault = fault();

        assertThat(fault.category()).isEqualTo(FaultCategory.TRANSIENT);
        assertThat(fault.reached()).isEqualTo(Reached.NO);
        assertThat(vault.current()).contains(tokens(0));
    }

    private String bearer() {
        return bearer(source);
    }

    private static String bearer(TokenSource source) {
        Request request =
                source.authorise(new Request.Builder().url("http://127.0.0.1/").build());
        return String.valueOf(request.header("Authorization"));
    }

    private OutsideFault fault() {
        OutsideFault fault = catchThrowableOfType(OutsideFault.class, () -> api.add(new ThingDto("a", 1)));
        assertThat(fault).isNotNull();
        return fault;
    }

    private static Tokens tokens(int number) {
        return new Tokens("access-" + number, Optional.of("refresh-" + number), SettableClock.START.plus(LIFE));
    }

    private static void accept(String token) {
        SERVER.stubFor(any(anyUrl())
                .withHeader("Authorization", equalTo("Bearer " + token))
                .willReturn(okJson("{}")));
    }

    /** Gives pair n + 1 for the refresh token of pair n. */
    private final class RotatingGrant implements TokenGrant {

        final List<String> spent = new ArrayList<>();

        @Nullable
        Tokens first;

        boolean refuses;
        boolean answerLost;

        @Override
        public Optional<Tokens> first() {
            return Optional.ofNullable(first);
        }

        @Override
        public Tokens refresh(Tokens stale) {
            String refreshToken = stale.refreshToken().orElseThrow();
            spent.add(refreshToken);
            if (refuses) {
                throw OutsideFault.of(FaultCategory.AUTHORISATION, Reached.NO, "refused")
                        .build();
            }
            if (answerLost) {
                throw OutsideFault.of(FaultCategory.TRANSIENT, Reached.PERHAPS, "lost")
                        .build();
            }
            int next = 1 + Integer.parseInt(refreshToken.substring("refresh-".length()));
            return new Tokens(
                    "access-" + next,
                    Optional.of("refresh-" + next),
                    clock.instant().plus(LIFE));
        }

        @Override
        public String instructions() {
            return "authorise the shop";
        }
    }
}
