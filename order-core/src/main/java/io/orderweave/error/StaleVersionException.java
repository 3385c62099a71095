package io.orderweave.error;

/**
 * A record changed between being read and being saved, or two transactions wanted each other's records and this one gave way. The library repeats its own transactions; inside a transaction
 * of the host's the exception reaches the host, which rolls back and repeats.
 */
public final class StaleVersionException extends OrderweaveException {

    private static final long serialVersionUID = 1L;

    public StaleVersionException(String what) {
        super(FaultCategory.STALE_VERSION, message(what));
    }

    public StaleVersionException(String what, Throwable cause) {
        super(FaultCategory.STALE_VERSION, message(what), cause);
    }

    private static String message(String what) {
        return what + " was changed by somebody else; read it again and repeat the change";
    }
}
