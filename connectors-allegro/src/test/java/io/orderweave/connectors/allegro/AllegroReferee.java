package io.orderweave.connectors.allegro;

import io.orderweave.referee.Referee;
import io.orderweave.referee.RefereeProxy;
import io.orderweave.referee.ReferenceData;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds what passes between connector and simulator against Allegro's published document, where that is known. What differs for a reason stands in
 * {@code allegro/spec-differences.txt}.
 */
final class AllegroReferee {

    private static final Set<String> NOT_IN_THE_DOCUMENT = Set.of("/auth/oauth/token", "/auth/oauth/device");
    private static final Optional<Referee> REFEREE = ReferenceData.find("specs/allegro-swagger.yaml")
            .map(document -> Referee.of(document, Path.of("src/test/resources/allegro/spec-differences.txt")));

    private AllegroReferee() {}

    /** The referee, where the document is known. */
    static Optional<Referee> find() {
        return REFEREE;
    }

    /** A proxy before the simulator that has everything judged, where the document is known. */
    static @Nullable RefereeProxy before(URI simulator) {
        return REFEREE.map(referee -> RefereeProxy.before(simulator, referee, NOT_IN_THE_DOCUMENT))
                .orElse(null);
    }
}
