package io.orderweave.couriers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PersonalTextTest {

    private static final List<String> VALUES =
            List.of("Ondřej Řehoř", "ondrej.rehor@example.com", "+420601234567", "Brno");

    @Test
    void takesOutTheValuesAndTheirWordsInAnyCase() {
        assertThat(PersonalText.scrub("Name ONDŘEJ ŘEHOŘ (Řehoř) of Brno has invalid characters", VALUES))
                .isEqualTo("Name \u2026 (\u2026) of \u2026 has invalid characters");
    }

    @Test
    void takesOutNumbersAndMailAddressesWhosever() {
        assertThat(PersonalText.scrub("Call 601 234 567 or +420777888999, mail x@example.org", List.of()))
                .doesNotContain("601")
                .doesNotContain("777")
                .doesNotContain("example");
    }

    @Test
    void keepsTheRuleItself() {
        assertThat(PersonalText.scrub("Pickup point is not available, at most 32 characters.", VALUES))
                .isEqualTo("Pickup point is not available, at most 32 characters.");
    }

    @Test
    void doesNotTouchWordsThatOnlyContainAValue() {
        assertThat(PersonalText.scrub("Unavailable", List.of("Una"))).isEqualTo("Unavailable");
    }

    @Test
    void cutsLongTextsAndControlCharacters() {
        assertThat(PersonalText.scrub("a\r\nb" + "x".repeat(10_000), List.of()))
                .startsWith("a  b")
                .hasSize(200);
    }

    @Test
    void cutsNoValueInTwo() {
        String atTheCut = "x".repeat(197) + " Řehoř";

        assertThat(PersonalText.scrub(atTheCut, VALUES)).isEqualTo("x".repeat(197) + " \u2026");
    }
}
