package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Ids;
import io.orderweave.simulator.internal.Json;
import io.orderweave.simulator.internal.StateStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * OAuth as Allegro does it: single-use refresh tokens, short-lived codes, the device flow. Parameters are taken from the
 * form or from the query string.
 *
 * <p>UNCONFIRMED: the numbers of the device flow, and the error names other than {@code invalid_grant} and
 * {@code authorization_pending}; they follow RFC 6749 and RFC 8628.
 */
final class TokenApi {

    private static final Duration DEVICE_LIFE = Duration.ofHours(1);
    private static final int DEVICE_INTERVAL_SECONDS = 5;
    private static final String DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    private final AllegroSettings settings;
    private final StateStore<AllegroState> store;
    private final Tokens tokens;

    TokenApi(AllegroSettings settings, StateStore<AllegroState> store, Tokens tokens) {
        this.settings = settings;
        this.store = store;
        this.tokens = tokens;
    }

    Answer token(Call call) {
        if (!authenticated(call)) {
            return error(401, "invalid_client", "Bad client credentials");
        }
        return switch (parameter(call, "grant_type").orElse("")) {
            case "refresh_token" -> refresh(parameter(call, "refresh_token").orElse(""));
            case "authorization_code" -> exchange(call);
            case DEVICE_GRANT -> pollDevice(parameter(call, "device_code").orElse(""));
            default -> error(400, "unsupported_grant_type", "Unsupported grant type");
        };
    }

    Answer device(Call call) {
        if (!authenticated(call)) {
            return error(401, "invalid_client", "Bad client credentials");
        }
        if (!parameter(call, "client_id").orElse("").equals(settings.clientId())) {
            return error(400, "invalid_request", "client_id is missing or is not the authenticated client");
        }
        return store.change(state -> {
            long number = state.next();
            String deviceCode = Ids.hex(settings.seed(), "device code", number, 32);
            String userCode = Ids.hex(settings.seed(), "user code", number, 9);
            state.devices.put(
                    deviceCode, new DeviceRequest(userCode, now().plus(DEVICE_LIFE), DeviceRequest.Decision.PENDING));
            String page = "https://allegro.example/connect";
            return Answer.json(
                    200,
                    Json.object()
                            .put("device_code", deviceCode)
                            .put("user_code", userCode)
                            .put("verification_uri", page)
                            .put("verification_uri_complete", page + "?code=" + userCode)
                            .put("expires_in", DEVICE_LIFE.toSeconds())
                            .put("interval", DEVICE_INTERVAL_SECONDS));
        });
    }

    private Answer refresh(String refreshToken) {
        // The real answer repeats the token too: whoever logs error descriptions logs a secret.
        return store.change(state -> tokens.refresh(state, refreshToken, now())
                .map(this::issued)
                .orElseGet(() -> error(400, "invalid_grant", "Invalid refresh token: " + refreshToken)));
    }

    private Answer exchange(Call call) {
        String code = parameter(call, "code").orElse("");
        String redirectUri = parameter(call, "redirect_uri").orElse("");
        return store.change(state -> {
            AuthorizationCode known = state.codes.remove(code);
            boolean good = known != null
                    && now().isBefore(known.until())
                    && known.redirectUri().equals(redirectUri);
            return good
                    ? issued(tokens.issue(state, now()))
                    : error(400, "invalid_grant", "Invalid authorization code");
        });
    }

    private Answer pollDevice(String deviceCode) {
        return store.change(state -> {
            DeviceRequest device = state.devices.get(deviceCode);
            if (device == null) {
                return error(400, "invalid_grant", "Invalid device code");
            }
            if (!now().isBefore(device.until())) {
                return error(400, "expired_token", "Device code expired");
            }
            return switch (device.decision()) {
                case PENDING -> Answer.json(400, Json.object().put("error", "authorization_pending"));
                case DENIED -> error(400, "access_denied", "The user denied access");
                case APPROVED -> {
                    state.devices.remove(deviceCode);
                    yield issued(tokens.issue(state, now()));
                }
            };
        });
    }

    private Answer issued(TokenGrant grant) {
        ObjectNode body = Json.object()
                .put("access_token", grant.accessToken())
                .put("token_type", "bearer")
                .put("refresh_token", grant.refreshToken())
                .put("expires_in", Duration.between(now(), grant.accessUntil()).toSeconds())
                .put("scope", "allegro:api:orders:read allegro:api:orders:write allegro:api:profile:read")
                .put("allegro_api", true);
        return Answer.json(200, body);
    }

    private boolean authenticated(Call call) {
        String expected = settings.clientId() + ":" + settings.clientSecret();
        String encoded = Base64.getEncoder().encodeToString(expected.getBytes(StandardCharsets.UTF_8));
        String header = call.header("Authorization").orElse("");
        return header.toLowerCase(Locale.ROOT).startsWith("basic ")
                && header.substring("basic ".length()).strip().equals(encoded);
    }

    private static Optional<String> parameter(Call call, String name) {
        return call.form().first(name).or(() -> call.query().first(name));
    }

    private static Answer error(int status, String error, String description) {
        return Answer.json(status, Json.object().put("error", error).put("error_description", description));
    }

    private Instant now() {
        return settings.clock().instant();
    }
}
