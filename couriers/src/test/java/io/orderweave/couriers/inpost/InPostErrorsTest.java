package io.orderweave.couriers.inpost;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.couriers.Fixtures;
import io.orderweave.http.LenientJson;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class InPostErrorsTest {

    @Test
    void namesEachFieldAndCodeAndNothingPersonal() throws IOException {
        List<String> codes = InPostErrors.codes(LenientJson.mapper().readTree(Fixtures.bytes("inpost/refusal.json")));

        assertThat(codes)
                .containsExactly(
                        "custom_attributes.target_point:does_not_exist",
                        "receiver.phone:invalid",
                        "receiver.email:(unreadable)",
                        "cod:must_be_less_than_or_equal_to_insurance");
    }

    @Test
    void keepsTheErrorsNameWhereThereAreNoDetails() throws IOException {
        assertThat(InPostErrors.codes(LenientJson.mapper()
                        .readTree("{\"status\":400,\"error\":\"debt_collection\",\"message\":\"m\",\"details\":{}}")))
                .containsExactly("debt_collection");
    }

    @Test
    void takesNoNameForACode() throws IOException {
        assertThat(InPostErrors.codes(LenientJson.mapper()
                        .readTree(
                                "{\"error\":\"validation_failed\",\"details\":{\"receiver\":[\"Nowak\",\"02972\"]}}")))
                .containsExactly("receiver:(unreadable)");
    }

    @Test
    void staysBoundedOnHostileDetails() throws IOException {
        String deep = "{\"a\":".repeat(50) + "\"x\"" + "}".repeat(50);
        String wide = "[" + "\"a\",".repeat(10_000).replaceAll(",$", "") + ",\"b\",\"c\"]";

        assertThat(InPostErrors.codes(
                        LenientJson.mapper().readTree("{\"error\":\"validation_failed\",\"details\":" + deep + "}")))
                .containsExactly("validation_failed");
        assertThat(InPostErrors.codes(
                        LenientJson.mapper().readTree("{\"error\":\"validation_failed\",\"details\":" + wide + "}")))
                .containsExactly("a", "b", "c");
    }
}
