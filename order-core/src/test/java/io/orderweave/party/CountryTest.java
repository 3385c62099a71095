package io.orderweave.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountryTest {

    @Test
    void isWrittenInUpperCase() {
        assertThat(new Country("pl")).isEqualTo(new Country("PL")).hasToString("PL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "POL", "XX", "ß", "fı", "P L"})
    void refusesWhatIsNoCountry(String code) {
        assertThatThrownBy(() -> new Country(code))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ISO 3166-1");
    }
}
