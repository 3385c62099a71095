package io.orderweave.simulator.allegro;

import io.orderweave.simulator.allegro.DeviceRequest.Decision;
import io.orderweave.simulator.internal.Ids;
import io.orderweave.simulator.internal.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What the seller does in his browser to let an application in, told by the test. Hosts call it. Thread-safe. */
public final class AllegroAccounts {

    private static final Duration CODE_LIFE = Duration.ofSeconds(10);

    private final AllegroSettings settings;
    private final StateStore<AllegroState> store;
    private final Tokens tokens;

    AllegroAccounts(AllegroSettings settings, StateStore<AllegroState> store, Tokens tokens) {
        this.settings = settings;
        this.store = store;
        this.tokens = tokens;
    }

    /** A fresh refresh token, as if the seller had just let the application in; good once. */
    public String mintRefreshToken() {
        return store.change(state -> tokens.issue(state, now()).refreshToken());
    }

    /** A fresh access token, for tests that do not care how they got in. */
    public String mintAccessToken() {
        return store.change(state -> tokens.issue(state, now()).accessToken());
    }

    /** The code the seller's browser brings back to this address; good once, for ten seconds of the simulator's clock. */
    public String authorizationCode(String redirectUri) {
        return store.change(state -> {
            String code = Ids.hex(settings.seed(), "authorization code", state.next(), 32);
            state.codes.put(code, new AuthorizationCode(redirectUri, now().plus(CODE_LIFE)));
            return code;
        });
    }

    /**
     * Lets a waiting device in.
     *
     * @param code its device code or its user code
     * @throws IllegalArgumentException if no device waits with this code
     */
    public void approve(String code) {
        decide(code, Decision.APPROVED);
    }

    /**
     * Turns a waiting device away.
     *
     * @param code its device code or its user code
     * @throws IllegalArgumentException if no device waits with this code
     */
    public void deny(String code) {
        decide(code, Decision.DENIED);
    }

    /** Has every access token expire now, before its time: calls with one are refused, and the refresh tokens give others. */
    public void expireAccessTokens() {
        store.change(state -> {
            state.grants.replaceAll(grant -> grant.expiredAt(now()));
            return state.made;
        });
    }

    /** Takes every token back, as the seller can at any time: the next refresh is refused, and so is every call. */
    public void revokeAll() {
        store.change(state -> {
            state.grants.clear();
            return state.made;
        });
    }

    private void decide(String code, Decision decision) {
        store.change(state -> {
            for (Map.Entry<String, DeviceRequest> device : state.devices.entrySet()) {
                if (code.equals(device.getKey())
                        || code.equals(device.getValue().userCode())) {
                    device.setValue(device.getValue().decided(decision));
                    return decision;
                }
            }
            throw new IllegalArgumentException("No device waits with this code");
        });
    }

    private Instant now() {
        return settings.clock().instant();
    }
}
