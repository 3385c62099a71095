package io.orderweave.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.connection.ConnectionId;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.id.StatusId;
import io.orderweave.order.Dictionary;
import io.orderweave.order.StatusIntent;
import io.orderweave.order.StatusMap;
import io.orderweave.shipment.CourierStatusMap;
import io.orderweave.shipment.Milestone;
import io.orderweave.written.WrittenFault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Mappings as people write them: read strictly, every fault at once, written back equal. */
class MappingSetsTest {

    private static final ConnectionId MARKET = new ConnectionId("market");
    private static final ConnectionId PARCELS = new ConnectionId("parcels");

    static final MappingSet MAPPINGS = MappingSet.builder()
            .version(4)
            .note("the channel has a new status")
            .putStatusMap(
                    MARKET,
                    StatusMap.builder()
                            .putInbound("READY", new StatusId("new"))
                            .putInbound("to/send ~1", new StatusId("packing"))
                            .putOutbound(new StatusId("packing"), StatusIntent.READY_TO_SHIP)
                            .build())
            .putDictionary(
                    MARKET,
                    Dictionary.builder()
                            .putPaymentMethod("COD", "cash-on-delivery")
                            .putDeliveryMethod("Kurýr", "courier")
                            .build())
            .putCourierStatusMap(
                    PARCELS, new CourierStatusMap(Map.of(Milestone.READY_FOR_COLLECTION, new StatusId("ready"))))
            .build();

    private static final String WRITTEN = """
            {
              // both ways
              "version": 4,
              "note": "the channel has a new status",
              "connections": {
                "market": {
                  "inbound": {"READY": "new", "to/send ~1": "packing"},
                  "outbound": {"packing": "ready_to_ship"},
                  "paymentMethods": {"COD": "cash-on-delivery"},
                  "deliveryMethods": {"Kurýr": "courier"}
                },
                "parcels": {"milestones": {"READY_FOR_COLLECTION": "ready"}}
              }
            }""";

    @Test
    void readsEveryTable() {
        assertThat(MappingSets.parse(WRITTEN)).isEqualTo(MAPPINGS);
    }

    @Test
    void readsBackWhatItWrites() {
        assertThat(MappingSets.parse(MappingSets.write(MAPPINGS))).isEqualTo(MAPPINGS);
        assertThat(MappingSets.parse(MappingSets.write(MappingSet.EMPTY))).isEqualTo(MappingSet.EMPTY);
    }

    @Test
    void writesTheSameWhateverOrderTheTablesWereGivenIn() {
        assertThat(MappingSets.write(MappingSets.parse(WRITTEN))).isEqualTo(MappingSets.write(MAPPINGS));
        assertThat(MappingSets.write(MAPPINGS)).containsSubsequence("\"READY\"", "\"to/send ~1\"");
    }

    @Test
    void tellsEveryFaultAtOnceWithItsPlaceAndTheNearestNames() {
        List<WrittenFault> faults = MappingSets.problems("""
                {
                  "version": -1,
                  "notes": "x",
                  "note": 7,
                  "connections": {
                    "mar ket": {},
                    "market": {
                      "inbond": {},
                      "inbound": {"READY": 3, " ": "new"},
                      "outbound": {"packing": "shiped", "a b": "shipped"},
                      "paymentMethods": ["COD"],
                      "deliveryMethods": {"a/b~c": " "}
                    },
                    "parcels": {"milestones": {"DELIVERD": "delivered"}},
                    "none": null
                  }
                }""");

        assertThat(faults)
                .extracting(WrittenFault::toString)
                .containsExactlyInAnyOrder(
                        "/notes: there is no part 'notes'; nearest: note",
                        "/version: expected a whole number that is not negative",
                        "/note: expected text",
                        "/connections/mar ket: connection id must not contain white space, control characters or a slash",
                        "/connections/market/inbond: there is no part 'inbond'; nearest: inbound",
                        "/connections/market/inbound/READY: expected text",
                        "/connections/market/inbound/ : expected text",
                        "/connections/market/outbound/packing: expected one of [processing, ready_to_ship,"
                                + " ready_for_collection, shipped, delivered, cancelled], not 'shiped'; nearest: shipped",
                        "/connections/market/outbound/a b: status id must not contain white space, control characters or a"
                                + " slash",
                        "/connections/market/paymentMethods: expected an object: what is mapped to what",
                        "/connections/market/deliveryMethods/a~1b~0c: expected text",
                        "/connections/parcels/milestones/DELIVERD: expected one of [dispatched, ready_for_collection,"
                                + " delivered, delivery_failed, returned, lost_or_destroyed], not 'DELIVERD'; nearest:"
                                + " delivered",
                        "/connections/none: expected an object with [deliveryMethods, inbound, milestones, outbound,"
                                + " paymentMethods]");
        assertThat(faults.get(0).nearest()).containsExactly("note");
    }

    @Test
    void aFaultRefusesTheWholeInOneException() {
        assertThatThrownBy(() -> MappingSets.parse("{\"connections\": []}"))
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.INVALID_CONFIGURATION))
                .hasMessage("mappings:\n/version: missing; expected a whole number\n"
                        + "/connections: expected an object with a part for each connection");
    }

    @Test
    void refusesWhatIsNoJsonAndWhatIsNestedTooDeep() {
        assertThat(MappingSets.problems("{\"version\": 1,"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.problem()).contains("not JSON"));
        assertThat(MappingSets.problems("[".repeat(100)))
                .singleElement()
                .satisfies(fault -> assertThat(fault.problem()).contains("nested deeper"));
        assertThat(MappingSets.problems("{\"version\": 1, \"version\": 2, \"connections\": {}}"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.problem()).contains("Duplicate field"));
        assertThat(MappingSets.problems("7"))
                .extracting(WrittenFault::toString)
                .containsExactly("the whole: expected an object with [connections, note, version]");
    }

    @Test
    void aMilestoneWrittenTwoWaysIsMappedTwice() {
        assertThat(MappingSets.problems("""
                {"version": 1, "connections": {"parcels": {"milestones": {"delivered": "a", "DELIVERED": "b"}}}}"""))
                .extracting(WrittenFault::toString)
                .containsExactly("/connections/parcels/milestones/DELIVERED: it is mapped twice");
    }

    @Test
    void tellsNoMoreFaultsThanAPersonReads() {
        StringBuilder rows = new StringBuilder("\"a\": 1");
        for (int i = 0; i < 5_000; i++) {
            rows.append(", \"").append("x".repeat(50)).append(i).append("\": 1");
        }

        assertThat(MappingSets.problems(
                        "{\"version\": 1, \"connections\": {\"market\": {\"inbound\": {" + rows + "}}}}"))
                .hasSize(100);
    }
}
