package io.orderweave.simulator.merchantpro;

/**
 * A webhook as the shop would post it. Immutable; the bytes are handed over and not changed.
 *
 * @param signature the value of the header {@link #HEADER}
 * @param body what was signed
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed over, never compared
public record MerchantProWebhook(String signature, byte[] body) {

    /** The header that carries the signature. */
    public static final String HEADER = "X-Webhook-Signature";

    @Override
    public String toString() {
        return "MerchantProWebhook[" + body.length + " bytes]";
    }
}
