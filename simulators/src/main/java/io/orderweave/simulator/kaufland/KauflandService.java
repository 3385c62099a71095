package io.orderweave.simulator.kaufland;

import io.orderweave.simulator.RecordedRequest;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Router;
import io.orderweave.simulator.internal.Service;
import java.util.Optional;

/** Finds the route of a request and holds it at the gate. */
final class KauflandService implements Service {

    private final Router routes;
    private final Gate gate;

    /** Where callers reach us, when not where they say themselves. */
    private volatile Optional<String> proxy = Optional.empty();

    KauflandService(Router routes, Gate gate) {
        this.routes = routes;
        this.gate = gate;
    }

    /** From now on callers reach us through something that stands before. */
    void isReachedAt(String url) {
        proxy = Optional.of(url);
    }

    @Override
    public String operation(Call call) {
        return routes.find(call).map(Router.Target::operation).orElse(RecordedRequest.UNKNOWN);
    }

    @Override
    public Answer answer(Call call) {
        return gate.refuses(address(call), call)
                .orElseGet(() -> routes.find(call).map(Router.Target::answer).orElseGet(KauflandErrors::notFound));
    }

    /** Part of what is signed: as the caller wrote it, so that any name and any cable leads to us. */
    private String address(Call call) {
        return proxy.orElseGet(() -> "http://" + call.header("Host").orElse(""));
    }
}
