package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.party.TaxId;
import io.orderweave.referee.RefereeProxy;
import io.orderweave.simulator.allegro.AllegroAddress;
import io.orderweave.simulator.allegro.AllegroBuyer;
import io.orderweave.simulator.allegro.AllegroDelivery;
import io.orderweave.simulator.allegro.AllegroFormCounters;
import io.orderweave.simulator.allegro.AllegroInvoiceRequest;
import io.orderweave.simulator.allegro.AllegroLine;
import io.orderweave.simulator.allegro.AllegroMarketplace;
import io.orderweave.simulator.allegro.AllegroOrderScript;
import io.orderweave.simulator.allegro.AllegroPaymentType;
import io.orderweave.simulator.allegro.AllegroPickupPoint;
import io.orderweave.simulator.allegro.AllegroSimulator;
import io.orderweave.tck.SettableClock;
import io.orderweave.tck.channel.ChannelServer;
import io.orderweave.tck.channel.Facet;
import io.orderweave.tck.channel.OrderDetail;
import io.orderweave.tck.channel.Scenario;
import io.orderweave.tck.channel.ScriptedOffers;
import io.orderweave.tck.channel.ScriptedReturns;
import io.orderweave.tck.channel.TestOrder;
import java.net.URI;
import java.time.Duration;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The Allegro simulator as the kit's other side; what passes is held against Allegro's document where that is known. */
final class KitAllegro implements ChannelServer {

    private static final String CLIENT_SECRET = "secret-of-the-kit";

    /** Of this server alone: limits are kept by client and address, and the system gives an address again. */
    private final String clientId = "kit-" + UUID.randomUUID();

    private final SettableClock clock;
    private final AllegroSimulator allegro;
    private final String refreshToken;
    private final @Nullable RefereeProxy referee;
    private final ScriptedReturns returns;
    private final ScriptedOffers offers;
    private int changes;

    KitAllegro(SettableClock clock) {
        this.clock = clock;
        this.allegro = AllegroSimulator.builder(clientId, CLIENT_SECRET)
                .applicationName("KitShop")
                .clock(clock)
                .start();
        this.refreshToken = allegro.accounts().mintRefreshToken();
        this.referee = AllegroReferee.before(URI.create(allegro.baseUrl()));
        this.returns = new KitAllegroReturns(allegro, this::freeAnswers);
        this.offers = new KitAllegroOffers(allegro, this::freeAnswers);
    }

    @Override
    public URI baseUrl() {
        return referee == null ? URI.create(allegro.baseUrl()) : referee.url();
    }

    @Override
    public Map<String, String> settings(URI base) {
        return Map.of(
                AllegroConnectorFactory.API_URL,
                base.toString(),
                AllegroConnectorFactory.AUTH_URL,
                base.toString(),
                AllegroConnectorFactory.CLIENT_ID,
                clientId,
                AllegroConnectorFactory.CLIENT_SECRET,
                CLIENT_SECRET,
                AllegroConnectorFactory.APPLICATION_NAME,
                "KitShop",
                AllegroConnectorFactory.APPLICATION_URL,
                "https://shop.example/allegro",
                AllegroConnectorFactory.REFRESH_TOKEN,
                refreshToken);
    }

    @Override
    public Currency currency() {
        return Currency.getInstance("PLN");
    }

    @Override
    public Set<OrderDetail> tells() {
        return EnumSet.allOf(OrderDetail.class);
    }

    /** Only unpaid orders vanish at Allegro, into a joint one: AllegroOrderFeedTest. */
    @Override
    public Set<Scenario> scenarios() {
        return EnumSet.complementOf(EnumSet.of(Scenario.ORDER_VANISHES));
    }

    @Override
    public String place(TestOrder order) {
        return allegro.buyers()
                .placeReady(AllegroOrderScript.builder()
                        .buyer(buyer(order))
                        .delivery(delivery(order))
                        .invoice(invoice(order.invoiced()))
                        .paymentType(
                                order.isCashOnDelivery()
                                        ? AllegroPaymentType.CASH_ON_DELIVERY
                                        : AllegroPaymentType.ONLINE)
                        .lines(order.lines().stream().map(KitAllegro::line).toList())
                        .messageToSeller(order.note())
                        .build());
    }

    private static AllegroLine line(TestOrder.Line line) {
        return AllegroLine.of(
                offerId(line),
                line.sku(),
                line.name(),
                line.quantity(),
                line.unitPrice().toPlainString());
    }

    /** The offer by which the product was bought. */
    static String offerId(TestOrder.Line line) {
        return "14" + Integer.toUnsignedString(line.sku().hashCode());
    }

    private static AllegroBuyer buyer(TestOrder order) {
        Party buyer = order.buyer();
        List<String> name = words(buyer);
        return AllegroBuyer.builder()
                .from(AllegroBuyer.sample(AllegroMarketplace.PL))
                .firstName(name.get(0))
                .lastName(name.get(1))
                .email(buyer.email().orElseThrow())
                .phoneNumber(buyer.phone().orElseThrow())
                .build();
    }

    private static AllegroDelivery delivery(TestOrder order) {
        Party recipient = order.recipient();
        PostalAddress home = recipient.address().orElseThrow();
        List<String> name = words(recipient);
        AllegroAddress address = AllegroAddress.builder()
                .firstName(name.get(0))
                .lastName(name.get(1))
                .street(home.street())
                .city(home.city())
                .zipCode(home.postalCode())
                .countryCode(home.country().code())
                .phoneNumber(recipient.phone().orElseThrow())
                .build();
        AllegroPickupPoint point =
                new AllegroPickupPoint(order.pickupPoint(), "Paczkomat", "ul. Krótka 1", "34-300", "Żywiec", "PL");
        return AllegroDelivery.builder()
                .from(AllegroDelivery.toPoint(AllegroMarketplace.PL, address, point))
                .cost(order.deliveryCost())
                .build();
    }

    private static AllegroInvoiceRequest invoice(Party invoiced) {
        PostalAddress seat = invoiced.address().orElseThrow();
        TaxId taxId = invoiced.taxIds().get(0);
        return AllegroInvoiceRequest.builder()
                .companyName(invoiced.company().orElseThrow())
                .companyIds(Map.of(taxId.type(), taxId.value()))
                .street(seat.street())
                .city(seat.city())
                .zipCode(seat.postalCode())
                .countryCode(seat.country().code())
                .build();
    }

    private static List<String> words(Party person) {
        return List.of(person.personName().orElseThrow().split(" ", 2));
    }

    @Override
    public void change(String externalId) {
        changes++;
        edit(externalId, form -> form.put("messageToSeller", "Wiadomość nr " + changes));
    }

    @Override
    public void play(Scenario scenario, String externalId) {
        if (scenario == Scenario.UNKNOWN_STATUS) {
            freeAnswers();
        }
        switch (scenario) {
            case POISON_ORDER -> edit(externalId, form -> totalToPay(form).put("amount", "ten"));
            case UNKNOWN_STATUS -> edit(externalId, form -> form.put("status", "BEWITCHED"));
            case WRONG_TOTAL -> edit(externalId, form -> totalToPay(form).put("amount", "1.00"));
            case ORDER_VANISHES -> throw new IllegalArgumentException("a paid order does not vanish at Allegro");
            case ORDER_CANCELLED -> allegro.buyers().cancel(externalId);
            case NAMED_TWICE -> allegro.buyers().repeatEvent(externalId, "READY_FOR_PROCESSING");
            case CURSOR_FORGOTTEN -> {
                clock.advance(Duration.ofDays(60));
                change(externalId);
            }
            case ACCESS_EXPIRES -> allegro.accounts().expireAccessTokens();
            case ACCESS_REVOKED -> allegro.accounts().revokeAll();
        }
    }

    /** From now on Allegro answers what its document does not allow. */
    private void freeAnswers() {
        if (referee != null) {
            referee.freeAnswers();
        }
    }

    @Override
    public ScriptedReturns returns() {
        return returns;
    }

    @Override
    public ScriptedOffers offers() {
        return offers;
    }

    private void edit(String externalId, Consumer<ObjectNode> change) {
        allegro.buyers().edit(externalId, change);
        allegro.buyers().repeatEvent(externalId, "BUYER_MODIFIED");
    }

    private static ObjectNode totalToPay(ObjectNode form) {
        return (ObjectNode) form.at("/summary/totalToPay");
    }

    @Override
    public String unknownOrder() {
        return "00000000-0000-4000-8000-000000000000";
    }

    @Override
    public int landed(Facet facet, String externalId) {
        AllegroFormCounters counted = allegro.counters().form(externalId);
        if (facet == Facet.STATUS_UPDATES) {
            return counted.fulfillmentWrites().size();
        }
        if (facet == Facet.REFUNDS) {
            return counted.refunds().size();
        }
        return facet == Facet.TRACKING_UPDATES ? counted.shipments() : counted.invoices();
    }

    @Override
    public void close() {
        allegro.close();
        if (referee != null) {
            referee.close();
            assertThat(referee.violations()).as("against Allegro's document").isEmpty();
        }
    }
}
