package io.orderweave.simulator.allegro;

import io.orderweave.simulator.RecordedRequest;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Ids;
import io.orderweave.simulator.internal.Router;
import io.orderweave.simulator.internal.Service;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Finds the route of a request, holds it at the gate, and puts a trace id on every answer. */
final class AllegroService implements Service {

    private final Router oauth;
    private final Router api;
    private final Gate gate;
    private final long seed;
    private final AtomicLong answers = new AtomicLong();

    AllegroService(Router oauth, Router api, Gate gate, long seed) {
        this.oauth = oauth;
        this.api = api;
        this.gate = gate;
        this.seed = seed;
    }

    @Override
    public String operation(Call call) {
        return oauth.find(call)
                .or(() -> api.find(call))
                .map(Router.Target::operation)
                .orElse(RecordedRequest.UNKNOWN);
    }

    @Override
    public Answer answer(Call call) {
        Answer answer = gate.refusesApplication(call).orElseGet(() -> routed(call));
        return answer.with("trace-id", Ids.hex(seed, "trace", answers.incrementAndGet(), 16));
    }

    private Answer routed(Call call) {
        Optional<Router.Target> login = oauth.find(call);
        if (login.isPresent()) {
            return login.get().answer();
        }
        return gate.refuses(call)
                .orElseGet(() -> api.find(call)
                        .map(Router.Target::answer)
                        .orElseGet(
                                () -> AllegroErrors.error(404, "NotFoundException", "No such resource", call.path())));
    }
}
