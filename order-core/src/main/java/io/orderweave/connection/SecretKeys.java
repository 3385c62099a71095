package io.orderweave.connection;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The host's keys for what must not lie in the store in clear text: one to write with, older ones that still read. Made by hosts from
 * where they keep secrets. Immutable. Prints no key.
 */
public final class SecretKeys {

    /** AES-256. */
    private static final int KEY_BYTES = 32;

    private final Optional<String> current;
    private final Map<String, SecretKey> keys;

    private SecretKeys(Optional<String> current, Map<String, SecretKey> keys) {
        this.current = current;
        this.keys = keys;
    }

    /** No keys: what is stored lies in clear text. */
    public static SecretKeys none() {
        return new SecretKeys(Optional.empty(), Map.of());
    }

    /**
     * The key to write and read with.
     *
     * @param id its name for ever, stored beside everything written with it: 1 to 64 letters, digits, dots, hyphens, underscores
     * @param key 32 random bytes; copied
     * @throws IllegalArgumentException when it is none of these
     */
    public static SecretKeys of(String id, byte[] key) {
        return new SecretKeys(Optional.of(id), Map.of(id, aes(id, key)));
    }

    /** With a key that was current before; it reads what was written with it and writes nothing. */
    public SecretKeys withOlder(String id, byte[] key) {
        Map<String, SecretKey> more = new TreeMap<>(keys);
        if (more.put(id, aes(id, key)) != null) {
            throw new IllegalArgumentException("key " + id + " is given twice");
        }
        return new SecretKeys(current, more);
    }

    /** The id of the key to write with; empty when there is none. */
    public Optional<String> current() {
        return current;
    }

    /** Every key's id. */
    public Set<String> ids() {
        return Set.copyOf(keys.keySet());
    }

    /** The key of that id. */
    public Optional<SecretKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    private static SecretKey aes(String id, byte[] key) {
        if (!id.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException("a key's id is 1 to 64 letters, digits, dots, hyphens and underscores");
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "key " + id + " has " + key.length + " bytes; AES-256 needs " + KEY_BYTES);
        }
        return new SecretKeySpec(key, "AES");
    }

    @Override
    public String toString() {
        return "SecretKeys[current=" + current.orElse("none") + ", ids=" + new TreeMap<>(keys).keySet() + "]";
    }
}
