package io.orderweave.examples.marketplace;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.error.FaultCategory;
import java.util.Optional;

/** Reads parts of Stall's answers, which are texts but for quantities and lifetimes. */
final class StallJson {

    private StallJson() {}

    /** The text at the JSON pointer, unless absent or blank. */
    static Optional<String> text(JsonNode json, String pointer) {
        return Optional.ofNullable(json.at(pointer).textValue()).filter(text -> !text.isBlank());
    }

    /** A text without which the answer says nothing. */
    static String required(JsonNode json, String pointer) {
        return text(json, pointer).orElseThrow(() -> broken("no " + pointer));
    }

    /** Stall did not keep to its documentation. */
    static OutsideFault broken(String what) {
        return OutsideFault.of(FaultCategory.CONTRACT, Reached.NO, "stall: " + what)
                .build();
    }
}
