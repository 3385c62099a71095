package io.orderweave.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.error.FaultCategory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {

    @Test
    void whatIsThereIsTheBody() {
        assertThat(new Reply.Done<>(200, "a parcel", Optional.empty()).ifThere("sample parcels"))
                .contains("a parcel");
    }

    @Test
    void onlyNotFoundSaysThatThereIsNone() {
        assertThat(refused(404).ifThere("sample parcels")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 405, 409, 410, 422})
    void anyOtherRefusalSaysNothingAndIsAFault(int status) {
        OutsideFault fault =
                catchThrowableOfType(OutsideFault.class, () -> refused(status).ifThere("sample parcels"));

        assertThat(fault.category()).isEqualTo(FaultCategory.REJECTED);
        assertThat(fault.reached()).isEqualTo(Reached.NO);
        assertThat(fault.remoteRequestId()).contains("r-1");
        assertThat(fault).hasMessageContaining("sample parcels: status " + status + ": NOT_SHOWN");
    }

    @Test
    void anAnswerWithoutThePartThatMattersSaysNothing() {
        assertThat(JsonParts.told("number", "sample parcels", "$.parcels")).isEqualTo("number");
        assertThatThrownBy(() -> JsonParts.told(null, "sample parcels", "$.parcels"))
                .isInstanceOfSatisfying(OutsideFault.class, fault -> {
                    assertThat(fault.category()).isEqualTo(FaultCategory.CONTRACT);
                    assertThat(fault.reached()).isEqualTo(Reached.NO);
                })
                .hasMessageContaining("sample parcels: no $.parcels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "{\"parcels\": null}", "{\"parcels\": {}}"})
    void anAnswerWithoutTheListDoesNotSayThatItIsEmpty(String json) throws JsonProcessingException {
        RawJson answer = RawJson.parse(json.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> answer.requiredElements("parcels"))
                .isInstanceOfSatisfying(OutsideFault.class, fault -> {
                    assertThat(fault.category()).isEqualTo(FaultCategory.CONTRACT);
                    assertThat(fault.reached()).isEqualTo(Reached.NO);
                })
                .hasMessageContaining("no list parcels");
    }

    @Test
    void aListThatIsThereMayBeEmpty() throws JsonProcessingException {
        assertThat(RawJson.parse("{\"parcels\": []}".getBytes(StandardCharsets.UTF_8))
                        .requiredElements("parcels"))
                .isEmpty();
    }

    private static Reply<String> refused(int status) {
        return new Reply.Refused<>(status, List.of("NOT_SHOWN"), Optional.empty(), Optional.of("r-1"));
    }
}
