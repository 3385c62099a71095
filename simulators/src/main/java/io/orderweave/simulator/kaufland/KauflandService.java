package io.orderweave.simulator.kaufland;

import io.orderweave.simulator.RecordedRequest;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Router;
import io.orderweave.simulator.internal.Service;
import java.util.concurrent.CompletableFuture;

/** Finds the route of a request and holds it at the gate. */
final class KauflandService implements Service {

    private final Router routes;
    private final Gate gate;

    /** Where callers reach us, known only once the server listens; part of what is signed. */
    private volatile CompletableFuture<String> address = new CompletableFuture<>();

    KauflandService(Router routes, Gate gate) {
        this.routes = routes;
        this.gate = gate;
    }

    void listensAt(String url) {
        address.complete(url);
    }

    /** From now on callers reach us through something that stands before. */
    void isReachedAt(String url) {
        address = CompletableFuture.completedFuture(url);
    }

    @Override
    public String operation(Call call) {
        return routes.find(call).map(Router.Target::operation).orElse(RecordedRequest.UNKNOWN);
    }

    @Override
    public Answer answer(Call call) {
        return gate.refuses(address.join(), call)
                .orElseGet(() -> routes.find(call).map(Router.Target::answer).orElseGet(KauflandErrors::notFound));
    }
}
