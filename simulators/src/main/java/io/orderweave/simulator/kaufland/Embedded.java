package io.orderweave.simulator.kaufland;

import io.orderweave.simulator.internal.Call;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a call asks for besides: {@code embedded=a,b}, or the parameter repeated. */
final class Embedded {

    private Embedded() {}

    static Set<String> of(Call call) {
        Set<String> parts = new LinkedHashSet<>();
        call.query().all("embedded").forEach(value -> parts.addAll(Set.of(value.split(",", -1))));
        return parts;
    }
}
