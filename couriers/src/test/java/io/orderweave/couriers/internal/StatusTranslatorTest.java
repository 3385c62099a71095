package io.orderweave.couriers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.couriers.CapturedLog;
import io.orderweave.shipment.TrackingStatus;
import org.junit.jupiter.api.Test;

class StatusTranslatorTest {

    private final StatusTranslator translator = new StatusTranslator(
            "Weaver Express",
            StatusTable.builder().put(TrackingStatus.DELIVERED, "7").build());

    @Test
    void keepsSilentAboutKnownCodes() {
        CapturedLog log = CapturedLog.start();
        assertThat(translator.translate("7")).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(log.text()).isEmpty();
    }

    @Test
    void logsEachUnknownCodeOnce() {
        CapturedLog log = CapturedLog.start();
        assertThat(translator.translate("drone_hovering")).isEqualTo(TrackingStatus.UNKNOWN);
        assertThat(translator.translate("drone_hovering")).isEqualTo(TrackingStatus.UNKNOWN);
        assertThat(log.text()).containsOnlyOnce("drone_hovering").containsOnlyOnce("Weaver Express");
    }

    @Test
    void logsNoFreeText() {
        CapturedLog log = CapturedLog.start();
        translator.translate("left with\nŻaneta Świątek");
        assertThat(log.text()).contains("(unreadable)").doesNotContain("aneta");
    }

    @Test
    void doesNotLogWithoutEnd() {
        CapturedLog log = CapturedLog.start();

        for (int i = 0; i < 1_000; i++) {
            translator.translate("made_up_" + i);
        }

        assertThat(log.text().lines().filter(line -> line.contains("made_up_"))).hasSize(200);
    }
}
