package io.orderweave.couriers.inpost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.courier.ShipmentRequest;
import io.orderweave.couriers.Fixtures;
import io.orderweave.couriers.Requests;
import io.orderweave.couriers.internal.Checked;
import io.orderweave.http.LenientJson;
import io.orderweave.money.Money;
import io.orderweave.party.Country;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.shipment.Destination;
import io.orderweave.shipment.Parcel;
import io.orderweave.shipment.Parcel.Dimensions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InPostShipmentMapperTest {

    private final InPostShipmentMapper mapper = new InPostShipmentMapper("dispatch_order", false, InPostTemplate.SMALL);

    @Nested
    class ToALocker {

        @Test
        void saysWhoWhereHowBigAndHowMuchToCollect() throws IOException {
            JsonNode form = ready(Requests.toPolishPoint().collectOnDelivery(Money.of("149.90", "PLN")));

            assertThat(form).isEqualTo(fixture("inpost/locker-cod.request.json"));
        }

        @Test
        void insuresACollectedShipmentForWhatItCollects() {
            JsonNode form = ready(
                    Requests.toPolishPoint().value(Money.of("90", "PLN")).collectOnDelivery(Money.of("104.99", "PLN")));

            assertThat(form.at("/insurance/amount").decimalValue()).isEqualByComparingTo("104.99");
        }

        @Test
        void insuresNothingUnasked() {
            JsonNode form = ready(Requests.toPolishPoint());

            assertThat(form.has("insurance")).isFalse();
            assertThat(form.has("cod")).isFalse();
        }

        @ParameterizedTest
        @CsvSource({"149.90, 160, 160", "149.90, 100, 149.90"})
        void insuresEverythingWhenAskedAndNeverLessThanItCollects(String value, String collected, String insured) {
            InPostShipmentMapper insuring = new InPostShipmentMapper("dispatch_order", true, InPostTemplate.SMALL);

            JsonNode form = ready(
                    insuring,
                    Requests.toPolishPoint()
                            .value(Money.of(value, "PLN"))
                            .collectOnDelivery(Money.of(collected, "PLN")));

            assertThat(form.at("/insurance/amount").decimalValue()).isEqualByComparingTo(insured);
        }

        @Test
        void takesTheServiceAskedFor() {
            assertThat(ready(Requests.toPolishPoint().service("inpost_locker_economy"))
                            .path("service")
                            .asText())
                    .isEqualTo("inpost_locker_economy");
        }

        @Test
        void takesTheSizeClassBeforeTheDimensions() {
            Parcel parcel = Parcel.builder()
                    .weightGrams(900)
                    .sizeClass("large")
                    .dimensions(new Dimensions(100, 100, 50))
                    .build();

            assertThat(template(parcel)).isEqualTo("large");
        }

        @Test
        void derivesTheSizeFromTheDimensions() {
            Parcel parcel = Parcel.builder()
                    .weightGrams(900)
                    .dimensions(new Dimensions(150, 300, 600))
                    .build();

            assertThat(template(parcel)).isEqualTo("medium");
        }

        @Test
        void takesTheConfiguredSizeWhenNothingIsKnown() {
            InPostShipmentMapper cautious = new InPostShipmentMapper("any_point", false, InPostTemplate.LARGE);

            JsonNode form = ready(cautious, Requests.toPolishPoint());

            assertThat(form.at("/parcels/template").asText()).isEqualTo("large");
            assertThat(form.at("/custom_attributes/sending_method").asText()).isEqualTo("any_point");
        }

        @ParameterizedTest
        @ValueSource(strings = {"huge", "xlarge", ""})
        void refusesASizeClassThatLockersDoNotHave(String sizeClass) {
            Parcel parcel =
                    Parcel.builder().weightGrams(900).sizeClass(sizeClass).build();

            assertThat(refused(Requests.toPolishPoint().parcels(List.of(parcel))))
                    .singleElement()
                    .asString()
                    .startsWith("parcels[0].template");
        }

        @Test
        void refusesAParcelTooLargeOrTooHeavyForAnyLocker() {
            Parcel parcel = Parcel.builder()
                    .weightGrams(25_001)
                    .dimensions(new Dimensions(700, 380, 80))
                    .build();

            assertThat(refused(Requests.toPolishPoint().parcels(List.of(parcel))))
                    .containsExactly(
                            "parcels[0].weight: a locker takes at most 25 kg, not 25.001",
                            "parcels[0].dimensions: too large for any locker (410 x 380 x 640 mm)");
        }

        @Test
        void refusesSeveralParcels() {
            assertThat(refused(Requests.toPolishPoint().addParcel(Parcel.ofGrams(100))))
                    .containsExactly("parcels: a locker takes exactly one, not 2");
        }

        @Test
        void takesTheHeaviestParcelAllowed() {
            assertThat(template(Parcel.ofGrams(25_000))).isEqualTo("small");
        }

        @Test
        void refusesARecipientWithBlankMail() {
            assertThat(refused(Requests.toPolishPoint()
                            .recipient(Requests.polish().email(" ").build())))
                    .singleElement()
                    .asString()
                    .startsWith("receiver.email: missing");
        }

        @Test
        void refusesARecipientWithoutMail() {
            assertThat(refused(Requests.toPolishPoint()
                            .recipient(Requests.polish().email(Optional.empty()).build())))
                    .singleElement()
                    .asString()
                    .startsWith("receiver.email: missing");
        }
    }

    @Nested
    class ToADoor {

        @Test
        void saysTheAddressAndTheExactMeasures() throws IOException {
            assertThat(ready(Requests.toPolishAddress())).isEqualTo(fixture("inpost/courier.request.json"));
        }

        @Test
        void numbersSeveralParcels() {
            JsonNode form = ready(Requests.toPolishAddress()
                    .addParcel(Parcel.builder()
                            .weightGrams(31_000)
                            .dimensions(new Dimensions(10, 20, 30))
                            .build()));

            assertThat(form.at("/parcels/1/id").asText()).isEqualTo("p2");
            assertThat(form.at("/parcels/1/weight/amount").asText()).isEqualTo("31");
        }

        @Test
        void needsNoMail() {
            JsonNode form = ready(Requests.toPolishAddress()
                    .recipient(Requests.polish().email(Optional.empty()).build()));

            assertThat(form.path("receiver").has("email")).isFalse();
        }

        @Test
        void refusesAParcelWithoutDimensions() {
            assertThat(refused(Requests.toPolishAddress().parcels(List.of(Parcel.ofGrams(500)))))
                    .containsExactly("parcels[0].dimensions: missing; InPost's courier wants length, width and height");
        }

        @Test
        void refusesAShipmentWithoutParcels() {
            assertThat(refused(Requests.toPolishAddress().parcels(List.of()))).containsExactly("parcels: none");
        }

        @Test
        void refusesAnAddressThatItCannotServeOrRead() {
            Destination destination = new Destination.ToAddress(PostalAddress.builder()
                    .street("Veveří")
                    .city("Brno")
                    .postalCode("616 000")
                    .country(new Country("CZ"))
                    .build());

            assertThat(refused(Requests.toPolishAddress().destination(destination)))
                    .hasSize(3)
                    .anySatisfy(reason -> assertThat(reason).startsWith("receiver.address.country_code"))
                    .anySatisfy(reason -> assertThat(reason).startsWith("receiver.address.building_number"))
                    .anySatisfy(reason -> assertThat(reason).startsWith("receiver.address.post_code"))
                    .noneSatisfy(reason -> assertThat(reason).containsAnyOf("Veveří", "Brno", "616"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"02972", "02-972", "02 972", " 02-972 "})
        void writesThePostCodeAsPolandDoes(String postCode) {
            Destination destination = new Destination.ToAddress(PostalAddress.builder()
                    .street("Sarmacka 12")
                    .city("Warszawa")
                    .postalCode(postCode)
                    .country(new Country("PL"))
                    .build());

            assertThat(ready(Requests.toPolishAddress().destination(destination))
                            .at("/receiver/address/post_code")
                            .asText())
                    .isEqualTo("02-972");
        }
    }

    @Nested
    class TheRecipient {

        @ParameterizedTest
        @CsvSource({
            "Jan Nowak, Jan, Nowak",
            "Anna Maria Jopek-Kot, Anna Maria, Jopek-Kot",
            "' Jan   Nowak ', Jan, Nowak"
        })
        void hasTheLastWordForLastName(String name, String first, String last) {
            JsonNode receiver = receiver(Requests.polish().personName(name));

            assertThat(receiver.path("first_name").asText()).isEqualTo(first);
            assertThat(receiver.path("last_name").asText()).isEqualTo(last);
            assertThat(receiver.has("company_name")).isFalse();
        }

        @Test
        void isACompanyWhenItHasASingleName() {
            JsonNode receiver = receiver(Requests.polish().personName("Nowak"));

            assertThat(receiver.path("company_name").asText()).isEqualTo("Nowak");
            assertThat(receiver.has("first_name")).isFalse();
        }

        @Test
        void mayBeACompanyAndAPerson() {
            JsonNode receiver = receiver(Requests.polish().company("Tkalnia sp. z o.o."));

            assertThat(receiver.path("company_name").asText()).isEqualTo("Tkalnia sp. z o.o.");
            assertThat(receiver.path("last_name").asText()).isEqualTo("Świątek");
        }

        @Test
        void isRefusedWithoutAnyNameOrPhone() {
            Party nobody = Party.builder().email("x@example.com").build();

            assertThat(refused(Requests.toPolishPoint().recipient(nobody)))
                    .containsExactly(
                            "receiver: has neither a name nor a company",
                            "receiver.phone: InPost wants a Polish number of 9 digits, with or without +48");
        }

        private JsonNode receiver(Party.Builder party) {
            return ready(Requests.toPolishPoint().recipient(party.build())).path("receiver");
        }
    }

    @Nested
    class TheCollectedAmount {

        @Test
        void isRefusedInOtherCurrencies() {
            assertThat(refused(Requests.toPolishPoint().collectOnDelivery(Money.of("100", "CZK"))))
                    .contains("cod: InPost takes PLN only, not CZK");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "-1", "10.005"})
        void isRefusedUnlessPositiveAndInWholeGrosze(String amount) {
            assertThat(refused(Requests.toPolishPoint().collectOnDelivery(Money.of(amount, "PLN"))))
                    .contains("cod: must be positive and have whole grosze");
        }
    }

    @Test
    void takesTheShortestReferenceThatInPostTakes() {
        assertThat(ready(Requests.toPolishPoint().reference("A12"))
                        .path("reference")
                        .asText())
                .isEqualTo("A12");
    }

    @Test
    void refusesAReferenceShorterThanInPostTakes() {
        assertThat(refused(Requests.toPolishPoint().reference("A1")))
                .containsExactly("reference: InPost wants at least 3 characters");
    }

    @Test
    void printsNothingPersonal() {
        Checked<InPostShipmentForm> checked =
                mapper.map(Requests.toPolishAddress().build());

        assertThat(checked.toString())
                .contains("OW-7302-1")
                .doesNotContain("Świątek")
                .doesNotContain("601234567")
                .doesNotContain("example.com")
                .doesNotContain("Sarmacka");
    }

    private String template(Parcel parcel) {
        return ready(Requests.toPolishPoint().parcels(List.of(parcel)))
                .at("/parcels/template")
                .asText();
    }

    private JsonNode ready(ShipmentRequest.Builder request) {
        return ready(mapper, request);
    }

    private static JsonNode ready(InPostShipmentMapper mapper, ShipmentRequest.Builder request) {
        Checked<InPostShipmentForm> checked = mapper.map(request.build());
        assertThat(checked).isInstanceOf(Checked.Ready.class);
        InPostShipmentForm form = ((Checked.Ready<InPostShipmentForm>) checked).body();
        try {
            return LenientJson.mapper().readTree(LenientJson.mapper().writeValueAsBytes(form));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> refused(ShipmentRequest.Builder request) {
        Checked<InPostShipmentForm> checked = mapper.map(request.build());
        assertThat(checked).isInstanceOf(Checked.Refused.class);
        return ((Checked.Refused<InPostShipmentForm>) checked).reasons();
    }

    private static JsonNode fixture(String name) throws IOException {
        return LenientJson.mapper().readTree(Fixtures.bytes(name));
    }
}
