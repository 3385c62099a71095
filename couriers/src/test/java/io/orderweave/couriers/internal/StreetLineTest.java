package io.orderweave.couriers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreetLineTest {

    @ParameterizedTest
    @CsvSource({
        "Długa 8, Długa, 8",
        "Długa 8A, Długa, 8A",
        "ul. Długa 8 m. 3, ul. Długa, 8 m. 3",
        "Długa 8 lok. 12, Długa, 8 lok. 12",
        "Českomoravská 2408/1a, Českomoravská, 2408/1a",
        "3 Maja 5/7, 3 Maja, 5/7",
        "Aleja 29 Listopada 130, Aleja 29 Listopada, 130",
        "Kossuth Lajos utca 14-16, Kossuth Lajos utca, 14-16",
        "'  Rynek 1  ', Rynek, 1",
    })
    void takesTheHouseNumberFromTheEnd(String line, String street, String number) {
        StreetLine parsed = StreetLine.parse(line);

        assertThat(parsed.street()).isEqualTo(street);
        assertThat(parsed.houseNumber()).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Długa", "12 Main Street", "Plac 3 Maja", "42", ""})
    void leavesALineThatDoesNotEndWithANumber(String line) {
        StreetLine parsed = StreetLine.parse(line);

        assertThat(parsed.street()).isEqualTo(line);
        assertThat(parsed.houseNumber()).isEmpty();
    }

    @Test
    void doesNotDwellOnAHostileLine() {
        StreetLine parsed = StreetLine.parse("1 ".repeat(100_000));

        assertThat(parsed.houseNumber()).isEmpty();
    }

    @Test
    void printsNothingOfTheStreet() {
        assertThat(StreetLine.parse("Długa 8").toString())
                .doesNotContain("Długa")
                .doesNotContain("8");
    }
}
