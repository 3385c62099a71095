package io.orderweave.couriers.inpost;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is posted to ShipX to announce a shipment. Prints nothing personal. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(SnakeCaseStrategy.class)
record InPostShipmentForm(
        String service,
        String reference,
        Receiver receiver,
        Parcels parcels,
        @Nullable CustomAttributes customAttributes,
        @Nullable Amount cod,
        @Nullable Amount insurance) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonNaming(SnakeCaseStrategy.class)
    record Receiver(
            @Nullable String companyName,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable String phone,
            @Nullable Address address) {

        @Override
        public String toString() {
            return "Receiver";
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Address(String street, String buildingNumber, String city, String postCode, String countryCode) {

        @Override
        public String toString() {
            return "Address";
        }
    }

    /** ShipX takes one object with a template for a locker, and a list of measured parcels for a courier. */
    sealed interface Parcels {}

    record Template(String template) implements Parcels {}

    record MeasuredList(@JsonValue List<Measured> parcels) implements Parcels {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Measured(String id, Dimensions dimensions, Weight weight, boolean isNonStandard) {}

    record Dimensions(String length, String width, String height, String unit) {}

    record Weight(String amount, String unit) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record CustomAttributes(String sendingMethod, String targetPoint) {}

    record Amount(BigDecimal amount, String currency) {}
}
