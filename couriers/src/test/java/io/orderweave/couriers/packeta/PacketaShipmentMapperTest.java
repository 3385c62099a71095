package io.orderweave.couriers.packeta;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.ConnectionId;
import io.orderweave.courier.ShipmentRequest;
import io.orderweave.couriers.Requests;
import io.orderweave.couriers.internal.Checked;
import io.orderweave.money.Money;
import io.orderweave.party.Country;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.shipment.Destination;
import io.orderweave.shipment.Parcel;
import io.orderweave.shipment.Parcel.Dimensions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketaShipmentMapperTest {

    private final PacketaShipmentMapper mapper = new PacketaShipmentMapper(
            "weave-shop", PacketaHomeCarriers.parse(new ConnectionId("packeta-1"), "home.carriers", "CZ=106"));

    @Nested
    class ToAPoint {

        @Test
        void saysWhoWhereAndHowMuch() {
            PacketAttributes packet = ready(Requests.toCzechPoint().collectOnDelivery(Money.of("1290", "CZK")));

            assertThat(packet.texts())
                    .isEqualTo(Map.ofEntries(
                            Map.entry("number", "OW-8401-1"),
                            Map.entry("name", "Ondřej"),
                            Map.entry("surname", "Řehoř"),
                            Map.entry("email", "ondrej.rehor@example.com"),
                            Map.entry("phone", "+420601234567"),
                            Map.entry("addressId", "1817"),
                            Map.entry("currency", "CZK"),
                            Map.entry("cod", "1290"),
                            Map.entry("value", "1290"),
                            Map.entry("weight", "2.5"),
                            Map.entry("eshop", "weave-shop")));
            assertThat(packet.size()).isEmpty();
        }

        @Test
        void namesTheCarrierAndItsPointWhenAServiceIsAskedFor() {
            PacketAttributes packet = ready(Requests.toCzechPoint()
                    .destination(Requests.toPoint("KRA010"))
                    .service("3060"));

            assertThat(packet.texts()).containsEntry("addressId", "3060").containsEntry("carrierPickupPoint", "KRA010");
        }

        @Test
        void refusesAPointThatIsNotPacketas() {
            assertThat(refused(Requests.toCzechPoint().destination(Requests.toPoint("KRA010"))))
                    .singleElement()
                    .asString()
                    .startsWith("addressId: a pickup point of Packeta's has a number");
        }

        @Test
        void refusesAServiceThatIsNoCarrier() {
            assertThat(refused(Requests.toCzechPoint().service("express")))
                    .containsExactly("addressId: the service must be the number of a carrier of Packeta's");
        }
    }

    @Nested
    class ToADoor {

        @Test
        void saysTheCarrierOfTheCountryTheAddressAndTheSize() {
            PacketAttributes packet = ready(Requests.toCzechAddress());

            assertThat(packet.texts())
                    .containsEntry("addressId", "106")
                    .containsEntry("street", "Veveří")
                    .containsEntry("houseNumber", "2581/102")
                    .containsEntry("city", "Brno")
                    .containsEntry("zip", "61600");
            assertThat(packet.size()).contains(new Dimensions(400, 300, 150));
        }

        @Test
        void takesTheServiceBeforeTheSetting() {
            assertThat(ready(Requests.toCzechAddress().service("13")).texts()).containsEntry("addressId", "13");
        }

        @Test
        void leavesAStreetWithoutNumberToPacketa() {
            PacketAttributes packet = ready(Requests.toCzechAddress().destination(address("CZ", "Veveří bez čísla")));

            assertThat(packet.texts())
                    .containsEntry("street", "Veveří bez čísla")
                    .doesNotContainKey("houseNumber");
        }

        @Test
        void saysTheProvinceWhereThereIsOne() {
            Destination destination = new Destination.ToAddress(PostalAddress.builder()
                    .street("Veveří 102")
                    .city("Brno")
                    .postalCode("616 00")
                    .region(" Jihomoravský kraj ")
                    .country(new Country("CZ"))
                    .build());

            assertThat(ready(Requests.toCzechAddress().destination(destination)).texts())
                    .containsEntry("province", "Jihomoravský kraj");
        }

        @Test
        void refusesAServiceThatIsNoCarrier() {
            assertThat(refused(Requests.toCzechAddress().service("express")))
                    .containsExactly("addressId: the carrier must be a number");
        }

        @Test
        void refusesACountryWithoutCarrier() {
            assertThat(refused(Requests.toCzechAddress().destination(address("SK", "Hlavná 1"))))
                    .containsExactly(
                            "addressId: no carrier for delivery to an address in SK; name one as the service or"
                                    + " in the setting home.carriers");
        }

        private Destination address(String country, String street) {
            return new Destination.ToAddress(PostalAddress.builder()
                    .street(street)
                    .city("Brno")
                    .postalCode("616 00")
                    .country(new Country(country))
                    .build());
        }
    }

    @Nested
    class TheCollectedAmount {

        @ParameterizedTest
        @CsvSource({"1290, CZK, 1290", "1290.00, CZK, 1290", "2500, HUF, 2500", "12.50, EUR, 12.50", "99.99, RON, 99.99"
        })
        void isWrittenExactly(String amount, String currency, String written) {
            PacketAttributes packet = ready(Requests.toCzechPoint()
                    .value(Money.of(amount, currency))
                    .collectOnDelivery(Money.of(amount, currency)));

            assertThat(packet.texts()).containsEntry("cod", written).containsEntry("currency", currency);
        }

        @ParameterizedTest
        @CsvSource({
            "1290.50, CZK, cod: in CZK Packeta collects whole crowns only",
            "2501, HUF, cod: in HUF Packeta collects multiples of 5 only",
            "2500.50, HUF, cod: in HUF Packeta collects multiples of 5 only",
            "12.505, EUR, cod: must have at most 2 decimals",
            "0, CZK, cod: must be positive",
        })
        void isNeverRounded(String amount, String currency, String reason) {
            assertThat(refused(Requests.toCzechPoint()
                            .value(Money.of("100", currency))
                            .collectOnDelivery(Money.of(amount, currency))))
                    .containsExactly(reason);
        }

        @Test
        void mustBeInTheCurrencyOfTheValue() {
            assertThat(refused(Requests.toCzechPoint()
                            .value(Money.of("50", "EUR"))
                            .collectOnDelivery(Money.of("1290", "CZK"))))
                    .containsExactly("cod: must be in the currency of the value, EUR, not in CZK");
        }

        @ParameterizedTest
        @ValueSource(strings = {"-1", "10.005"})
        void needsAValueThatPacketaTakes(String value) {
            assertThat(refused(Requests.toCzechPoint().value(Money.of(value, "EUR"))))
                    .containsExactly("value: must not be negative and have at most 2 decimals");
        }

        @Test
        void mayComeWithoutAnyValue() {
            assertThat(ready(Requests.toCzechPoint().value(Money.of("0", "EUR")))
                            .texts())
                    .containsEntry("value", "0");
        }

        @Test
        void mustBeInACurrencyOfPacketas() {
            assertThat(refused(Requests.toCzechPoint().value(Money.of("50", "USD"))))
                    .containsExactly("currency: Packeta takes CZK, EUR, HUF, PLN and RON, not USD");
        }
    }

    @Nested
    class TheRecipient {

        @Test
        void keepsASingleWordAsNameForPacketaToSplit() {
            assertThat(texts(Requests.czech().personName("Cher")))
                    .containsEntry("name", "Cher")
                    .doesNotContainKey("surname");
        }

        @Test
        void isTheCompanyWhenNobodyIsNamed() {
            assertThat(texts(Requests.czech().personName(Optional.empty()).company("Tkalcovna s.r.o.")))
                    .containsEntry("name", "Tkalcovna")
                    .containsEntry("surname", "s.r.o.")
                    .containsEntry("company", "Tkalcovna s.r.o.");
        }

        @Test
        void needsAMailOrAPhone() {
            Party.Builder unreachable = Requests.czech().email(Optional.empty()).phone(Optional.empty());

            assertThat(refused(Requests.toCzechPoint().recipient(unreachable.build())))
                    .containsExactly("email, phone: both missing; Packeta tells the recipient by one of them");
            assertThat(texts(Requests.czech().phone(Optional.empty()))).containsKey("email");
            assertThat(texts(Requests.czech().email(Optional.empty()))).containsKey("phone");
        }

        @Test
        void hasNothingWhereTheChannelLeftBlanks() {
            assertThat(texts(Requests.czech().company(" ").email("")))
                    .doesNotContainKeys("company", "email")
                    .containsKey("phone");
        }

        @Test
        void mayHaveTheLongestNames() {
            String longest = "Ř".repeat(32);

            assertThat(texts(Requests.czech().personName(longest + " " + longest)))
                    .containsEntry("name", longest)
                    .containsEntry("surname", longest);
        }

        @Test
        void isRefusedWithWhatPacketaCannotTakeAndNotQuoted() {
            Party.Builder strange = Requests.czech()
                    .personName("Ond\u0007řej " + "Ř".repeat(33))
                    .phone("call me");

            assertThat(refused(Requests.toCzechPoint().recipient(strange.build())))
                    .containsExactly(
                            "name: has a control character",
                            "surname: longer than 32 characters",
                            "phone: not a phone number");
        }

        private Map<String, String> texts(Party.Builder recipient) {
            return ready(Requests.toCzechPoint().recipient(recipient.build())).texts();
        }
    }

    @Test
    void refusesSeveralParcelsInOnePacket() {
        assertThat(refused(Requests.toCzechPoint().addParcel(Parcel.ofGrams(1))))
                .containsExactly("weight: Packeta takes one parcel per packet, not 2; announce each on its own");
        assertThat(refused(Requests.toCzechPoint().parcels(List.of())))
                .containsExactly("weight: Packeta takes one parcel per packet, not 0; announce each on its own");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A123456789012345678901234567890123456"})
    void refusesAReferenceThatDoesNotFit(String reference) {
        assertThat(refused(Requests.toCzechPoint().reference(reference)))
                .singleElement()
                .asString()
                .startsWith("number: ");
    }

    @Test
    void printsNothingPersonal() {
        assertThat(mapper.map(Requests.toCzechAddress().build()).toString())
                .contains("surname")
                .doesNotContain("Řehoř")
                .doesNotContain("601234567")
                .doesNotContain("example.com")
                .doesNotContain("Veveří");
    }

    private PacketAttributes ready(ShipmentRequest.Builder request) {
        Checked<PacketAttributes> checked = mapper.map(request.build());
        assertThat(checked).isInstanceOf(Checked.Ready.class);
        return ((Checked.Ready<PacketAttributes>) checked).body();
    }

    private List<String> refused(ShipmentRequest.Builder request) {
        Checked<PacketAttributes> checked = mapper.map(request.build());
        assertThat(checked).isInstanceOf(Checked.Refused.class);
        return ((Checked.Refused<PacketAttributes>) checked).reasons();
    }
}
