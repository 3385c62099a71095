package io.orderweave.couriers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KilogramsTest {

    @ParameterizedTest
    @CsvSource({"1, 0.001", "1250, 1.25", "2000, 2", "20000, 20", "2147483647, 2147483.647"})
    void areExactAndPlain(int grams, String kilograms) {
        assertThat(Kilograms.ofGrams(grams)).isEqualTo(kilograms);
    }
}
