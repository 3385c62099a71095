package io.orderweave.simulator.cli;

/** Says which argument is wrong and what was expected. */
final class WrongArgumentsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    WrongArgumentsException(String message) {
        super(message);
    }
}
