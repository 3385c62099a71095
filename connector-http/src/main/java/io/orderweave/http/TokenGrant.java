package io.orderweave.http;

import io.orderweave.connector.Tokens;
import java.util.Optional;

/** What a connector knows of the tokens of its system. Implemented by connectors; thread-safe. */
public interface TokenGrant {

    /** Tokens to begin with while the vault is empty, for example made of a refresh token in the settings. */
    Optional<Tokens> first();

    /**
     * Asks the other side for new tokens; called with nobody else doing so for the account.
     *
     * @throws io.orderweave.connection.OutsideFault with AUTHORISATION when the other side refuses them for good
     */
    Tokens refresh(Tokens stale);

    /** What a person must do when there are no tokens, or none that serve; a sentence to end a message with. */
    String instructions();
}
