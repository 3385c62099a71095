package io.orderweave.connectors.kaufland;

import io.orderweave.referee.Referee;
import io.orderweave.referee.RefereeProxy;
import io.orderweave.referee.ReferenceData;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds what passes between connector and simulator against Kaufland's published document, where that is known. What differs for a reason stands in
 * {@code kaufland/spec-differences.txt}.
 */
final class KauflandReferee {

    private static final Optional<Referee> REFEREE = ReferenceData.find("specs/kaufland-openapi.json")
            .map(document -> Referee.of(document, Path.of("src/test/resources/kaufland/spec-differences.txt")));

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
}
