package io.orderweave.connectors.kaufland;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.referee.Referee;
import io.orderweave.referee.RefereeProxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds what passes between connector and simulator against Kaufland's published document, which is no part of this project: the
 * environment variable {@code ORDERWEAVE_REFERENCE} names its folder. What differs for a reason stands in
 * {@code kaufland/spec-differences.txt}.
 */
final class KauflandReferee {

    private static final Optional<Referee> REFEREE =
            Optional.ofNullable(System.getenv("ORDERWEAVE_REFERENCE")).map(KauflandReferee::referee);

    private KauflandReferee() {}

    /** The referee, where the document is known. */
    static Optional<Referee> find() {
        return REFEREE;
    }

    /** A proxy before the simulator that has everything judged, where the document is known. */
    static @Nullable RefereeProxy before(URI simulator) {
        return REFEREE.map(referee -> RefereeProxy.before(simulator, referee, Set.of()))
                .orElse(null);
    }

    private static Referee referee(String folder) {
        Path document = Path.of(folder, "specs", "kaufland-openapi.json");
        assertThat(document).as("ORDERWEAVE_REFERENCE").isRegularFile();
        return Referee.of(document, Path.of("src/test/resources/kaufland/spec-differences.txt"));
    }
}
