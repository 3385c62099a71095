package io.orderweave.couriers;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of reference data of others (specifications, samples), which is no part of the project. */
public final class Reference {

    private static final String VARIABLE = "ORDERWEAVE_REFERENCE";

    private Reference() {}

    /** A path in the folder; skips the test when the folder is not configured, fails it when it is not there. */
    public static Path resolve(String path) {
        String folder = System.getenv(VARIABLE);
        if (folder == null || folder.isBlank()) {
            abort("skipped: set " + VARIABLE + " to the folder of reference data to run this check");
        }
        Path resolved = Path.of(folder).resolve(path);
        if (!Files.exists(resolved)) {
            fail(VARIABLE + " is set, but there is no " + path + " in it");
        }
        return resolved;
    }
}
