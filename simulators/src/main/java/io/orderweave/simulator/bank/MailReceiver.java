package io.orderweave.simulator.bank;

/**
 * The shop's side of the mail: the server whose word on authentication counts, and the secret address. Immutable.
 *
 * @param authservId the name our own mail server writes into {@code Authentication-Results}
 * @param secretAddress the address only the bank knows
 */
public record MailReceiver(String authservId, String secretAddress) {

    @Override
    public String toString() {
        return "MailReceiver[authservId=" + authservId + "]";
    }
}
