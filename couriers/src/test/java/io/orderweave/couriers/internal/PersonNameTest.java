package io.orderweave.couriers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    @ParameterizedTest
    @CsvSource({"Jan Nowak, Jan, Nowak", "Anna Maria Jopek-Kot, Anna Maria, Jopek-Kot", "' Jan \t Nowak ', Jan, Nowak"})
    void hasTheLastWordForLastName(String name, String first, String last) {
        assertThat(PersonName.parse(name)).contains(new PersonName(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Nowak", " Nowak "})
    void isNoneWithoutTwoWords(String name) {
        assertThat(PersonName.parse(name)).isEmpty();
    }

    @Test
    void printsNeither() {
        assertThat(PersonName.parse("Jan Nowak").toString())
                .doesNotContain("Jan")
                .doesNotContain("Nowak");
    }
}
