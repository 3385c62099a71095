package io.orderweave.connectors.kaufland;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.http.LenientJson;
import io.orderweave.http.RawJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;

/** The order of the test resources, to be changed part by part. */
final class Fixture {

    static final String ID = "MWALD01";

    private final ObjectNode answer;

    private Fixture(ObjectNode answer) {
        this.answer = answer;
    }

    static Fixture order() {
        try (InputStream in = Objects.requireNonNull(Fixture.class.getResourceAsStream("/kaufland/order.json"))) {
            return new Fixture((ObjectNode) LenientJson.mapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes the order. */
    Fixture order(Consumer<ObjectNode> change) {
        change.accept((ObjectNode) answer.path("data"));
        return this;
    }

    /** Changes one unit, by its place. */
    Fixture unit(int index, Consumer<ObjectNode> change) {
        change.accept((ObjectNode) answer.at("/data/order_units/" + index));
        return this;
    }

    /** Gives every unit, by its place, this status. */
    Fixture statuses(String... statuses) {
        for (int i = 0; i < statuses.length; i++) {
            String status = statuses[i];
            unit(i, unit -> unit.put("status", status));
        }
        return this;
    }

    RawJson raw() {
        try {
            return RawJson.parse(answer.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
