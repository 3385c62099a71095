package io.orderweave.http;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connector.TokenVault;
import io.orderweave.connector.Tokens;
import io.orderweave.error.FaultCategory;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens of one account, as credentials. Renewed shortly before they expire and after a 401; the vault sees to it that
 * only one thread of one node does so and that new tokens are stored before they are used. Thread-safe.
 *
 * <p>Tokens that the other side refused for good are not tried again until the vault holds others.
 */
public final class TokenSource implements Credentials {

    /** So that a token does not expire on its way. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private static final String BEARER = "Bearer ";

    private final TokenGrant grant;
    private final TokenVault vault;
    private final Clock clock;

    // One account has one pair, so a field is cache enough; another node's newer pair is found by a 401.
    private volatile @Nullable Tokens latest;
    private volatile @Nullable Refusal refusal;

    public TokenSource(TokenGrant grant, TokenVault vault, Clock clock) {
        this.grant = grant;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public Request authorise(Request request) {
        return request.newBuilder()
                .header("Authorization", BEARER + current().accessToken())
                .build();
    }

    @Override
    public boolean renew(Request refused) {
        Tokens tokens = current();
        if (Objects.equals(refused.header("Authorization"), BEARER + tokens.accessToken())) {
            refresh(tokens);
        }
        return true;
    }

    private Tokens current() {
        Tokens tokens = latest;
        if (tokens == null) {
            tokens = vault.current().or(grant::first).orElseThrow(this::nothing);
        }
        boolean serves = clock.instant().isBefore(tokens.expiresAt().minus(MARGIN));
        Tokens current = serves ? tokens : refresh(tokens);
        latest = current;
        return current;
    }

    private Tokens refresh(Tokens stale) {
        Tokens fresh = vault.refresh(stale, this::ask);
        latest = fresh;
        return fresh;
    }

    private Tokens ask(Tokens stale) {
        Refusal known = refusal;
        if (known != null && known.tokens().equals(stale)) {
            throw unavailable(known.fault());
        }
        try {
            return grant.refresh(stale);
        } catch (OutsideFault fault) {
            if (fault.category() == FaultCategory.AUTHORISATION) {
                refusal = new Refusal(stale, fault);
                // A person may authorise anew; whoever calls next looks into the vault.
                latest = null;
            }
            throw unavailable(fault);
        }
    }

    /** Whatever became of the refresh, the request that needed the token was not processed. */
    private OutsideFault unavailable(OutsideFault fault) {
        String advice = fault.category() == FaultCategory.AUTHORISATION ? "; " + grant.instructions() : "";
        return OutsideFault.of(fault.category(), Reached.NO, "no access token: " + fault.getMessage() + advice)
                .retryAfter(fault.retryAfter())
                .cause(fault)
                .build();
    }

    private OutsideFault nothing() {
        return OutsideFault.of(
                        FaultCategory.AUTHORISATION,
                        Reached.NO,
                        "the account is not authorised; " + grant.instructions())
                .build();
    }

    private record Refusal(Tokens tokens, OutsideFault fault) {}
}
