package io.orderweave.tck;

import io.orderweave.store.BlobStore;
import java.util.Optional;

/** Answers as {@code right} does; a wrong adapter overrides the one thing it does wrong. */
abstract class ForwardingBlobStore implements BlobStore {

    private final BlobStore right;

    ForwardingBlobStore(BlobStore right) {
        this.right = right;
    }

    @Override
    public String put(byte[] content) {
        return right.put(content);
    }

    @Override
    public Optional<byte[]> get(String sha256) {
        return right.get(sha256);
    }

    @Override
    public void delete(String sha256) {
        right.delete(sha256);
    }
}
