package io.orderweave.internal.book;

/**
 * A secret as it lies in the store when the host gave a key. Prints no content.
 *
 * @param format how it was sealed; 1 is AES-256-GCM with a tag of 128 bits behind the ciphertext
 * @param key the id of the host's key
 * @param nonce 96 random bits, never used twice with a key; Base64
 * @param content ciphertext and tag; Base64
 */
public record SealedSecret(int format, String key, String nonce, String content) {

    @Override
    public String toString() {
        return "SealedSecret[format " + format + ", key " + key + "]";
    }
}
