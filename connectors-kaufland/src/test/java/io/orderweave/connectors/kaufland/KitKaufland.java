package io.orderweave.connectors.kaufland;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.connector.InboundEndpoint.InboundRequest;
import io.orderweave.order.StatusIntent;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.referee.RefereeProxy;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.kaufland.KauflandAddress;
import io.orderweave.simulator.kaufland.KauflandItem;
import io.orderweave.simulator.kaufland.KauflandNotification;
import io.orderweave.simulator.kaufland.KauflandOrderCounters;
import io.orderweave.simulator.kaufland.KauflandOrderScript;
import io.orderweave.simulator.kaufland.KauflandPickupLocation;
import io.orderweave.simulator.kaufland.KauflandSimulator;
import io.orderweave.simulator.kaufland.KauflandStorefront;
import io.orderweave.simulator.kaufland.KauflandUnitCounters;
import io.orderweave.tck.SettableClock;
import io.orderweave.tck.channel.ChannelServer;
import io.orderweave.tck.channel.Facet;
import io.orderweave.tck.channel.OrderDetail;
import io.orderweave.tck.channel.Scenario;
import io.orderweave.tck.channel.ScriptedNotifications;
import io.orderweave.tck.channel.ScriptedOffers;
import io.orderweave.tck.channel.ScriptedReturns;
import io.orderweave.tck.channel.TestOrder;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The Kaufland simulator as the kit's other side; what passes is held against Kaufland's document where that is known. */
final class KitKaufland implements ChannelServer {

    private static final String SECRET_KEY = "secret-key-of-the-kit";

    /** What a piece becomes by the status updates. */
    private static final List<String> STEPS = List.of("open", "need_to_be_sent", "sent");

    /** Nobody listens there: what Kaufland would post is handed over by hand. */
    private static final URI PUSH = URI.create("http://127.0.0.1:1/kaufland");

    /** Of this server alone: limits are kept by client and address, and the system gives an address again. */
    private final String clientKey = "kit-" + UUID.randomUUID();

    private final KauflandSimulator kaufland;
    private final @Nullable RefereeProxy referee;
    private final boolean notifies;
    private final ScriptedReturns returns;
    private final ScriptedOffers offers;
    private final Map<String, Integer> firstSteps = new HashMap<>();
    private int changes;

    /** @param notifies whether the connector is told where Kaufland sends notifications */
    KitKaufland(SettableClock clock, boolean notifies) {
        this.notifies = notifies;
        this.kaufland = KauflandSimulator.builder(clientKey, SECRET_KEY)
                .storefronts(List.of(KauflandStorefront.PL))
                .clock(clock)
                .start();
        this.referee = KauflandReferee.before(URI.create(kaufland.baseUrl()));
        this.returns = new KitKauflandReturns(kaufland, this::answerNonsense);
        this.offers = new KitKauflandOffers(kaufland, this::answerNonsense);
    }

    @Override
    public URI baseUrl() {
        return referee == null ? URI.create(kaufland.baseUrl()) : referee.url();
    }

    /** Signatures are over the URLs that callers use. */
    @Override
    public Map<String, String> settings(URI base) {
        kaufland.platform().isReachedAt(base);
        Map<String, String> settings = new HashMap<>(Map.of(
                KauflandConnectorFactory.API_URL,
                base.toString(),
                KauflandConnectorFactory.CLIENT_KEY,
                clientKey,
                KauflandConnectorFactory.SECRET_KEY,
                SECRET_KEY,
                KauflandConnectorFactory.ACCOUNT_NAME,
                "kit-shop"));
        if (notifies) {
            settings.put(KauflandConnectorFactory.PUSH_URL, PUSH.toString());
            settings.put(KauflandConnectorFactory.PUSH_EMAIL, "kit@shop.example");
        }
        return settings;
    }

    @Override
    public Currency currency() {
        return Currency.getInstance("PLN");
    }

    @Override
    public Set<OrderDetail> tells() {
        return EnumSet.complementOf(
                EnumSet.of(OrderDetail.INVOICE_TAX_ID, OrderDetail.BUYER_NOTE, OrderDetail.PAYMENT));
    }

    @Override
    public Set<Scenario> scenarios() {
        return EnumSet.of(
                Scenario.POISON_ORDER,
                Scenario.UNKNOWN_STATUS,
                Scenario.ORDER_CANCELLED,
                Scenario.NAMED_TWICE,
                Scenario.ACCESS_REVOKED);
    }

    @Override
    public String place(TestOrder order) {
        String id = kaufland.buyers().placeReady(script(order));
        firstSteps.put(id, STEPS.indexOf("need_to_be_sent"));
        return id;
    }

    /** Kaufland pays back what was sent. */
    @Override
    public String placeFor(Facet facet, TestOrder order) {
        String id = place(order);
        if (facet == Facet.REFUNDS) {
            units(id).forEach(unit -> kaufland.platform().setUnitStatus(unit, "sent"));
        }
        return id;
    }

    /** What Kaufland has released needs no word that it is being worked at. */
    @Override
    public String placeFor(StatusIntent intent, TestOrder order) {
        if (intent != StatusIntent.PROCESSING) {
            return place(order);
        }
        String id = kaufland.buyers().place(script(order));
        firstSteps.put(id, STEPS.indexOf("open"));
        return id;
    }

    private static KauflandOrderScript script(TestOrder order) {
        return KauflandOrderScript.builder()
                .storefront(KauflandStorefront.PL)
                .buyerEmail(order.buyer().email().orElseThrow())
                .billingAddress(billing(order.buyer(), order.invoiced()))
                .shippingAddress(address(order.recipient(), order.recipient())
                        .phone(order.recipient().phone())
                        .build())
                .pickup(new KauflandPickupLocation(
                        order.pickupPoint(), "Punkty Kaufland", "InPost", "PPCK", Optional.empty()))
                .items(items(order))
                .build();
    }

    /** The one address of who buys and who is invoiced. */
    private static KauflandAddress billing(Party buyer, Party invoiced) {
        return address(buyer, invoiced)
                .companyName(invoiced.company())
                .phone(buyer.phone())
                .build();
    }

    private static KauflandAddress.Builder address(Party person, Party resident) {
        PostalAddress home = resident.address().orElseThrow();
        List<String> name = List.of(person.personName().orElseThrow().split(" ", 2));
        int house = home.street().lastIndexOf(' ');
        return KauflandAddress.builder()
                .firstName(name.get(0))
                .lastName(name.get(1))
                .street(home.street().substring(0, house))
                .houseNumber(home.street().substring(house + 1))
                .postcode(home.postalCode())
                .city(home.city())
                .country(home.country().code());
    }

    /** Delivery is paid with the pieces: here with the last one. */
    private static List<KauflandItem> items(TestOrder order) {
        List<KauflandItem> items = new ArrayList<>();
        for (TestOrder.Line line : order.lines()) {
            items.add(KauflandItem.builder()
                    .offerId(line.sku())
                    .title(line.name())
                    .quantity(line.quantity())
                    .price(line.unitPrice())
                    .shipping(line.quantity() == 1 ? order.deliveryCost() : BigDecimal.ZERO)
                    .build());
        }
        return items;
    }

    @Override
    public void change(String externalId) {
        changes++;
        edit(
                externalId,
                order -> ((ObjectNode) order.path("shipping_address")).put("additional_field", "dzwonek " + changes));
    }

    @Override
    public void play(Scenario scenario, String externalId) {
        if (EnumSet.of(Scenario.POISON_ORDER, Scenario.UNKNOWN_STATUS).contains(scenario)) {
            answerNonsense();
        }
        switch (scenario) {
            case POISON_ORDER -> kaufland.buyers().editUnit(units(externalId).get(0), unit -> unit.put("price", "ten"));
            case UNKNOWN_STATUS ->
                units(externalId).forEach(unit -> kaufland.platform().setUnitStatus(unit, "bewitched"));
            case ORDER_CANCELLED -> kaufland.buyers().cancel(externalId);
            case NAMED_TWICE -> edit(externalId, order -> {});
            case ACCESS_REVOKED -> refuseKeys();
            case WRONG_TOTAL, ORDER_VANISHES, CURSOR_FORGOTTEN, ACCESS_EXPIRES ->
                throw new IllegalArgumentException("Kaufland has no " + scenario);
        }
    }

    private void answerNonsense() {
        if (referee != null) {
            referee.freeAnswers();
        }
    }

    private void edit(String externalId, Consumer<ObjectNode> change) {
        kaufland.buyers().edit(externalId, change);
    }

    private void refuseKeys() {
        for (String method : List.of("GET", "PATCH", "POST", "DELETE")) {
            kaufland.faults()
                    .on(method, ".*")
                    .always(Fault.status(
                            401,
                            Map.of("Content-Type", "application/json"),
                            "{\"type\":\"/problems/inactive-account\",\"message\":\"No access\",\"errors\":[]}"));
        }
    }

    @Override
    public String unknownOrder() {
        return "MKIT0000";
    }

    /** Of a write that takes a request for each piece, how often it reached the piece it reached most. */
    @Override
    public int landed(Facet facet, String externalId) {
        KauflandOrderCounters counted = kaufland.counters().order(externalId);
        if (facet == Facet.DOCUMENT_UPLOADS) {
            return sum(counted.invoicesByName());
        }
        if (facet == Facet.REFUNDS) {
            return counted.units().stream()
                    .mapToInt(unit -> unit.refundedCents().size())
                    .sum();
        }
        return counted.units().stream()
                .mapToInt(unit -> landed(facet, unit, firstSteps.getOrDefault(externalId, 0)))
                .max()
                .orElseThrow();
    }

    private static int landed(Facet facet, KauflandUnitCounters unit, int firstStep) {
        if (facet == Facet.STATUS_UPDATES) {
            return STEPS.indexOf(unit.status()) - firstStep;
        }
        if (facet == Facet.TRACKING_UPDATES) {
            return sum(unit.parcelsByNumber());
        }
        return unit.cancelReason().isEmpty() ? 0 : 1;
    }

    private static int sum(Map<String, Integer> times) {
        return times.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public int requestsOfAWrite(Facet facet, String externalId) {
        boolean byPiece = EnumSet.of(Facet.STATUS_UPDATES, Facet.TRACKING_UPDATES, Facet.CANCELLATIONS)
                .contains(facet);
        return byPiece ? units(externalId).size() : 1;
    }

    @Override
    public ScriptedReturns returns() {
        return returns;
    }

    @Override
    public ScriptedOffers offers() {
        return offers;
    }

    @Override
    public ScriptedNotifications notifications() {
        return this::orderChanged;
    }

    private InboundRequest orderChanged(String externalId) {
        KauflandNotification told = kaufland.platform()
                .notification("order_new", "/orders/" + externalId + "/", KauflandStorefront.PL, PUSH);
        return new InboundRequest(
                "POST",
                PUSH.getPath(),
                Map.of(),
                Map.of(
                        KauflandNotification.TIMESTAMP.toLowerCase(Locale.ROOT),
                        List.of(told.timestamp()),
                        KauflandNotification.SIGNATURE.toLowerCase(Locale.ROOT),
                        List.of(told.signature())),
                told.body());
    }

    private List<Long> units(String externalId) {
        return kaufland.counters().order(externalId).unitIds();
    }

    @Override
    public void close() {
        kaufland.close();
        if (referee != null) {
            referee.close();
            assertThat(referee.violations()).as("against Kaufland's document").isEmpty();
        }
    }
}
