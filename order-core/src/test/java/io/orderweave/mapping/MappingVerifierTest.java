package io.orderweave.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.ConnectionId;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.written.WrittenFault;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Mappings name what there is in the shop, and lead nowhere that they must not. */
class MappingVerifierTest {

    private final MappingVerifier verifier = new MappingVerifier(
            StatusCatalogue.standard(), Set.of(new ConnectionId("market")), Set.of(new ConnectionId("parcels")));

    @Test
    void acceptsWhatFits() {
        assertThat(verifier.problems(MappingSetsTest.MAPPINGS)).isEmpty();
    }

    @Test
    void tellsEveryNameThatThereIsNot() {
        MappingSet mappings = MappingSets.parse("""
                {"version": 1, "connections": {
                  "marked": {"paymentMethods": {"COD": "cod"}},
                  "market": {"inbound": {"READY": "mew"}, "outbound": {"pakking": "processing"}},
                  "parcels": {"milestones": {"delivered": "done"}}
                }}""");

        assertThat(verifier.problems(mappings))
                .extracting(WrittenFault::toString)
                .satisfiesExactly(
                        fault -> assertThat(fault)
                                .isEqualTo(
                                        "/connections/marked: no sales channel has the connection 'marked'; nearest: market"),
                        fault -> assertThat(fault)
                                .isEqualTo(
                                        "/connections/market/inbound/READY: the shop has no status 'mew'; nearest: new"),
                        fault -> assertThat(fault)
                                .isEqualTo(
                                        "/connections/market/outbound/pakking: the shop has no status 'pakking'; nearest: packing"),
                        fault -> assertThat(fault)
                                .startsWith(
                                        "/connections/parcels/milestones/delivered: the shop has no status 'done'; there are ["));
    }

    @Test
    void keepsTheTablesOfChannelsAndOfCouriersApart() {
        MappingSet mappings = MappingSets.parse("""
                {"version": 1, "connections": {
                  "market": {"milestones": {"delivered": "delivered"}},
                  "parcels": {"inbound": {"READY": "new"}}
                }}""");

        assertThat(verifier.problems(mappings))
                .extracting(WrittenFault::toString)
                .containsExactly(
                        "/connections/market: no courier has the connection 'market'; there are [parcels]",
                        "/connections/parcels: no sales channel has the connection 'parcels'; there are [market]");
    }

    @Test
    void letsNoCourierCancelAnOrder() {
        MappingSet mappings = MappingSets.parse("""
                {"version": 1, "connections": {"parcels": {"milestones": {"returned": "cancelled"}}}}""");

        assertThat(verifier.problems(mappings))
                .extracting(WrittenFault::toString)
                .containsExactly(
                        "/connections/parcels/milestones/returned: status 'cancelled' cancels; no courier cancels"
                                + " an order");
    }
}
