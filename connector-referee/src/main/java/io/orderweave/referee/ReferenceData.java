package io.orderweave.referee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Specifications and samples of others, which tests compare with and this project never holds. The environment variable
 * {@code ORDERWEAVE_REFERENCE} names their folder. Used by this build's tests. Stateless.
 */
public final class ReferenceData {

    private static final String VARIABLE = "ORDERWEAVE_REFERENCE";

    private ReferenceData() {}

    /** A file or folder there; fails the test when it is missing, empty when nobody names the folder. */
    public static Optional<Path> find(String inside) {
        return Optional.ofNullable(System.getenv(VARIABLE)).map(folder -> {
            Path found = Path.of(folder, inside);
            assertThat(found).as(VARIABLE).exists();
            return found;
        });
    }

    /**
     * As {@link #find}, but skips the test when nobody names the folder.
     *
     * @param uncompared says what is not compared then, for example {@code Allegro's published examples}
     */
    public static Path required(String inside, String uncompared) {
        return find(inside).orElseGet(() -> skip(uncompared));
    }

    /** Says aloud what is not compared, since the build's own output does not, and skips the test. */
    public static <T> T skip(String uncompared) {
        String why = "skipped: " + VARIABLE + " is not set, so nobody compares with " + uncompared;
        System.err.println(why);
        return abort(why);
    }
}
