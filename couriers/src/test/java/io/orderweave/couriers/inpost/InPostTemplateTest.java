package io.orderweave.couriers.inpost;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.shipment.Parcel.Dimensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InPostTemplateTest {

    @ParameterizedTest
    @CsvSource({
        "640, 380, 80, SMALL",
        "80, 640, 380, SMALL",
        "640, 380, 81, MEDIUM",
        "190, 190, 190, MEDIUM",
        "640, 380, 191, LARGE",
        "410, 410, 380, LARGE",
    })
    void isTheSmallestThatTakesTheParcelTurned(int length, int width, int height, InPostTemplate template) {
        assertThat(InPostTemplate.fitting(new Dimensions(length, width, height)))
                .contains(template);
    }

    @ParameterizedTest
    @CsvSource({"641, 380, 80", "411, 411, 411", "640, 411, 381"})
    void isNoneForAParcelTooLarge(int length, int width, int height) {
        assertThat(InPostTemplate.fitting(new Dimensions(length, width, height)))
                .isEmpty();
    }

    @Test
    void isKnownByNameAndLetter() {
        assertThat(InPostTemplate.parse("Medium")).contains(InPostTemplate.MEDIUM);
        assertThat(InPostTemplate.parse("b")).contains(InPostTemplate.MEDIUM);
        assertThat(InPostTemplate.parse("xl")).isEmpty();
    }
}
