package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.channel.Storefront;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.ChannelPayment;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.http.RawJson;
import io.orderweave.id.ChargeId;
import io.orderweave.id.LineId;
import io.orderweave.money.Money;
import io.orderweave.money.VatRate;
import io.orderweave.order.Charge;
import io.orderweave.order.Delivery;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.OrderLine;
import io.orderweave.order.PaymentTerms;
import io.orderweave.order.PaymentTerms.Timing;
import io.orderweave.order.PickupPoint;
import io.orderweave.party.Country;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.party.TaxId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllegroOrderMapperTest {

    private final AllegroOrderMapper mapper = new AllegroOrderMapper();

    @Test
    void mapsAnOrderOfManyPartsWithoutLoss() {
        RawJson raw = Fixture.prepaidLocker().raw();

        ChannelOrder order = order(raw);

        assertThat(order)
                .isEqualTo(ChannelOrder.builder()
                        .externalId("5b1f0c30-1a2b-11f1-9c55-7f3d2a90be01")
                        .number("5b1f0c30-1a2b-11f1-9c55-7f3d2a90be01")
                        .storefront(new Storefront("allegro-pl"))
                        .placedAt(Instant.parse("2026-03-02T08:12:30Z"))
                        .currency(Currency.getInstance("PLN"))
                        .term("READY_FOR_PROCESSING")
                        .lifecycle(Lifecycle.CONFIRMED)
                        .revision("a1b2c3d4")
                        .addLines(
                                OrderLine.builder()
                                        .id(new LineId("11111111-1a2b-11f1-9c55-7f3d2a90be03"))
                                        .offerId("14000000001")
                                        .sku("KUB-03")
                                        .name("Kubek ceramiczny 0,3 l")
                                        .quantity(3)
                                        .unitPrice(pln("26.66"))
                                        .originalUnitPrice(pln("30.00"))
                                        .vatRate(VatRate.of("23"))
                                        .build(),
                                OrderLine.builder()
                                        .id(new LineId("22222222-1a2b-11f1-9c55-7f3d2a90be04"))
                                        .offerId("14000000002")
                                        .name("Woda mineralna 1 l")
                                        .quantity(2)
                                        .unitPrice(pln("25.00"))
                                        .originalUnitPrice(pln("25.00"))
                                        .build())
                        .addCharges(
                                charge("delivery", Charge.Kind.DELIVERY, "Paczkomat 24/7", "9.49"),
                                charge(
                                        "service-11111111-1a2b-11f1-9c55-7f3d2a90be03-GIFT_WRAP",
                                        Charge.Kind.SERVICE,
                                        "Pakowanie na prezent",
                                        "10.00"),
                                charge(
                                        "deposit-22222222-1a2b-11f1-9c55-7f3d2a90be04",
                                        Charge.Kind.DEPOSIT,
                                        "Deposit",
                                        "1.00"))
                        .buyer(Party.builder()
                                .personName("Halina Źdźbło")
                                .email("k7m2x9p4q1+5c1d0e77a@allegromail.example")
                                .phone("+48 601 000 111")
                                .address(address("Wierzbowa 4/12", "18-400", "Łomża"))
                                .build())
                        .invoiceParty(Party.builder()
                                .company("Sowa i Syn sp. z o.o.")
                                .address(address("Fabryczna 7", "15-111", "Białystok"))
                                .addTaxIds(new TaxId("PL_NIP", "000-000-01-02"), new TaxId("VAT_EU", "PL0000000102"))
                                .build())
                        .delivery(Delivery.builder()
                                .recipient(Party.builder()
                                        .personName("Marek Źdźbło")
                                        .phone("+48 602 000 222")
                                        .address(address("Lipowa 19", "16-400", "Suwałki"))
                                        .build())
                                .term("3d1a7c52-0d4e-4b19-8f0a-6c2f5e9b7a10")
                                .termName("Paczkomat 24/7")
                                .pickupPoint(PickupPoint.builder()
                                        .id("SUW03M")
                                        .name("Paczkomat SUW03M")
                                        .address(address("Rynkowa 2", "16-400", "Suwałki"))
                                        .build())
                                .dispatchBy(Instant.parse("2026-03-03T22:59:59.999Z"))
                                .deliverBy(Instant.parse("2026-03-05T00:00:00Z"))
                                .build())
                        .payment(PaymentTerms.builder()
                                .timing(Timing.PREPAID)
                                .term("ONLINE")
                                .build())
                        .addPayments(new ChannelPayment(
                                "7e0d44a1-1a2b-11f1-9c55-7f3d2a90be02",
                                pln("150.47"),
                                Instant.parse("2026-03-02T08:17:45.120Z")))
                        .total(pln("150.47"))
                        .buyerNote("Proszę zapakować na prezent")
                        .raw(order.raw())
                        .build());
        assertThat(order.raw().content()).isSameAs(raw.bytes());
        assertThat(order.raw().mediaType()).isEqualTo("application/json");
    }

    @Test
    void keepsTheTotalAsToldWhereTheSumSaysOtherwise() {
        ChannelOrder order = order(Fixture.prepaidLocker().with("/summary/totalToPay/amount", "'149.99'"));

        assertThat(order.total()).isEqualTo(pln("149.99"));
    }

    @Test
    void mapsAPurchaseWithoutAForm() {
        ChannelOrder order = order(Fixture.bought());

        assertThat(order.term()).isEqualTo("BOUGHT");
        assertThat(order.lifecycle()).isEqualTo(Lifecycle.PENDING);
        assertThat(order.delivery()).isEqualTo(Delivery.builder().build());
        assertThat(order.payment())
                .isEqualTo(PaymentTerms.builder().timing(Timing.PREPAID).build());
        assertThat(order.payments()).isEmpty();
        assertThat(order.charges()).isEmpty();
        assertThat(order.invoiceParty()).isEmpty();
        assertThat(order.buyer().personName()).isEmpty();
        assertThat(order.buyerNote()).isEmpty();
    }

    @Test
    void mapsTheLeastThatMakesAnOrder() {
        Fixture least = Fixture.bought();
        for (String part : List.of("buyer", "fulfillment", "surcharges", "marketplace", "updatedAt", "revision")) {
            least.without("/" + part);
        }
        least.without("/lineItems/0/originalPrice").without("/lineItems/0/offer/name");

        ChannelOrder order = order(least);

        assertThat(order.buyer()).isEqualTo(Party.builder().build());
        assertThat(order.storefront()).isEmpty();
        assertThat(order.revision()).isEmpty();
        assertThat(order.lines().get(0).name()).isEqualTo("14000000004");
        assertThat(order.lines().get(0).originalUnitPrice()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/buyer",
                "/payment",
                "/fulfillment",
                "/delivery",
                "/invoice",
                "/surcharges",
                "/marketplace",
                "/updatedAt",
                "/revision",
                "/messageToSeller",
                "/buyer/address",
                "/buyer/firstName",
                "/buyer/email",
                "/payment/type",
                "/payment/paidAmount",
                "/payment/finishedAt",
                "/fulfillment/status",
                "/delivery/address",
                "/delivery/method",
                "/delivery/pickupPoint",
                "/delivery/pickupPoint/id",
                "/delivery/pickupPoint/address",
                "/delivery/pickupPoint/address/countryCode",
                "/delivery/cost",
                "/delivery/time",
                "/delivery/time/dispatch",
                "/delivery/address/countryCode",
                "/delivery/address/street",
                "/delivery/address/lastName",
                "/invoice/required",
                "/invoice/address",
                "/invoice/address/company",
                "/invoice/address/company/ids",
                "/invoice/address/company/ids/0/value",
                "/invoice/address/countryCode",
                "/lineItems/0/originalPrice",
                "/lineItems/0/selectedAdditionalServices",
                "/lineItems/0/selectedAdditionalServices/0/price",
                "/lineItems/0/selectedAdditionalServices/0/quantity",
                "/lineItems/0/selectedAdditionalServices/0/definitionId",
                "/lineItems/0/tax",
                "/lineItems/0/boughtAt",
                "/lineItems/0/offer/external",
                "/lineItems/1/deposit",
                "/lineItems/1/deposit/price",
                "/note"
            })
    void readsAnOrderWithAPartThatIsNullOrAbsent(String pointer) {
        assertThat(item(Fixture.prepaidLocker().with(pointer, "null"))).isInstanceOf(Item.Changed.class);
        assertThat(item(Fixture.prepaidLocker().without(pointer))).isInstanceOf(Item.Changed.class);
    }

    @Nested
    class Lines {

        @ParameterizedTest
        @CsvSource({"23.00, 23", "8, 8", "0.00, 0", "5.5, 5.5"})
        void readsTaxRates(String told, String rate) {
            assertThat(vatRate("{'rate':'" + told + "'}")).contains(VatRate.of(rate));
        }

        @ParameterizedTest
        @ValueSource(strings = {"null", "{}", "{'rate':null}", "{'rate':''}", "{'rate':'NP'}", "{'rate':'-1'}"})
        void hasNoTaxRateWhereAllegroTellsNone(String tax) {
            assertThat(vatRate(tax)).isEmpty();
        }

        private Optional<VatRate> vatRate(String tax) {
            return order(Fixture.prepaidLocker().with("/lineItems/0/tax", tax))
                    .lines()
                    .get(0)
                    .vatRate();
        }

        @Test
        void givesServicesOfOneKindIdsOfTheirOwn() {
            Fixture twice = Fixture.prepaidLocker().with("/lineItems/0/selectedAdditionalServices", """
                    [{'definitionId':'CARRY IN','name':'Wniesienie','price':{'amount':'5','currency':'PLN'}},
                     {'definitionId':'CARRY IN','name':'Wniesienie','price':{'amount':'6','currency':'PLN'}}]""");

            assertThat(order(twice).charges())
                    .filteredOn(charge -> charge.kind() == Charge.Kind.SERVICE)
                    .extracting(charge -> charge.id().value(), Charge::amount)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(
                                    "service-11111111-1a2b-11f1-9c55-7f3d2a90be03-CARRY_IN", pln("5.00")),
                            org.assertj.core.groups.Tuple.tuple(
                                    "service-11111111-1a2b-11f1-9c55-7f3d2a90be03-CARRY_IN-2", pln("6.00")));
        }

        @Test
        void leavesFreeDeliveryOut() {
            assertThat(order(Fixture.cashOnDelivery()).charges()).isEmpty();
        }

        @Test
        void keepsMoneyExact() {
            Fixture exact = Fixture.prepaidLocker().with("/lineItems/0/price/amount", "'0.333333333333'");

            assertThat(order(exact).lines().get(0).unitPrice().amount()).hasToString("0.333333333333");
        }
    }

    @Nested
    class Unreadable {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "/id                                  | null                       | $.id",
                    "/id                                  | 'another'                  | $.id",
                    "/status                              | null                       | $.status",
                    "/status                              | []                         | $.status",
                    "/summary                             | null                       | $.summary.totalToPay",
                    "/summary/totalToPay/amount           | '12,50'                    | $.summary.totalToPay.amount",
                    "/summary/totalToPay/amount           | '-1.00'                    | $.summary.totalToPay.amount",
                    "/summary/totalToPay/amount           | '1e99'                     | $.summary.totalToPay.amount",
                    "/summary/totalToPay/amount           | ''                         | $.summary.totalToPay.amount",
                    "/summary/totalToPay/amount           | '.50'                      | $.summary.totalToPay.amount",
                    "/summary/totalToPay/amount           | '1.'                       | $.summary.totalToPay.amount",
                    "/summary/totalToPay/amount           | '1.2.3'                    | $.summary.totalToPay.amount",
                    "/summary/totalToPay/amount           | '1234567890123456789'      | $.summary.totalToPay.amount",
                    "/summary/totalToPay/amount           | '0.1234567890123'          | $.summary.totalToPay.amount",
                    "/summary/totalToPay/amount           | null                       | $.summary.totalToPay.amount",
                    "/summary/totalToPay/currency         | 'Jan'                      | $.summary.totalToPay.currency",
                    "/lineItems                           | []                         | $.lineItems",
                    "/lineItems                           | null                       | $.lineItems",
                    "/lineItems                           | {'a':1}                    | $.lineItems",
                    "/lineItems/1/id                      | null                       | $.lineItems[1].id",
                    "/lineItems/1/offer                   | null                       | $.lineItems[1].offer",
                    "/lineItems/1/quantity                | 0                          | $.lineItems[1].quantity",
                    "/lineItems/1/quantity                | 1.5                        | $.lineItems[1].quantity",
                    "/lineItems/1/quantity                | 99999999999                | $.lineItems[1].quantity",
                    "/lineItems/1/quantity                | 'Jan'                      | $.lineItems[1].quantity",
                    "/lineItems/1/price                   | null                       | $.lineItems[1].price",
                    "/lineItems/1/price/currency          | 'CZK'                      | $.lineItems[1].price.currency",
                    "/lineItems/1/boughtAt                | 'yesterday, said Jan'      | $.lineItems[].boughtAt",
                    "/delivery/cost/currency              | 'EUR'                      | $.delivery.cost.currency",
                    "/delivery/address/countryCode        | 'Jan'                      | $.delivery.address.countryCode",
                    "/buyer/address/countryCode           | 'XQ'                       | $.buyer.address.countryCode",
                    "/buyer/firstName                     | {'x':['Jan']}              | $.buyer.firstName",
                    "/payment/id                          | null                       | $.payment.id",
                    "/payment/finishedAt                  | 'Jan'                      | $.payment.finishedAt",
                    "/payment/paidAmount/currency         | 'EUR'                      | $.payment.paidAmount.currency",
                    "/delivery/time/dispatch/to           | 'Jan'                      | $.delivery.time.dispatch.to"
                })
        void namesThePartButNotItsValue(String pointer, String json, String path) {
            Fixture fixture = Fixture.prepaidLocker();
            String id = fixture.id();

            Item item = mapper.item(id, fixture.with(pointer, json).raw());

            assertThat(item).isInstanceOfSatisfying(Item.Unreadable.class, unreadable -> {
                assertThat(unreadable.externalId()).isEqualTo(id);
                assertThat(unreadable.reason())
                        .contains(path)
                        .doesNotContain("Jan")
                        .doesNotContain("Źdźbło");
                assertThat(unreadable.raw().content()).isNotEmpty();
            });
        }

        @ParameterizedTest
        @ValueSource(strings = {"null", "[]", "12", "\"text\"", "{}", "{\"lineItems\":[null]}"})
        void quarantinesWhatIsNoForm(String json) throws Exception {
            RawJson raw = RawJson.parse(json.getBytes(StandardCharsets.UTF_8));

            assertThat(mapper.item("some-form", raw)).isInstanceOf(Item.Unreadable.class);
        }

        @Test
        void quarantinesALineWhoseIdCannotBeAKey() {
            Fixture odd = Fixture.prepaidLocker().with("/lineItems/0/id", "'a b/c'");

            assertThat(item(odd)).isInstanceOf(Item.Unreadable.class);
        }
    }

    private Item item(Fixture fixture) {
        return mapper.item(fixture.id(), fixture.raw());
    }

    private ChannelOrder order(Fixture fixture) {
        return order(fixture.raw());
    }

    private ChannelOrder order(RawJson raw) {
        Item item = mapper.item(raw.tree().path("id").asText(), raw);
        assertThat(item).isInstanceOf(Item.Changed.class);
        return ((Item.Changed) item).order();
    }

    private static Charge charge(String id, Charge.Kind kind, String name, String amount) {
        return Charge.builder()
                .id(new ChargeId(id))
                .kind(kind)
                .name(name)
                .amount(pln(amount))
                .build();
    }

    private static PostalAddress address(String street, String postalCode, String city) {
        return PostalAddress.builder()
                .street(street)
                .postalCode(postalCode)
                .city(city)
                .country(new Country("PL"))
                .build();
    }

    private static Money pln(String amount) {
        return Money.of(amount, "PLN");
    }
}
