package io.orderweave.crash.regression;

/** The process ends here: an error that no part of the engine catches, after which its hub is never used again. */
final class Died extends Error {

    private static final long serialVersionUID = 1L;

    Died() {
        super("the process ended here");
    }
}
