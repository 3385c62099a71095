package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.party.Party;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AllegroPartiesTest {

    @Test
    void keepsBuyerRecipientAndInvoicePartyApart() {
        Fixture fixture = Fixture.prepaidLocker()
                .with("/buyer/address/postCode", "'11-111'")
                .with("/delivery/address/zipCode", "'22-222'")
                .with("/invoice/address/zipCode", "'33-333'");

        Item item = new AllegroOrderMapper().item(fixture.id(), fixture.raw());
        ChannelOrder order = ((Item.Changed) item).order();

        assertThat(postalCode(Optional.of(order.buyer()))).contains("11-111");
        assertThat(postalCode(order.delivery().recipient())).contains("22-222");
        assertThat(postalCode(order.invoiceParty())).contains("33-333");
    }

    private static Optional<String> postalCode(Optional<Party> party) {
        return party.flatMap(Party::address).map(address -> address.postalCode());
    }
}
