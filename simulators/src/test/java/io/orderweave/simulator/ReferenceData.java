package io.orderweave.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Reference data of others that tests check against and the project never holds: named by an environment variable. */
public final class ReferenceData {

    private static final String VARIABLE = "ORDERWEAVE_REFERENCE";

    private ReferenceData() {}

    /** A folder of the reference data; skips the test when the variable is unset, fails it when the folder is missing. */
    public static Path folder(String inside) {
        String root = System.getenv(VARIABLE);
        assumeTrue(root != null, VARIABLE + " is not set: the check against reference data is skipped");
        Path folder = Path.of(root).resolve(inside);
        assertThat(Files.isDirectory(folder))
                .as("%s names a folder that has %s", VARIABLE, inside)
                .isTrue();
        return folder;
    }
}
