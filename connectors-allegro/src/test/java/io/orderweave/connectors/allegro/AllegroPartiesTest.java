package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connector.ChannelOrder;
import io.orderweave.order.Delivery;
import io.orderweave.party.Country;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.party.TaxId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllegroPartiesTest {

    @Test
    void keepsBuyerRecipientAndInvoicePartyApart() {
        ChannelOrder order = Fixture.order(Fixture.prepaidLocker()
                .with("/buyer/address/postCode", "'11-111'")
                .with("/delivery/address/zipCode", "'22-222'")
                .with("/invoice/address/zipCode", "'33-333'"));

        assertThat(postalCode(Optional.of(order.buyer()))).contains("11-111");
        assertThat(postalCode(order.delivery().recipient())).contains("22-222");
        assertThat(postalCode(order.invoiceParty())).contains("33-333");
    }

    @Test
    void invoicesANaturalPerson() {
        assertThat(Fixture.order(Fixture.cashOnDelivery()).invoiceParty())
                .contains(Party.builder()
                        .personName("Božena Říhová")
                        .address(PostalAddress.builder()
                                .street("Lesní 5")
                                .postalCode("674 01")
                                .city("Třebíč")
                                .country(new Country("CZ"))
                                .build())
                        .build());
    }

    @Test
    void invoicesNobodyWhoDidNotAskForIt() {
        assertThat(Fixture.order(Fixture.prepaidLocker().with("/invoice/required", "false"))
                        .invoiceParty())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PL, PL_NIP", "CZ, OTHER"})
    void fallsBackToTheDeprecatedTaxId(String country, String type) {
        Fixture old = Fixture.prepaidLocker()
                .with("/invoice/address/company/ids", "[]")
                .with("/invoice/address/countryCode", "'" + country + "'");

        assertThat(Fixture.order(old).invoiceParty().orElseThrow().taxIds())
                .containsExactly(new TaxId(type, "000-000-01-02"));
    }

    @Test
    void keepsATaxIdOfAnUnknownType() {
        Fixture odd = Fixture.prepaidLocker().with("/invoice/address/company/ids/0/type", "'XX_NEW'");

        assertThat(Fixture.order(odd).invoiceParty().orElseThrow().taxId("XX_NEW"))
                .isPresent();
    }

    @Test
    void shipsToACompany() {
        Fixture company = Fixture.prepaidLocker().with("/delivery/address/companyName", "'Bar Mleczny'");

        Party recipient = Fixture.order(company).delivery().recipient().orElseThrow();
        assertThat(recipient.company()).contains("Bar Mleczny");
        assertThat(recipient.personName()).contains("Marek Źdźbło");
    }

    @Test
    void keepsThePickupPointBesideTheAddressOfTheRecipient() {
        Delivery delivery = Fixture.order(Fixture.prepaidLocker()).delivery();

        assertThat(delivery.pickupPoint().orElseThrow().id()).isEqualTo("SUW03M");
        assertThat(delivery.recipient().orElseThrow().address().orElseThrow().street())
                .isEqualTo("Lipowa 19");
    }

    private static Optional<String> postalCode(Optional<Party> party) {
        return party.flatMap(Party::address).map(PostalAddress::postalCode);
    }
}
