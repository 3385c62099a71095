package io.orderweave.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.ConnectionId;
import io.orderweave.id.StatusId;
import io.orderweave.mapping.MappingSet;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.order.StatusIntent;
import io.orderweave.order.StatusMap;
import org.junit.jupiter.api.Test;

/** What a told status may come back as: what was meant by it, further on, at the channel it was told to. */
class EchoesTest {

    private static final StatusId PACKING = new StatusId("packing");
    private static final StatusId READY = new StatusId("ready");
    private static final StatusId SHIPPED = new StatusId("shipped");

    private static Echoes of(StatusMap... maps) {
        MappingSet.Builder mappings = MappingSet.builder();
        mappings.version(1);
        for (int i = 0; i < maps.length; i++) {
            mappings.putStatusMap(new ConnectionId("channel-" + i), maps[i]);
        }
        return new Echoes(StatusCatalogue.standard(), mappings.build());
    }

    private static StatusMap.Builder told(StatusId status, StatusIntent intent) {
        StatusMap.Builder map = StatusMap.builder();
        map.putOutbound(status, intent);
        return map;
    }

    @Test
    void isAStatusOfThePhaseThatWasTold() {
        Echoes echoes = of(told(PACKING, StatusIntent.PROCESSING)
                .putInbound("A", READY)
                .putInbound("B", SHIPPED)
                .build());

        assertThat(echoes.of(PACKING)).containsExactly(READY);
    }

    @Test
    void isNeverAStatusThatLeadsBackNorTheOneThatWasTold() {
        Echoes echoes = of(told(READY, StatusIntent.READY_TO_SHIP)
                .putInbound("A", PACKING)
                .putInbound("B", READY)
                .build());

        assertThat(echoes.of(READY)).isEmpty();
    }

    @Test
    void comesFromTheChannelThatWasTold() {
        Echoes echoes = of(
                told(PACKING, StatusIntent.PROCESSING).build(),
                StatusMap.builder().putInbound("A", READY).build());

        assertThat(echoes.of(PACKING)).isEmpty();
    }

    @Test
    void aStatusThatIsNotToldOrThatThereIsNotHasNone() {
        Echoes echoes = of(told(PACKING, StatusIntent.PROCESSING)
                .putInbound("A", READY)
                .putInbound("B", new StatusId("gone"))
                .putOutbound(new StatusId("lost"), StatusIntent.PROCESSING)
                .build());

        assertThat(echoes.of(SHIPPED)).isEmpty();
        assertThat(echoes.of(new StatusId("lost"))).isEmpty();
    }
}
