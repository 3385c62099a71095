package io.orderweave.internal.book;

import io.orderweave.document.Document;
import java.util.Optional;

/**
 * A document as it lies in the store.
 *
 * @param pdf SHA-256 of its PDF, once drawn
 */
public record DocumentRecord(Document document, Optional<String> pdf) {}
