package io.orderweave.connectors.allegro;

/** A part of a checkout form is not what it must be. The message names part and expectation, never the value. */
final class UnreadableFormException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableFormException(String path, String expected) {
        super(path + ": expected " + expected);
    }
}
