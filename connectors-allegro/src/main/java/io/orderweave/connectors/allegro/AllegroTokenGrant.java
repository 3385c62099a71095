package io.orderweave.connectors.allegro;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connector.Tokens;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.Reply;
import io.orderweave.http.TokenGrant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/**
 * Allegro's rotating refresh tokens: each serves once, gives a new pair and kills the old one. They live three months.
 *
 * <p>When the answer to a refresh is lost, the old token is sent a second time at once: Allegro says that it still answers for
 * about a minute after its use. UNCONFIRMED what exactly it answers then; if it is refused, a person must authorise anew.
 */
final class AllegroTokenGrant implements TokenGrant {

    static final String INSTRUCTIONS =
            "authorise the account anew with AllegroDeviceFlow, see docs/connectors/allegro.md";

    /** How long a used refresh token still answers. UNCONFIRMED. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    /** The codes (RFC 6749, 5.2) after which the same request can never succeed. */
    private static final Set<String> FINAL = Set.of("invalid_grant", "invalid_client", "unauthorized_client");

    private final AllegroOAuthApi oauth;
    private final Optional<String> firstRefreshToken;
    private final Clock clock;

    AllegroTokenGrant(AllegroOAuthApi oauth, Optional<String> firstRefreshToken, Clock clock) {
        this.oauth = oauth;
        this.firstRefreshToken = firstRefreshToken;
        this.clock = clock;
    }

    @Override
    public Optional<Tokens> first() {
        return firstRefreshToken.map(token -> new Tokens("", Optional.of(token), Instant.EPOCH));
    }

    @Override
    public Tokens refresh(Tokens stale) {
        String token = stale.refreshToken().orElseThrow(() -> refused("there is no refresh token", Optional.empty()));
        Instant begun = clock.instant();
        try {
            return ask(token);
        } catch (OutsideFault fault) {
            boolean inGrace = clock.instant().isBefore(begun.plus(GRACE));
            if (fault.reached() == Reached.PERHAPS && inGrace) {
                return ask(token);
            }
            throw fault;
        }
    }

    @Override
    public String instructions() {
        return INSTRUCTIONS;
    }

    private Tokens ask(String refreshToken) {
        Reply<AllegroTokensDto> reply = oauth.refresh("refresh_token", refreshToken);
        if (reply instanceof Reply.Refused<AllegroTokensDto> refused) {
            throw FINAL.stream().anyMatch(refused::says)
                    ? refused("Allegro refused the refresh token: " + refused.what(), refused.requestId())
                    : unavailable(refused);
        }
        return tokens(((Reply.Done<AllegroTokensDto>) reply).body(), clock.instant());
    }

    /** A page of a proxy, say: it tells nothing of the token, which is tried again. */
    private static OutsideFault unavailable(Reply.Refused<AllegroTokensDto> refused) {
        return OutsideFault.of(
                        FaultCategory.TRANSIENT,
                        Reached.NO,
                        "Allegro's token host answered neither with tokens nor that it refuses them: " + refused.what())
                .remoteRequestId(refused.requestId())
                .build();
    }

    private static OutsideFault refused(String why, Optional<String> requestId) {
        return OutsideFault.of(FaultCategory.AUTHORISATION, Reached.NO, why)
                .remoteRequestId(requestId)
                .build();
    }

    /** The tokens of an answer; it must hold both, or the account would be lost at the next refresh. */
    static Tokens tokens(AllegroTokensDto dto, Instant now) {
        if (dto.accessToken() == null || dto.refreshToken() == null || dto.expiresInSeconds() == null) {
            throw OutsideFault.of(
                            FaultCategory.CONTRACT,
                            Reached.PERHAPS,
                            "Allegro answered without access token, refresh token or expiry")
                    .build();
        }
        // Whole seconds: a vault that keeps fewer digits must not take these tokens for others.
        Instant expiry = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(dto.expiresInSeconds());
        return new Tokens(dto.accessToken(), Optional.of(dto.refreshToken()), expiry);
    }
}
