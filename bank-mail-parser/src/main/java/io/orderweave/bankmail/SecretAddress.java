package io.orderweave.bankmail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * The address that only the bank is told. Who knows it can write to the mailbox, so it is as long as a key; it never appears in
 * logs or in {@link #toString()}.
 */
public final class SecretAddress {

    /** 26 characters of 32 kinds hold 130 random bits. */
    private static final int GENERATED_LENGTH = 26;

    /** 128 random bits in the densest usual writing, base 64. */
    private static final int SHORTEST = 22;

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    private final String value;

    private SecretAddress(String value) {
        this.value = value;
    }

    /**
     * An address made earlier.
     *
     * @throws IllegalArgumentException when it is not {@code local@domain}, or its local part is shorter than 22 characters
     */
    public static SecretAddress of(String address) {
        int at = address.lastIndexOf('@');
        if (at < SHORTEST || at == address.length() - 1) {
            throw new IllegalArgumentException(
                    "a secret address has a local part of at least " + SHORTEST + " characters and a domain");
        }
        return new SecretAddress(canonical(address));
    }

    /** A new address of 130 random bits in the domain. */
    public static SecretAddress generate(SecureRandom random, String domain) {
        StringBuilder local = new StringBuilder(GENERATED_LENGTH);
        for (int i = 0; i < GENERATED_LENGTH; i++) {
            local.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return of(local + "@" + domain);
    }

    /** The address itself, to be entered at the bank; a secret. */
    public String reveal() {
        return value;
    }

    /** Whether the recipient is this address, in a time that does not tell how much of it is right. */
    boolean matches(String recipient) {
        return MessageDigest.isEqual(bytes(value), bytes(canonical(recipient)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Mail servers may change the case on the way. */
    private static String canonical(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretAddress address && matches(address.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "SecretAddress[…]";
    }
}
