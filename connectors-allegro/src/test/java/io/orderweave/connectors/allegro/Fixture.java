package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.OrderFeed;
import io.orderweave.http.LenientJson;
import io.orderweave.http.RawJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;

/** A checkout form of the test resources, to be changed part by part. */
final class Fixture {

    private final ObjectNode form;

    private Fixture(ObjectNode form) {
        this.form = form;
    }

    static Fixture prepaidLocker() {
        return of("prepaid-locker");
    }

    static Fixture cashOnDelivery() {
        return of("cash-on-delivery");
    }

    static Fixture bought() {
        return of("bought");
    }

    private static Fixture of(String name) {
        try (InputStream in =
                Objects.requireNonNull(Fixture.class.getResourceAsStream("/allegro/" + name + ".json"), name)) {
            return new Fixture((ObjectNode) LenientJson.mapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String id() {
        return form.path("id").asText();
    }

    ObjectNode form() {
        return form;
    }

    /** Puts JSON, written with single quotes, at a JSON pointer that is there or whose parent is. */
    Fixture with(String pointer, String json) {
        return change(pointer, (parent, name) -> {
            JsonNode value = parse(json.replace('\'', '"'));
            if (parent instanceof ArrayNode array) {
                array.set(Integer.parseInt(name), value);
            } else {
                ((ObjectNode) parent).set(name, value);
            }
        });
    }

    Fixture without(String pointer) {
        return change(pointer, (parent, name) -> ((ObjectNode) parent).remove(name));
    }

    Fixture edit(Consumer<ObjectNode> change) {
        change.accept(form);
        return this;
    }

    RawJson raw() {
        try {
            return RawJson.parse(form.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The order that becomes of it. */
    static ChannelOrder order(Fixture fixture) {
        OrderFeed.Item item = new AllegroOrderMapper().item(fixture.id(), fixture.raw());
        assertThat(item).isInstanceOf(OrderFeed.Item.Changed.class);
        return ((OrderFeed.Item.Changed) item).order();
    }

    private Fixture change(String pointer, Change change) {
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = form.at(pointer.substring(0, slash));
        if (!parent.isContainerNode()) {
            throw new IllegalArgumentException("nothing at " + pointer);
        }
        change.at(parent, pointer.substring(slash + 1));
        return this;
    }

    private static JsonNode parse(String json) {
        try {
            return LenientJson.mapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Change {
        void at(JsonNode parent, String name);
    }
}
