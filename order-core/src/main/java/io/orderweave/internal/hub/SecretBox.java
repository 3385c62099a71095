package io.orderweave.internal.hub;

import io.orderweave.connection.SecretKeys;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.internal.book.SealedSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals secrets with the host's current key and opens them with whichever key they name: AES-256-GCM. What a secret is for goes in as
 * associated data, so that one copied to another place does not open there. Thread-safe.
 */
final class SecretBox {

    private static final int FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeys keys;
    private final SecureRandom random = new SecureRandom();

    SecretBox(SecretKeys keys) {
        this.keys = keys;
    }

    /** The secret under the current key; empty when the host gave none. */
    Optional<SealedSecret> seal(String purpose, String secret) {
        return keys.current().map(id -> seal(id, keys.find(id).orElseThrow(), purpose, secret));
    }

    /** Whether it lies as {@link #seal} would write it today. */
    boolean isCurrent(Optional<SealedSecret> stored) {
        return stored.map(SealedSecret::key).equals(keys.current());
    }

    /**
     * The secret.
     *
     * @throws OrderweaveException (INVALID_CONFIGURATION) when its key is missing, or opens nothing: it is another one, or the stored
     *     bytes were changed or belong to something else; (NEWER_SCHEMA) when a newer version of the library sealed it
     */
    String open(String purpose, SealedSecret sealed) {
        if (sealed.format() != FORMAT) {
            throw new OrderweaveException(
                    FaultCategory.NEWER_SCHEMA,
                    purpose + " is sealed in format " + sealed.format() + ", this version knows " + FORMAT
                            + "; update this node");
        }
        SecretKey key = keys.find(sealed.key())
                .orElseThrow(() -> new OrderweaveException(
                        FaultCategory.INVALID_CONFIGURATION,
                        purpose + " is sealed with key " + sealed.key()
                                + ", which encryption(...) does not have; there are " + keys.ids()
                                + ". Give the key, or authorise the account again"));
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, decoded(sealed.nonce()), purpose, sealed.key());
            return new String(cipher.doFinal(decoded(sealed.content())), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException fault) {
            // Without the cause: it may quote what was stored.
            throw new OrderweaveException(
                    FaultCategory.INVALID_CONFIGURATION,
                    purpose + " cannot be opened with key " + sealed.key()
                            + ": the key is another one under the same id, or what is stored was changed or moved. "
                            + "Give the right key, or authorise the account again");
        }
    }

    private SealedSecret seal(String id, SecretKey key, String purpose, String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] content = cipher(Cipher.ENCRYPT_MODE, key, nonce, purpose, id)
                    .doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return new SealedSecret(FORMAT, id, encoded(nonce), encoded(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES/GCM/NoPadding", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String purpose, String id)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(("orderweave/" + FORMAT + "/" + id + "/" + purpose).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] decoded(String text) {
        return Base64.getDecoder().decode(text);
    }
}
