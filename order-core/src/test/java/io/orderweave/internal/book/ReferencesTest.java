package io.orderweave.internal.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferencesTest {

    @Test
    void aNumberIsFoundAsItIsAndByItsDigits() {
        assertThat(References.numberForms("OBJ2026-17")).containsExactly("no:OBJ202617", "no:202617");
    }

    @Test
    void aNumberOfDigitsHasOneForm() {
        assertThat(References.numberForms("2026-0017")).containsExactly("no:20260017");
    }

    @Test
    void fewDigitsAreNoFormOfTheirOwn() {
        assertThat(References.numberForms("A-12")).containsExactly("no:A12");
        assertThat(References.numberForms("A-1234")).containsExactly("no:A1234", "no:1234");
    }

    @Test
    void symbolsLoseTheirLeadingZeros() {
        assertThat(References.symbol("0002026")).isEqualTo("vs:2026");
    }
}
