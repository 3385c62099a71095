package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.ChannelPayment;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.http.RawJson;
import io.orderweave.money.Money;
import io.orderweave.money.VatRate;
import io.orderweave.order.Charge;
import io.orderweave.order.OrderLine;
import io.orderweave.party.Party;
import io.orderweave.party.TaxId;
import io.orderweave.referee.ReferenceData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against examples of the published specification, where they are known. */
class AllegroReferenceTest {

    private static @Nullable Path samples;

    @BeforeAll
    static void findSamples() {
        samples = ReferenceData.required("samples/allegro", "Allegro's published examples");
    }

    @Test
    void mapsThePublishedOrderWithoutLoss() throws IOException {
        Item item = new AllegroOrderMapper()
                .item("29738e61-7f6a-11e8-ac45-09db60ede9d6", sample("spec-checkout-form.json"));

        assertThat(item).isInstanceOf(Item.Changed.class);
        ChannelOrder order = ((Item.Changed) item).order();
        assertThat(order.term()).isEqualTo("SENT");
        assertThat(order.total()).isEqualTo(Money.of("123.45", "PLN"));
        assertThat(order.revision()).contains("819b5836");
        assertThat(order.storefront()).map(Object::toString).contains("allegro-pl");
        assertThat(order.buyer().personName()).contains("Jan Kowalski");
        assertThat(order.buyer().company()).contains("Kowalex");
        assertThat(order.buyer().address().orElseThrow().postalCode()).isEqualTo("60-166");
        assertThat(order.invoiceParty().map(Party::taxIds)).contains(List.of(new TaxId("PL_NIP", "111-11-11-111")));
        assertThat(order.delivery().pickupPoint().orElseThrow().id()).isEqualTo("POZ08A");
        assertThat(order.delivery().recipient().orElseThrow().phone()).contains("123123123");
        assertThat(order.delivery().termName()).contains("Allegro Paczkomaty InPost");
        assertThat(order.delivery().dispatchBy()).isPresent();
        assertThat(order.payment().term()).contains("ONLINE");
        assertThat(order.payments())
                .extracting(ChannelPayment::amount)
                .containsOnly(order.total())
                .hasSize(2);
        assertThat(order.charges())
                .extracting(Charge::kind)
                .containsExactly(Charge.Kind.DELIVERY, Charge.Kind.SERVICE, Charge.Kind.DEPOSIT);
        OrderLine line = order.lines().get(0);
        assertThat(line.id()).hasToString("62ae358b-8f65-4fc4-9c77-bedf604a2e2b");
        assertThat(line.sku()).contains("AH-129834");
        assertThat(line.vatRate()).contains(VatRate.of("23"));
        assertThat(line.originalUnitPrice()).contains(line.unitPrice());
        assertThat(order.buyerNote()).contains("Please send me an item in red color");
    }

    @Test
    void readsEveryPublishedAnswer() throws IOException {
        assertThat(sample("spec-checkout-forms-list.json").elements("checkoutForms"))
                .isNotEmpty();
        AllegroEventsDto events = sample("spec-order-events.json").as(AllegroEventsDto.class);
        assertThat(String.valueOf(events)).contains("1532603898317497", "88ae369b-8f65-4fc4-9c77-bedf604a2e2b");
        assertThat(sample("spec-event-stats.json")
                        .as(AllegroEventStatsDto.class)
                        .toString())
                .contains("1532603898317497");
        assertThat(sample("spec-shipments-list.json")
                        .as(AllegroShipmentsDto.class)
                        .toString())
                .contains("AD-1239134");
        assertThat(sample("spec-carriers.json").as(AllegroCarriersDto.class).toString())
                .contains("POCZTA_POLSKA");
        assertThat(sample("spec-invoices-list.json")
                        .as(AllegroInvoicesDto.class)
                        .toString())
                .contains("56ae349d-8045-4bb3-adcc-7cf6fb420f61", "FV 01/2020", "ACCEPTED");
    }

    private static RawJson sample(String name) throws IOException {
        return RawJson.parse(Files.readAllBytes(Objects.requireNonNull(samples).resolve(name)));
    }
}
