package io.orderweave.channel;

/**
 * Identity of an order at its channel. A storefront is not part of it: one account's order ids are unique over its storefronts.
 *
 * @param account the remote account as the connection's probe told it
 * @param externalId the channel's own id of the order, never empty
 */
public record ExternalRef(ChannelId channel, RemoteAccount account, String externalId) {

    public ExternalRef {
        if (!isPossible(externalId)) {
            throw new IllegalArgumentException("external id must be 1 to 200 characters, not " + externalId.length());
        }
    }

    /** Whether a channel can call an order that. */
    public static boolean isPossible(String externalId) {
        return !externalId.isBlank() && externalId.length() <= 200;
    }

    /** The same for equal references and different for different ones; a key in stores. */
    public String key() {
        return channel.value() + "/" + account.value() + "/" + externalId;
    }
}
