package io.orderweave.connectors.merchantpro;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.channel.Storefront;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.ChannelPayment;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.id.ChargeId;
import io.orderweave.id.LineId;
import io.orderweave.money.Money;
import io.orderweave.money.VatRate;
import io.orderweave.order.Charge;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.OrderLine;
import io.orderweave.order.PaymentTerms;
import io.orderweave.party.Party;
import io.orderweave.party.TaxId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MerchantProOrderMapperTest {

    private final MerchantProOrderMapper mapper = new MerchantProOrderMapper(Set.of("cash_delivery"));

    @Test
    void keepsTheThreePersonsApart() {
        ChannelOrder order = order(Fixture.cashOnDelivery());

        assertThat(order.buyer().personName()).contains("Zamfira Pârvulescu");
        assertThat(order.buyer().email()).contains("zamfira.p@posta.example");
        assertThat(order.buyer().phone()).contains("0744 555 218");
        assertThat(order.buyer().address().orElseThrow().city()).isEqualTo("Mediaș");
        assertThat(order.buyer().address().orElseThrow().region()).contains("Sibiu");
        Party recipient = order.delivery().recipient().orElseThrow();
        assertThat(recipient.personName()).contains("Otilia Drăghici");
        assertThat(recipient.phone()).contains("0744 555 219");
        assertThat(recipient.address().orElseThrow().street()).isEqualTo("Piața Morii 2");
        assertThat(recipient.address().orElseThrow().postalCode()).isEqualTo("515800");
        assertThat(order.invoiceParty()).as("a person is invoiced as the buyer").isEmpty();
    }

    @Test
    void invoicesACompanyByItsNameAndTaxNumber() {
        ChannelOrder order = order(Fixture.companyPaid());

        Party invoiced = order.invoiceParty().orElseThrow();
        assertThat(invoiced.company()).contains("Atelier Munte SRL");
        assertThat(invoiced.taxIds()).containsExactly(new TaxId("VAT", "RO00000019"));
        assertThat(invoiced.address().orElseThrow().city()).isEqualTo("Roman");
        assertThat(invoiced.email()).isEmpty();
        assertThat(order.buyer().company()).contains("Atelier Munte SRL");
    }

    @Test
    void takesNobodyForACompanyWhoDoesNotSaySo() {
        ChannelOrder order = order(Fixture.companyPaid().with("/billing_type", "'individual'"));

        assertThat(order.invoiceParty()).isEmpty();
        assertThat(order.buyer().company()).isEmpty();
        assertThat(order.buyer().taxIds()).isEmpty();
    }

    @Test
    void shipsWhereTheBillGoesWhenThereIsNoOtherAddress() {
        Fixture fixture = Fixture.cashOnDelivery();
        for (String part : List.of("name", "address", "city", "postal_code", "phone", "state", "country_code")) {
            fixture.with("/shipping_" + part, "null");
        }

        assertThat(order(fixture).delivery().recipient().orElseThrow().personName())
                .contains("Zamfira Pârvulescu");
    }

    @Test
    void mapsProductsWithTheirNumbersAndRates() {
        ChannelOrder order = order(Fixture.cashOnDelivery());
        List<OrderLine> lines = order.lines();

        assertThat(lines).hasSize(2);
        OrderLine lamp = lines.get(0);
        assertThat(lamp.id()).isEqualTo(new LineId(order.externalId() + "_640011"));
        assertThat(lamp.offerId()).contains("640011");
        assertThat(lamp.sku()).contains("LMP-12");
        assertThat(lamp.ean()).contains("5940000000017");
        assertThat(lamp.quantity()).isEqualTo(2);
        assertThat(lamp.unitPrice()).isEqualTo(Money.of("82.0849", "RON"));
        assertThat(lamp.originalUnitPrice()).contains(Money.of("99.90", "RON"));
        assertThat(lamp.vatRate()).contains(VatRate.of("21"));
        assertThat(lines.get(1).sku()).isEmpty();
        assertThat(lines.get(1).originalUnitPrice()).isEmpty();
        assertThat(lines.get(1).vatRate()).contains(VatRate.of("11"));
    }

    @Test
    void tellsLinesOfOneProductApartByTheirPlace() {
        List<LineId> before = ids(order(Fixture.companyPaid()));
        Fixture one = Fixture.companyPaid();
        one.document().withArray("line_items").remove(1);

        String order = order(one).externalId();
        assertThat(before).containsExactly(new LineId(order + "_640090"), new LineId(order + "_640090-2"));
        assertThat(ids(order(one))).containsExactly(new LineId(order + "_640090"));
    }

    /** A promotion that ends, or begins, changes the place of a line among its like, but not what the line is. */
    @Test
    void namesALineAlikeWhetherOrNotADiscountNamesItsProductBeforeIt() {
        Fixture promoted = Fixture.companyPaid();
        promoted.document()
                .withArray("line_items")
                .insertObject(0)
                .put("item_type", "promo_product")
                .put("product_id", 640090)
                .put("line_subtotal_gross", -10);

        assertThat(ids(order(promoted))).isEqualTo(ids(order(Fixture.companyPaid())));
        assertThat(order(promoted).charges()).extracting(Charge::id).contains(new ChargeId("discount-640090"));
    }

    @Test
    void knowsALineWithoutAProductByItsNumberOrItsKind() {
        ChannelOrder order = order(Fixture.companyPaid()
                .with("/line_items/0/product_id", "null")
                .with("/line_items/1/product_id", "''")
                .with("/line_items/1/product_sku", "'A/B c'"));

        assertThat(ids(order))
                .containsExactly(new LineId(order.externalId() + "_SC-1"), new LineId(order.externalId() + "_A_B_c"));
    }

    /** Orders that share a line are one order that took the other's place. */
    @Test
    void twoOrdersOfOneProductShareNoLine() {
        ChannelOrder other = order(Fixture.companyPaid().with("/id", "'4711'"));

        assertThat(ids(other)).doesNotContainAnyElementsOf(ids(order(Fixture.companyPaid())));
    }

    @Test
    void carriesWhatIsNoPiecesOfSomethingAsACharge() {
        ChannelOrder order = order(Fixture.companyPaid()
                .with("/line_items/1/quantity", "-1")
                .with("/line_items/1/line_subtotal_gross", "-200"));

        assertThat(order.lines()).hasSize(1);
        assertThat(order.charges())
                .filteredOn(charge -> charge.kind() == Charge.Kind.OTHER)
                .extracting(Charge::amount)
                .contains(Money.of("-200", "RON"));
    }

    @Test
    void takesADiscountForOneWhateverItsSign() {
        ChannelOrder order = order(Fixture.cashOnDelivery()
                .with("/line_items/2/unit_price_gross", "10.8")
                .with("/line_items/2/line_subtotal_gross", "10.8"));

        assertThat(order.charges())
                .filteredOn(charge -> charge.kind() == Charge.Kind.DISCOUNT)
                .singleElement()
                .satisfies(charge -> {
                    assertThat(charge.amount()).isEqualTo(Money.of("-10.80", "RON"));
                    assertThat(charge.id()).isEqualTo(new ChargeId("discount-coupon"));
                    assertThat(charge.vatRate()).contains(VatRate.of("21"));
                });
    }

    @Test
    void leavesAWalletOutOfATotalThatIsRightWithoutIt() {
        ChannelOrder order = order(Fixture.companyPaid().with("/total_amount", "500"));

        assertThat(order.charges()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"15", "-15"})
    void takesAWalletOffWhateverItsSign(String amount) {
        ChannelOrder order = order(Fixture.companyPaid().with("/wallet_amount", amount));

        assertThat(order.charges()).singleElement().satisfies(charge -> {
            assertThat(charge.kind()).isEqualTo(Charge.Kind.OTHER);
            assertThat(charge.amount()).isEqualTo(Money.of("-15", "RON"));
        });
    }

    @Test
    void keepsTheTotalAsSaidWhenItDoesNotAddUp() {
        ChannelOrder order = order(Fixture.cashOnDelivery().with("/total_amount", "204.9"));

        assertThat(order.total()).isEqualTo(Money.of("204.90", "RON"));
    }

    @Test
    void takesOnlyMoneyForAPayment() {
        assertThat(order(Fixture.cashOnDelivery()).payments()).isEmpty();
        assertThat(order(Fixture.companyPaid()).payments())
                .containsExactly(new ChannelPayment(
                        "51840301.2", Money.of("485", "RON"), Instant.parse("2026-03-02T06:31:09Z")));
        assertThat(order(Fixture.companyPaid()
                                .with("/payment_status", "'awaiting'")
                                .with("/paid_amount", "100"))
                        .payments())
                .extracting(ChannelPayment::amount)
                .containsExactly(Money.of("100", "RON"));
    }

    @Test
    void believesAShopThatSaysPaidWithoutAnAmount() {
        ChannelOrder order =
                order(Fixture.companyPaid().with("/paid_amount", "0").with("/payment_date", "null"));

        assertThat(order.payments())
                .containsExactly(new ChannelPayment("51840301.2", Money.of("485", "RON"), order.placedAt()));
    }

    /** At some shop the field may be a fee, and none says whether it goes down with what is paid. */
    @ParameterizedTest
    @CsvSource({"15, 0, 204.9699", "204.9699, 4.9699, 200", "300, 0, 204.9699"})
    void collectsWhatIsOpenWhateverElseTheShopSays(String said, String paid, String open) {
        assertThat(order(Fixture.cashOnDelivery()
                                .with("/shipping_cod_amount", said)
                                .with("/paid_amount", paid))
                        .payment()
                        .collectOnDelivery())
                .contains(Money.of(open, "RON"));
    }

    /** A wallet that was not taken off the total was paid with, and only the shop says whether {@code paid_amount} has it. */
    @Test
    void collectsLessByAWalletWhereTheShopSaysSo() {
        Fixture wallet = Fixture.cashOnDelivery().with("/wallet_amount", "-4.9699");

        assertThat(order(wallet.with("/shipping_cod_amount", "200")).payment().collectOnDelivery())
                .contains(Money.of("200", "RON"));
        assertThat(order(wallet.with("/shipping_cod_amount", "190")).payment().collectOnDelivery())
                .contains(Money.of("204.9699", "RON"));
    }

    @Test
    void collectsWhatIsLeftWhereTheShopDoesNotSay() {
        Fixture partly =
                Fixture.cashOnDelivery().with("/shipping_cod_amount", "0").with("/paid_amount", "4.9699");

        assertThat(order(partly).payment().collectOnDelivery()).contains(Money.of("200", "RON"));
        assertThat(order(Fixture.cashOnDelivery().with("/paid_amount", "204.9699"))
                        .payment()
                        .collectOnDelivery())
                .as("paid in full")
                .isEmpty();
        assertThat(order(Fixture.companyPaid()).payment().timing()).isEqualTo(PaymentTerms.Timing.PREPAID);
    }

    @Test
    void keepsWhatElseTheShopTells() {
        ChannelOrder order = order(Fixture.companyPaid());

        assertThat(order.externalId()).isEqualTo("51840301.2");
        assertThat(order.number()).isEqualTo("51840301.2");
        assertThat(order.storefront()).contains(new Storefront("3"));
        assertThat(order.placedAt()).isEqualTo(Instant.parse("2026-03-02T06:30:00Z"));
        assertThat(order.revision()).contains("2026-03-02T08:31:10+02:00");
        assertThat(order.delivery().term()).contains("9");
        assertThat(order.delivery().termName()).contains("Curier");
        assertThat(order.payment().term()).contains("card_gateway");
        assertThat(order(Fixture.cashOnDelivery()).buyerNote()).contains("Sunați înainte, vă rog");
        assertThat(order.raw().content()).asString().contains("Atelier Munte");
    }

    @ParameterizedTest
    @CsvSource({
        "awaiting, awaiting, awaiting, CONFIRMED",
        "awaiting, paid, awaiting_paid, CONFIRMED",
        "awaiting, failed, awaiting_failed, CONFIRMED",
        "awaiting, refunded, awaiting_refunded, CONFIRMED",
        "confirmed, awaiting, confirmed, CONFIRMED",
        "in_process, paid, in_process, CONFIRMED",
        "shipped, paid, shipped, CONFIRMED",
        "delivered, paid, delivered, CONFIRMED",
        "returned, paid, returned, CONFIRMED",
        "cancelled, paid, cancelled, CANCELLED",
        "parked, paid, parked, PENDING"
    })
    void mapsTwoStatusesToOneTerm(String shipping, String payment, String term, Lifecycle lifecycle) {
        ChannelOrder order = order(Fixture.companyPaid()
                .with("/shipping_status", "'" + shipping + "'")
                .with("/payment_status", "'" + payment + "'"));

        assertThat(order.term()).isEqualTo(term);
        assertThat(order.lifecycle()).isEqualTo(lifecycle);
    }

    @Test
    void anOrderOfACustomerStillAtTheCheckoutIsNone() {
        Fixture fixture = Fixture.companyPaid().with("/shipping_status", "'temporary'");

        assertThat(mapper.item(fixture.id(), fixture.raw())).isEqualTo(new Item.Gone(fixture.id()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/id                            | 'x'        | $.id: expected the id of the order asked for",
                "/shipping_status               | null       | $.shipping_status: expected a status",
                "/currency                      | 'lei'      | $.currency: expected an ISO 4217 code",
                "/total_amount                  | null       | $.total_amount: expected a value",
                "/total_amount                  | 'much'     | unexpected value at $.total_amount",
                "/date_created                  | null       | $.date_created: expected a moment",
                "/date_created                  | 'soon'     | $.date_created: expected an ISO 8601 moment",
                "/line_items                    | null       | $.line_items: expected at least one product",
                "/line_items                    | {}         | unexpected value at $.line_items",
                "/line_items/0/quantity         | 1.5        | $.line_items[0].quantity: expected a whole number, at least 1",
                "/line_items/0/unit_price_gross | null       | $.line_items[0].unit_price_gross: expected a value",
                "/line_items/1/quantity         | -1         | $.line_items[1].line_subtotal_gross: expected a value",
                "/billing_country_code          | 'Romania'  | $.billing_country_code: expected an ISO 3166-1 alpha-2 country code",
                "/total_amount                  | 1e90       | the parts do not make an order"
            })
    void namesThePartThatCannotBeRead(String pointer, String json, String reason) {
        Fixture fixture = Fixture.companyPaid().without("/line_items/1/line_subtotal_gross");
        String id = fixture.id();

        Item item = mapper.item(id, fixture.with(pointer, json).raw());

        assertThat(item)
                .isInstanceOfSatisfying(
                        Item.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason()).isEqualTo(reason));
    }

    private ChannelOrder order(Fixture fixture) {
        Item item = mapper.item(fixture.id(), fixture.raw());
        assertThat(item).as(item.toString()).isInstanceOf(Item.Changed.class);
        return ((Item.Changed) item).order();
    }

    private static List<LineId> ids(ChannelOrder order) {
        return order.lines().stream().map(OrderLine::id).toList();
    }
}
