package io.orderweave.http;

/** A part of a document from outside is not what it must be. The message names part and expectation, never the value. */
public final class UnreadablePartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadablePartException(String path, String expected) {
        super(path + ": expected " + expected);
    }
}
