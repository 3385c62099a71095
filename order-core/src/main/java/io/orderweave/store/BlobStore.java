package io.orderweave.store;

import java.util.Optional;

/** Keeps byte contents (PDFs, labels, raw documents) by their SHA-256. Implemented by persistence adapters; thread-safe. */
public interface BlobStore {

    /** Stores the content, once however often it is put. Returns its SHA-256 in lower-case hexadecimal. */
    String put(byte[] content);

    /** The content of that SHA-256; the caller may change the array. */
    Optional<byte[]> get(String sha256);

    /** Deletes the content; does nothing when there is none. It may be put again. */
    void delete(String sha256);
}
