package io.orderweave.benchmarks;

import io.orderweave.OrderHub;
import io.orderweave.channel.ChannelId;
import io.orderweave.connection.Connection;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Settings;
import io.orderweave.connector.ChannelConnectorFactory;
import io.orderweave.connectors.allegro.AllegroConnectorFactory;
import io.orderweave.document.DocumentKind;
import io.orderweave.id.SellerId;
import io.orderweave.id.StatusId;
import io.orderweave.mapping.MappingSet;
import io.orderweave.order.Axes;
import io.orderweave.order.Dictionary;
import io.orderweave.order.StatusIntent;
import io.orderweave.order.StatusMap;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.Field;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleSet;
import io.orderweave.store.Stores;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A shop that sells at the simulated Allegro, with twenty rules that look at every order. */
final class AllegroShop {

    /** The shop's connection. */
    static final ConnectionId CHANNEL = Shop.CHANNEL;

    private static final int RULES = 20;
    private static final int METHODS = 10;

    private AllegroShop() {}

    /** A paid order is invoiced and packed, which tells Allegro; one on delivery gets a tag. The other rules look, and do not fire. */
    static OrderHub open(Stores stores, ChannelConnectorFactory connector, Settings settings, Clock clock) {
        return OrderHub.builder()
                .stores(stores)
                .clock(clock)
                .seller(Shop.seller())
                .connector(connector)
                .connection(Connection.builder()
                        .id(CHANNEL)
                        .system(new ChannelId("allegro"))
                        .settings(settings)
                        .seller(new SellerId("shop"))
                        .build())
                .mappings(MappingSet.builder()
                        .version(1)
                        .putStatusMap(
                                CHANNEL,
                                StatusMap.builder()
                                        .putInbound("READY_FOR_PROCESSING", new StatusId("new"))
                                        .putOutbound(Shop.PACKING, StatusIntent.PROCESSING)
                                        .build())
                        .putDictionary(
                                CHANNEL,
                                Dictionary.builder()
                                        .putPaymentMethod("ONLINE", "card")
                                        .putPaymentMethod("CASH_ON_DELIVERY", "cash-on-delivery")
                                        .putDeliveryMethod("5d0f4a10-1111-4c01-9a01-0a0b0c0d0e01", "courier")
                                        .build())
                        .build())
                .rules(rules())
                .build();
    }

    /** For the simulator at that address. */
    static Settings settings(String baseUrl, String refreshToken) {
        return Settings.of(Map.of(
                AllegroConnectorFactory.API_URL,
                baseUrl,
                AllegroConnectorFactory.AUTH_URL,
                baseUrl,
                AllegroConnectorFactory.CLIENT_ID,
                SimulatedSales.CLIENT_ID,
                AllegroConnectorFactory.CLIENT_SECRET,
                SimulatedSales.CLIENT_SECRET,
                AllegroConnectorFactory.APPLICATION_NAME,
                "Bench",
                AllegroConnectorFactory.APPLICATION_URL,
                "https://shop.example/allegro",
                AllegroConnectorFactory.REFRESH_TOKEN,
                refreshToken));
    }

    private static RuleSet rules() {
        List<Rule> rules = new ArrayList<>();
        rules.add(Shop.rule(
                "invoice-and-pack",
                "order.confirmed",
                Field.PAYMENT_STATE.isOneOf(Axes.PaymentState.PAID),
                new Action.IssueDocument(DocumentKind.INVOICE, Optional.empty()),
                new Action.SetStatus(Shop.PACKING)));
        rules.add(Shop.rule(
                "on-delivery",
                "order.confirmed",
                Condition.all(
                        Field.PAYMENT_METHOD.isOneOf("cash-on-delivery"),
                        Field.PAYMENT_STATE.isOneOf(Axes.PaymentState.UNPAID)),
                new Action.AddTag("on-delivery")));
        rules.addAll(RuleScale.rules(RULES - rules.size(), METHODS).rules());
        return RuleSet.of(1, rules.toArray(Rule[]::new));
    }
}
