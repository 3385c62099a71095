package io.orderweave.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.document.DocumentEvent;
import io.orderweave.effect.EffectEvent;
import io.orderweave.event.Event;
import io.orderweave.internal.json.Json;
import io.orderweave.mapping.MappingEvent;
import io.orderweave.notice.NoticeEvent;
import io.orderweave.order.OrderEvent;
import io.orderweave.payment.PaymentEvent;
import io.orderweave.rule.RuleEvent;
import io.orderweave.shipment.ShipmentEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What version 1 wrote is read by today's code and written back equal. A golden file is never changed; a new shape is a new folder. */
class GoldenFilesTest {

    private static byte[] golden(String name) {
        try (InputStream file = GoldenFilesTest.class.getResourceAsStream("/golden/v1/" + name + ".json")) {
            assertThat(file).as("golden file of %s", name).isNotNull();
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> readsAndWritesBackEqual() {
        return GoldenValues.all().entrySet().stream()
                .map(golden -> DynamicTest.dynamicTest(
                        golden.getKey(), () -> assertGolden(golden.getKey(), golden.getValue())));
    }

    private static void assertGolden(String name, Object value) {
        Object read = Json.read(golden(name), value.getClass());

        assertThat(read).isEqualTo(value);
        assertThat(Json.tree(Json.bytes(read))).isEqualTo(Json.tree(golden(name)));
    }

    @Test
    void everyKindOfEventHasAGoldenFileAndIsKnownByItsName() {
        Set<String> kinds = Stream.of(
                        OrderEvent.class,
                        PaymentEvent.class,
                        ShipmentEvent.class,
                        DocumentEvent.class,
                        NoticeEvent.class,
                        MappingEvent.class,
                        RuleEvent.class,
                        EffectEvent.class)
                .flatMap(feature -> Stream.of(feature.getPermittedSubclasses()))
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        kinds.add(ConfigurationChanged.class.getSimpleName());

        List<Event> events = GoldenValues.events();

        assertThat(events.stream().map(event -> event.getClass().getSimpleName()))
                .containsExactlyInAnyOrderElementsOf(kinds);
        assertThat(EventTypes.names())
                .containsExactlyInAnyOrderElementsOf(
                        events.stream().map(it -> it.eventName().name()).toList());
        for (Event event : events) {
            assertThat(EventTypes.read(event.eventName(), Json.tree(golden(GoldenValues.name(event)))))
                    .isEqualTo(Optional.of(event));
        }
    }

    @Test
    void everyGoldenValueHasItsOwnName() {
        Map<String, Object> all = GoldenValues.all();

        assertThat(all)
                .hasSize(GoldenValues.events().size() + GoldenValues.records().size());
    }
}
