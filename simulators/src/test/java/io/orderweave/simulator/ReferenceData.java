package io.orderweave.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Reference data of others that tests check against and the project never holds: named by an environment variable. */
public final class ReferenceData {

    private static final String VARIABLE = "ORDERWEAVE_REFERENCE";

    private static final String SKIPPED = VARIABLE + " is not set: the check against reference data is skipped";

    private ReferenceData() {}

    /** A folder of the reference data; skips the test when the variable is unset, fails it when the folder is missing. */
    public static Path folder(String inside) {
        String root = System.getenv(VARIABLE);
        if (root == null) {
            System.err.println(SKIPPED); // the build's own output does not show why a test was skipped
        }
        assumeTrue(root != null, SKIPPED);
        Path folder = Path.of(root).resolve(inside);
        assertThat(Files.isDirectory(folder))
                .as("%s names a folder that has %s", VARIABLE, inside)
                .isTrue();
        return folder;
    }
}
