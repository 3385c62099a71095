package io.orderweave.store.memory;

import io.orderweave.store.BlobStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Optional;

/** Copies of the contents by their hash. */
final class MemoryBlobStore implements BlobStore {

    private final MemoryTransactor transactor;
    private final RollbackMap<String, byte[]> contents;

    MemoryBlobStore(MemoryTransactor transactor) {
        this.transactor = transactor;
        this.contents = new RollbackMap<>(transactor, new HashMap<>());
    }

    @Override
    public String put(byte[] content) {
        byte[] copy = content.clone();
        String sha256 = HexFormat.of().formatHex(sha256().digest(copy));
        return transactor.inTransaction(() -> {
            if (!contents.containsKey(sha256)) {
                contents.put(sha256, copy);
            }
            return sha256;
        });
    }

    @Override
    public Optional<byte[]> get(String sha256) {
        return transactor
                .inTransaction(() -> Optional.ofNullable(contents.get(sha256)))
                .map(byte[]::clone);
    }

    @Override
    public void delete(String sha256) {
        transactor.inTransaction(() -> {
            contents.remove(sha256);
            return sha256;
        });
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
