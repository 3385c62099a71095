package io.orderweave.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Base of every fault the library throws. Outcomes a caller is expected to handle are return values, not exceptions.
 *
 * <p>Messages name the thing concerned by its id and never contain personal data or secrets.
 */
public class OrderweaveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FaultCategory category;

    public OrderweaveException(FaultCategory category, String message) {
        super(message);
        this.category = category;
    }

    public OrderweaveException(FaultCategory category, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.category = category;
    }

    /** What kind of fault this is: decides whether the library retries, stops a connection, or calls a person. */
    public final FaultCategory category() {
        return category;
    }

    /** The first {@link OrderweaveException} in the cause chain of {@code fault}, itself included. */
    public static Optional<OrderweaveException> in(Throwable fault) {
        Throwable current = fault;
        // A cause chain may be circular in hostile hands; a hundred links is more than any real one has.
        for (int depth = 0; current != null && depth < 100; depth++) {
            if (current instanceof OrderweaveException known) {
                return Optional.of(known);
            }
            current = current.getCause();
        }
        return Optional.empty();
    }
}
