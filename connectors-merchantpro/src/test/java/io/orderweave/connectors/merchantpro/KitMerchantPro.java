package io.orderweave.connectors.merchantpro;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.connector.InboundEndpoint.InboundRequest;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.merchantpro.MerchantProAddress;
import io.orderweave.simulator.merchantpro.MerchantProCompany;
import io.orderweave.simulator.merchantpro.MerchantProLine;
import io.orderweave.simulator.merchantpro.MerchantProOrderCounters;
import io.orderweave.simulator.merchantpro.MerchantProOrderScript;
import io.orderweave.simulator.merchantpro.MerchantProSimulator;
import io.orderweave.simulator.merchantpro.MerchantProWebhook;
import io.orderweave.tck.SettableClock;
import io.orderweave.tck.channel.ChannelServer;
import io.orderweave.tck.channel.Facet;
import io.orderweave.tck.channel.OrderDetail;
import io.orderweave.tck.channel.Scenario;
import io.orderweave.tck.channel.ScriptedNotifications;
import io.orderweave.tck.channel.ScriptedOffers;
import io.orderweave.tck.channel.TestOrder;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The MerchantPro simulator as the kit's other side. */
final class KitMerchantPro implements ChannelServer {

    private static final String SECRET = "secret-of-the-kit";
    private static final String WEBHOOK_SECRET = "webhook-secret-of-the-kit";

    /** Of this server alone: limits are kept by client and address, and the system gives an address again. */
    private final String key = "kit-" + UUID.randomUUID();

    private final MerchantProSimulator shop;
    private final ScriptedOffers offers;
    private int changes;

    KitMerchantPro(SettableClock clock) {
        this.shop = MerchantProSimulator.builder(key, SECRET)
                .webhookSecret(WEBHOOK_SECRET)
                .clock(clock)
                .start();
        this.offers = new KitMerchantProOffers(shop);
    }

    @Override
    public URI baseUrl() {
        return URI.create(shop.baseUrl());
    }

    @Override
    public Map<String, String> settings(URI base) {
        return Map.of(
                MerchantProConnectorFactory.SHOP_URL,
                base.toString(),
                MerchantProConnectorFactory.API_KEY,
                key,
                MerchantProConnectorFactory.API_SECRET,
                SECRET,
                MerchantProConnectorFactory.CURRENCY,
                "RON",
                MerchantProConnectorFactory.WEBHOOK_SECRET,
                WEBHOOK_SECRET);
    }

    @Override
    public Currency currency() {
        return Currency.getInstance("RON");
    }

    @Override
    public Set<OrderDetail> tells() {
        return EnumSet.complementOf(EnumSet.of(OrderDetail.PICKUP_POINT));
    }

    @Override
    public Set<Scenario> scenarios() {
        return EnumSet.of(
                Scenario.POISON_ORDER,
                Scenario.UNKNOWN_STATUS,
                Scenario.WRONG_TOTAL,
                Scenario.ORDER_VANISHES,
                Scenario.ORDER_CANCELLED,
                Scenario.ACCESS_REVOKED);
    }

    @Override
    public String place(TestOrder order) {
        String id = shop.buyers()
                .place(MerchantProOrderScript.builder()
                        .customerEmail(order.buyer().email().orElseThrow())
                        .billing(address(
                                order.buyer(),
                                order.invoiced().address().orElseThrow(),
                                order.buyer().phone()))
                        .company(new MerchantProCompany(
                                order.invoiced().company().orElseThrow(),
                                order.invoiced().taxIds().get(0).value()))
                        .shipping(address(
                                order.recipient(),
                                order.recipient().address().orElseThrow(),
                                order.recipient().phone()))
                        .paymentMethod(order.isCashOnDelivery() ? MerchantProOrderScript.CASH_ON_DELIVERY : "wire")
                        .shippingAmount(order.deliveryCost())
                        .customerNote(order.note())
                        .lines(order.lines().stream().map(KitMerchantPro::line).toList())
                        .build());
        if (!order.isCashOnDelivery()) {
            shop.buyers().pay(id);
        }
        return id;
    }

    private static MerchantProAddress address(Party person, PostalAddress home, Optional<String> phone) {
        return MerchantProAddress.builder()
                .name(person.personName().orElseThrow())
                .address(home.street())
                .city(home.city())
                .state("Małopolska")
                .postalCode(home.postalCode())
                .countryCode(home.country().code())
                .phone(phone.orElseThrow())
                .build();
    }

    private static MerchantProLine line(TestOrder.Line line) {
        return MerchantProLine.of(
                "64" + Integer.toUnsignedString(line.sku().hashCode()),
                line.sku(),
                line.name(),
                line.quantity(),
                line.unitPrice().toPlainString());
    }

    @Override
    public void change(String externalId) {
        changes++;
        edit(externalId, order -> order.put("customer_note", "Nota nr. " + changes));
    }

    @Override
    public void play(Scenario scenario, String externalId) {
        switch (scenario) {
            case POISON_ORDER -> edit(externalId, order -> order.put("total_amount", "ten"));
            case UNKNOWN_STATUS -> shop.shop().setShippingStatus(externalId, "bewitched");
            case WRONG_TOTAL -> edit(externalId, order -> order.put("total_amount", BigDecimal.ONE));
            case ORDER_VANISHES -> shop.shop().delete(externalId);
            case ORDER_CANCELLED -> shop.buyers().cancel(externalId);
            case ACCESS_REVOKED -> refuseKey();
            case NAMED_TWICE, CURSOR_FORGOTTEN, ACCESS_EXPIRES ->
                throw new IllegalArgumentException("a shop has no " + scenario);
        }
    }

    private void edit(String externalId, Consumer<ObjectNode> change) {
        shop.buyers().edit(externalId, change);
    }

    private void refuseKey() {
        for (String method : List.of("GET", "PATCH")) {
            shop.faults()
                    .on(method, ".*")
                    .always(Fault.status(
                            401,
                            Map.of("Content-Type", "application/json"),
                            "{\"error\":{\"name\":\"unauthorized\",\"message\":\"No access\"}}"));
        }
    }

    @Override
    public String unknownOrder() {
        return "42999999";
    }

    @Override
    public int landed(Facet facet, String externalId) {
        MerchantProOrderCounters counted = shop.counters().order(externalId);
        return facet == Facet.TRACKING_UPDATES
                ? counted.trackingNumbers().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum()
                : counted.actions().size();
    }

    @Override
    public ScriptedOffers offers() {
        return offers;
    }

    @Override
    public ScriptedNotifications notifications() {
        return externalId -> {
            MerchantProWebhook told = shop.webhooks().orderChanged(externalId);
            return new InboundRequest(
                    "POST",
                    "/merchantpro",
                    Map.of(),
                    Map.of(MerchantProWebhook.HEADER.toLowerCase(Locale.ROOT), List.of(told.signature())),
                    told.body());
        };
    }

    @Override
    public void close() {
        shop.close();
    }
}
