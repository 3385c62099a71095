package io.orderweave.bankmail;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest that names documents and files. */
final class Sha256 {

    private Sha256() {}

    static byte[] of(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
