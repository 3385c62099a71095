package io.orderweave.internal.effects;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.effect.RemoteEffectHandler.RemoteAnswer;
import io.orderweave.effect.RemoteEffectHandler.RemoteLookup;
import io.orderweave.internal.json.Json;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATE = Duration.ofHours(1);

    @Test
    void whatIsAppliedNowOrWasBeforeIsDone() {
        RemoteAnswer done = new RemoteAnswer.Done(Json.object(), Optional.of("r1"));

        assertThat(Answers.of(WriteAnswer.applied("r1"))).isEqualTo(done);
        assertThat(Answers.of(WriteAnswer.alreadyApplied("r1"))).isEqualTo(done);
    }

    @Test
    void refusalsAndHandlesStayWhatTheyAre() {
        assertThat(Answers.of(new WriteAnswer.Rejected("too big"))).isEqualTo(new RemoteAnswer.Rejected("too big"));
        assertThat(Answers.of(new WriteAnswer.Accepted("h1", SOON, LATE)))
                .isEqualTo(new RemoteAnswer.Accepted("h1", SOON, LATE));
    }

    @Test
    void lookupsStayWhatTheyAre() {
        assertThat(Answers.of(Lookup.found("r1"))).isEqualTo(new RemoteLookup.Found(Json.object(), Optional.of("r1")));
        assertThat(Answers.of(new Lookup.Underway("h1"))).isEqualTo(new RemoteLookup.Underway("h1"));
        assertThat(Answers.of(Lookup.absent())).isEqualTo(new RemoteLookup.Absent());
    }
}
