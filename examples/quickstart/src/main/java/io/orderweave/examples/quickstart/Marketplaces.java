package io.orderweave.examples.quickstart;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.Connection;
import io.orderweave.connection.Settings;
import io.orderweave.connectors.allegro.AllegroConnectorFactory;
import io.orderweave.connectors.kaufland.KauflandConnectorFactory;
import io.orderweave.id.StatusId;
import io.orderweave.order.Dictionary;
import io.orderweave.order.StatusIntent;
import io.orderweave.order.StatusMap;
import java.time.Instant;
import java.util.Map;

/** The shop's accounts at the two marketplaces, and their words in the shop's own. */
final class Marketplaces {

    private Marketplaces() {}

    static Connection allegro(Outside outside, Instant liveFrom) {
        String url = outside.allegro().baseUrl();
        return Connection.builder()
                .id(Shop.ALLEGRO)
                .system(new ChannelId("allegro"))
                .seller(Shop.SELLER)
                .liveFrom(liveFrom)
                .settings(Settings.of(Map.of(
                        AllegroConnectorFactory.API_URL,
                        url,
                        AllegroConnectorFactory.AUTH_URL,
                        url,
                        AllegroConnectorFactory.CLIENT_ID,
                        Outside.CLIENT_ID,
                        AllegroConnectorFactory.CLIENT_SECRET,
                        Outside.CLIENT_SECRET,
                        AllegroConnectorFactory.APPLICATION_NAME,
                        Outside.APPLICATION,
                        AllegroConnectorFactory.APPLICATION_VERSION,
                        "1.0.0",
                        AllegroConnectorFactory.APPLICATION_URL,
                        "https://shop.example/orders",
                        AllegroConnectorFactory.REFRESH_TOKEN,
                        outside.allegro().accounts().mintRefreshToken())))
                .build();
    }

    static Connection kaufland(Outside outside, Instant liveFrom) {
        return Connection.builder()
                .id(Shop.KAUFLAND)
                .system(new ChannelId("kaufland"))
                .seller(Shop.SELLER)
                .liveFrom(liveFrom)
                .settings(Settings.of(Map.of(
                        KauflandConnectorFactory.API_URL,
                        outside.kaufland().baseUrl(),
                        KauflandConnectorFactory.CLIENT_KEY,
                        Outside.KAUFLAND_KEY,
                        KauflandConnectorFactory.SECRET_KEY,
                        Outside.KAUFLAND_SECRET,
                        KauflandConnectorFactory.ACCOUNT_NAME,
                        "dobry-sklep")))
                .build();
    }

    /** Both ways; {@code docs/connectors/allegro.md} lists the terms. */
    static StatusMap allegroStatuses() {
        return StatusMap.builder()
                .putInbound("BOUGHT", new StatusId("waiting"))
                .putInbound("FILLED_IN", new StatusId("waiting"))
                .putInbound("READY_FOR_PROCESSING", new StatusId("new"))
                .putInbound("PROCESSING", new StatusId("packing"))
                .putInbound("SENT", new StatusId("shipped"))
                .putInbound("PICKED_UP", new StatusId("delivered"))
                .putInbound("CANCELLED", new StatusId("cancelled"))
                .putOutbound(new StatusId("packing"), StatusIntent.PROCESSING)
                .putOutbound(new StatusId("shipped"), StatusIntent.SHIPPED)
                .putOutbound(new StatusId("delivered"), StatusIntent.DELIVERED)
                .build();
    }

    /** One way: Kaufland's pieces are sent by their tracking number; it takes no other status of ours. */
    static StatusMap kauflandStatuses() {
        return StatusMap.builder()
                .putInbound("open", new StatusId("waiting"))
                .putInbound("need_to_be_sent", new StatusId("new"))
                .putInbound("partially_sent", new StatusId("packing"))
                .putInbound("sent", new StatusId("shipped"))
                .putInbound("received", new StatusId("delivered"))
                .putInbound("cancelled", new StatusId("cancelled"))
                .build();
    }

    static Dictionary allegroTerms() {
        return Dictionary.builder()
                .putPaymentMethod("ONLINE", "online")
                .putPaymentMethod("CASH_ON_DELIVERY", "cash-on-delivery")
                .putPaymentMethod("WIRE_TRANSFER", "bank-transfer")
                .putAllDeliveryMethods(AllegroScript.deliveryMethods())
                .build();
    }

    static Dictionary kauflandTerms() {
        return Dictionary.builder()
                .putDeliveryMethod(KauflandScript.POINTS_OF, "pickup-point")
                .build();
    }
}
