package io.orderweave.simulator.kaufland;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The carriers that Kaufland knows. */
final class Carriers {

    /** With these alone a parcel may have no tracking number. */
    static final Set<String> NAMELESS = Set.of("Other", "Other Hauler");

    private final List<String> names;

    Carriers(KauflandSettings settings) {
        List<String> all = new ArrayList<>(settings.carriers());
        NAMELESS.stream().sorted().filter(name -> !all.contains(name)).forEach(all::add);
        this.names = List.copyOf(all);
    }

    boolean has(String name) {
        return names.contains(name);
    }

    Answer list(Call call) {
        ObjectNode data = Json.object();
        ArrayNode carriers = data.putArray("carriers");
        names.forEach(name -> carriers.addObject().put("name", name).put("isHauler", name.endsWith("Hauler")));
        return Page.one(200, data);
    }
}
