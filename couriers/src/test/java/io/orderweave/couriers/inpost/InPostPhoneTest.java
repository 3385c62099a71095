package io.orderweave.couriers.inpost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InPostPhoneTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "601234567",
                "601 234 567",
                "601-234-567",
                "+48601234567",
                "+48 601 234 567",
                "0048601234567",
                "48601234567",
                "(601) 234.567",
                "601\u00A0234\u00A0567"
            })
    void readsNineDigitsWithOrWithoutPrefix(String phone) {
        assertThat(InPostPhone.parse(phone)).contains("601234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "60123456", "6012345678", "+420601234567", "601234567 ext 2", "brak", "+4860123456"})
    void doesNotBendOtherNumbers(String phone) {
        assertThat(InPostPhone.parse(phone)).isEmpty();
    }
}
