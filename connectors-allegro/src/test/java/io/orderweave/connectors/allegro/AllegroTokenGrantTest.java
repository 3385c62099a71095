package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connector.Tokens;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.Reply;
import io.orderweave.simulator.SimulatorClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllegroTokenGrantTest {

    private static final Tokens STALE = new Tokens("access-1", Optional.of("refresh-1"), TestContext.START);

    private final SimulatorClock clock = SimulatorClock.at(TestContext.START);
    private final ScriptedOAuth oauth = new ScriptedOAuth();
    private final AllegroTokenGrant grant = new AllegroTokenGrant(oauth, Optional.empty(), clock);

    @Test
    void givesTheNewPairItsExpiry() {
        oauth.script.add(ScriptedOAuth::pair);

        assertThat(grant.refresh(STALE))
                .isEqualTo(
                        new Tokens("access-2", Optional.of("refresh-2"), TestContext.START.plus(Duration.ofHours(12))));
    }

    @Test
    void sendsTheOldTokenOnceMoreAfterALostAnswer() {
        oauth.script.add(() -> lost(Reached.PERHAPS));
        oauth.script.add(ScriptedOAuth::pair);

        assertThat(grant.refresh(STALE).accessToken()).isEqualTo("access-2");
        assertThat(oauth.sent).containsExactly("refresh-1", "refresh-1");
    }

    @Test
    void doesNotSendItAThirdTime() {
        oauth.script.add(() -> lost(Reached.PERHAPS));
        oauth.script.add(() -> lost(Reached.PERHAPS));

        assertThat(fault().category()).isEqualTo(FaultCategory.TRANSIENT);
        assertThat(oauth.sent).hasSize(2);
    }

    @Test
    void leavesARefreshThatReachedNobodyToTheNextCall() {
        oauth.script.add(() -> lost(Reached.NO));

        assertThat(fault().category()).isEqualTo(FaultCategory.TRANSIENT);
        assertThat(oauth.sent).hasSize(1);
    }

    @Test
    void doesNotSendTheOldTokenAgainAfterItsGrace() {
        oauth.script.add(() -> {
            clock.advance(Duration.ofSeconds(60));
            return lost(Reached.PERHAPS);
        });

        assertThat(fault().category()).isEqualTo(FaultCategory.TRANSIENT);
        assertThat(oauth.sent).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"400, invalid_grant", "401, invalid_client", "400, unauthorized_client"})
    void needsAPersonWhenTheTokenIsRefused(int status, String code) {
        oauth.script.add(() -> new Reply.Refused<>(status, List.of(code), Optional.empty(), Optional.of("t-400")));

        OutsideFault fault = fault();

        assertThat(fault.category()).isEqualTo(FaultCategory.AUTHORISATION);
        assertThat(fault.remoteRequestId()).contains("t-400");
        assertThat(fault).hasMessageContaining(code);
    }

    @ParameterizedTest
    @CsvSource({"400,", "401,", "403,", "404,", "400, invalid_request", "403, AccessDenied"})
    void triesAgainLaterWhenARefusalTellsNothingOfTheToken(int status, @Nullable String code) {
        List<String> codes = code == null ? List.of() : List.of(code);
        oauth.script.add(() -> new Reply.Refused<>(status, codes, Optional.empty(), Optional.of("t-4xx")));

        OutsideFault fault = fault();

        assertThat(fault.category()).isEqualTo(FaultCategory.TRANSIENT);
        assertThat(fault.reached()).isEqualTo(Reached.NO);
        assertThat(fault.remoteRequestId()).contains("t-4xx");
        assertThat(fault).hasMessageContaining("status " + status);
    }

    @Test
    void refusesAnAnswerWithoutARefreshTokenForItWouldBeTheLast() {
        for (int attempt = 0; attempt < 2; attempt++) {
            oauth.script.add(
                    () -> new Reply.Done<>(200, new AllegroTokensDto("access-2", null, 43200L), Optional.empty()));
        }

        assertThat(fault().category()).isEqualTo(FaultCategory.CONTRACT);
    }

    private OutsideFault fault() {
        OutsideFault fault = catchThrowableOfType(OutsideFault.class, () -> grant.refresh(STALE));
        assertThat(fault).isNotNull();
        return fault;
    }

    private static Reply<AllegroTokensDto> lost(Reached reached) {
        throw OutsideFault.of(FaultCategory.TRANSIENT, reached, "lost").build();
    }

    /** Answers as scripted. */
    private static final class ScriptedOAuth implements AllegroOAuthApi {

        final Deque<Supplier<Reply<AllegroTokensDto>>> script = new ArrayDeque<>();
        final List<String> sent = new ArrayList<>();

        static Reply<AllegroTokensDto> pair() {
            return new Reply.Done<>(200, new AllegroTokensDto("access-2", "refresh-2", 43200L), Optional.empty());
        }

        @Override
        public Reply<AllegroTokensDto> refresh(String grantType, String refreshToken) {
            sent.add(refreshToken);
            return script.pop().get();
        }

        @Override
        public AllegroDeviceDto device(String clientId) {
            throw new AssertionError("not asked for a device code");
        }

        @Override
        public Reply<AllegroTokensDto> deviceToken(String grantType, String deviceCode) {
            throw new AssertionError("not asked for a device's tokens");
        }
    }
}
