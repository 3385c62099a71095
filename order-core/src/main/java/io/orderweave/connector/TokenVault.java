package io.orderweave.connector;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Keeps one account's tokens so that a single-use refresh token is never used twice, on however many nodes. */
public interface TokenVault {

    /** The time a refresh has, its repetitions included; after it another node may begin one. */
    Duration LONGEST_REFRESH = Duration.ofSeconds(45);

    /** The stored tokens; empty before the account was authorised. */
    Optional<Tokens> current();

    /** Stores the tokens of a first or repeated authorisation, replacing what is there. */
    void store(Tokens tokens);

    /**
     * Replaces tokens that no longer serve.
     *
     * <p>Serialised over threads and nodes by a lease, with no transaction open while {@code refresher} runs. When the stored
     * tokens are no longer {@code stale}, somebody else was faster and theirs are returned. Otherwise, and while the vault is
     * empty, {@code refresher} is called once and its result is stored durably before it is returned; when it throws, nothing
     * changes and the fault is rethrown.
     *
     * @param refresher ends within {@link #LONGEST_REFRESH}
     * @throws io.orderweave.error.OrderweaveException (TRANSIENT) when another node holds the lease for too long
     */
    Tokens refresh(Tokens stale, Function<Tokens, Tokens> refresher);
}
