package io.orderweave.simulator.inpost;

import io.orderweave.simulator.RecordedRequest;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Router;
import io.orderweave.simulator.internal.Service;
import java.util.Optional;

/** Finds the route of a request and lets only its owner's token past, but for what is public. */
final class InPostService implements Service {

    private final Router open;
    private final Router closed;
    private final String authorization;

    InPostService(Router open, Router closed, String token) {
        this.open = open;
        this.closed = closed;
        this.authorization = "Bearer " + token;
    }

    @Override
    public String operation(Call call) {
        return open.find(call)
                .or(() -> closed.find(call))
                .map(Router.Target::operation)
                .orElse(RecordedRequest.UNKNOWN);
    }

    @Override
    public Answer answer(Call call) {
        Optional<Router.Target> forAll = open.find(call);
        if (forAll.isPresent()) {
            return forAll.get().answer();
        }
        if (!call.header("Authorization").orElse("").equals(authorization)) {
            return InPostErrors.tokenInvalid();
        }
        return closed.find(call).map(Router.Target::answer).orElseGet(InPostErrors::notFound);
    }
}
