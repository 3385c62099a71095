package io.orderweave.simulator.merchantpro;

import io.orderweave.simulator.RecordedRequest;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Router;
import io.orderweave.simulator.internal.Service;

/** Holds a request at the gate and finds its route. */
final class MerchantProService implements Service {

    private final Router api;
    private final Gate gate;

    MerchantProService(Router api, Gate gate) {
        this.api = api;
        this.gate = gate;
    }

    @Override
    public String operation(Call call) {
        return api.find(call).map(Router.Target::operation).orElse(RecordedRequest.UNKNOWN);
    }

    @Override
    public Answer answer(Call call) {
        return gate.refuses(call)
                .orElseGet(() -> api.find(call)
                        .map(Router.Target::answer)
                        .orElseGet(() -> MerchantProErrors.notFound("resource")));
    }
}
