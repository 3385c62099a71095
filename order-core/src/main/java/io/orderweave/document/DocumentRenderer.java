package io.orderweave.document;

/** Draws documents. Implemented by order-documents or the host; thread-safe. Called with no transaction open. */
public interface DocumentRenderer {

    /**
     * The document as PDF. Pure: the same document gives a document of the same content; it may be called more than once.
     *
     * @throws io.orderweave.error.OrderweaveException (INTERNAL) when it cannot be drawn, naming the document's number
     */
    byte[] render(Document document);
}
