package io.orderweave.connectors.allegro;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.Settings;
import io.orderweave.connector.TokenVault;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.Reply;
import io.orderweave.http.Sleeper;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Authorises an account: the seller opens a page of Allegro and confirms a code (RFC 8628). Hosts call it, from a screen or a command
 * line, once and again whenever a connection's tokens no longer serve. Thread-safe.
 *
 * <pre>{@code
 * AllegroDeviceFlow flow = AllegroDeviceFlow.of(settings, vault, clock);
 * AllegroDeviceFlow.Started started = flow.start();
 * // show started.verificationUrl() and started.userCode(), then, after started.pollEvery():
 * AllegroDeviceFlow.Progress progress = flow.poll(started);
 * // where it is Waiting, go on with its started() in the same way
 * }</pre>
 *
 * <p>UNCONFIRMED how often Allegro lets itself be polled and how long a code lives; where it does not say, RFC 8628's values hold.
 */
public final class AllegroDeviceFlow {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    private static final Duration POLL_EVERY = Duration.ofSeconds(5);
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final AllegroOAuthApi oauth;
    private final String clientId;
    private final TokenVault vault;
    private final Clock clock;

    private AllegroDeviceFlow(AllegroOAuthApi oauth, String clientId, TokenVault vault, Clock clock) {
        this.oauth = oauth;
        this.clientId = clientId;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * A flow for the account of a connection.
     *
     * @param settings the connection's, complete
     * @param vault the connection's; gets the tokens
     */
    public static AllegroDeviceFlow of(Settings settings, TokenVault vault, Clock clock) {
        AllegroConfig config = AllegroConfig.of(settings);
        AllegroOAuthApi oauth = new AllegroClients(config, clock, Sleeper.ofThread()).oauth();
        return new AllegroDeviceFlow(oauth, config.client().id(), vault, clock);
    }

    /**
     * Asks Allegro for a code.
     *
     * @throws OutsideFault with AUTHORISATION when Allegro does not know the application
     */
    public Started start() {
        AllegroDeviceDto device = oauth.device(clientId);
        String url =
                device.verificationUriComplete() == null ? device.verificationUri() : device.verificationUriComplete();
        if (device.deviceCode() == null || device.userCode() == null || url == null) {
            throw OutsideFault.of(
                            FaultCategory.CONTRACT,
                            Reached.NO,
                            "Allegro answered without device code, user code or verification page")
                    .build();
        }
        return new Started(
                device.userCode(),
                page(url),
                device.deviceCode(),
                clock.instant().plus(seconds(device.expiresInSeconds(), LIFE)),
                seconds(device.intervalSeconds(), POLL_EVERY));
    }

    /**
     * Asks whether the seller has confirmed; if so, the tokens are stored before this returns.
     *
     * @throws OutsideFault with TRANSIENT or RATE_LIMITED when Allegro could not answer now; the code still holds, so poll again
     */
    public Progress poll(Started started) {
        if (!clock.instant().isBefore(started.expiresAt())) {
            return new Progress.Refused("the code has expired; start again");
        }
        Reply<AllegroTokensDto> reply = oauth.deviceToken(GRANT, started.deviceCode());
        if (reply instanceof Reply.Done<AllegroTokensDto> done) {
            vault.store(AllegroTokenGrant.tokens(done.body(), clock.instant()));
            return new Progress.Authorised();
        }
        Reply.Refused<AllegroTokensDto> refused = (Reply.Refused<AllegroTokensDto>) reply;
        if (refused.says("authorization_pending")) {
            return new Progress.Waiting(started);
        }
        return refused.says("slow_down")
                ? new Progress.Waiting(started.slower())
                : new Progress.Refused(refused.reason());
    }

    private static URI page(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw OutsideFault.of(FaultCategory.CONTRACT, Reached.NO, "Allegro's verification page is no URL")
                    .build();
        }
    }

    private static Duration seconds(@Nullable Long seconds, Duration absent) {
        return Optional.ofNullable(seconds)
                .filter(value -> value > 0)
                .map(Duration::ofSeconds)
                .orElse(absent);
    }

    /**
     * A flow that has begun. Prints no code.
     *
     * @param userCode what the seller compares or types
     * @param verificationUrl the page he opens
     * @param deviceCode a secret of this flow
     * @param pollEvery how long to wait between polls
     */
    public record Started(
            String userCode, URI verificationUrl, String deviceCode, Instant expiresAt, Duration pollEvery) {

        /** RFC 8628, 3.5: five seconds more, also for all polls that follow. */
        Started slower() {
            return new Started(userCode, verificationUrl, deviceCode, expiresAt, pollEvery.plus(POLL_EVERY));
        }

        @Override
        public String toString() {
            return "Started[expiresAt=" + expiresAt + "]";
        }
    }

    /** How far a flow is. */
    public sealed interface Progress {

        /**
         * The seller has not decided yet.
         *
         * @param started the flow to go on with: its pause may have become longer
         */
        record Waiting(Started started) implements Progress {}

        /** He has confirmed; the tokens are stored. */
        record Authorised() implements Progress {}

        /** He has refused, or the code has expired. */
        record Refused(String reason) implements Progress {}
    }
}
