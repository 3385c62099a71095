package io.orderweave.examples.quickstart;

import io.orderweave.OrderHub;
import io.orderweave.channel.ChannelId;
import io.orderweave.connection.Connection;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Settings;
import io.orderweave.connectors.allegro.AllegroConnectorFactory;
import io.orderweave.document.Seller;
import io.orderweave.id.SellerId;
import io.orderweave.jdbc.JdbcStores;
import io.orderweave.order.Order;
import io.orderweave.order.OrderQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Properties;

/** The program of the README, word for word; {@link ReadmeTest} compares and runs it. */
public final class FirstOrders {
    public static void main(String[] args) throws IOException {
        Properties settings = new Properties();
        settings.load(Files.newBufferedReader(Path.of(args[0])));
        ConnectionId allegro = new ConnectionId("allegro");
        try (JdbcStores stores = JdbcStores.sqlite(Path.of(args[1]), Clock.systemUTC())) {
            stores.migrate();
            OrderHub hub = OrderHub.builder()
                    .stores(stores)
                    .seller(Seller.of(new SellerId("shop"), "Dobry Sklep", ZoneId.of("Europe/Warsaw")))
                    .connector(new AllegroConnectorFactory())
                    .connection(Connection.builder()
                            .id(allegro)
                            .system(new ChannelId("allegro"))
                            .seller(new SellerId("shop"))
                            .settings(Settings.from(settings))
                            .build())
                    .build();
            hub.pull(allegro);
            for (Order order : hub.orders().find(OrderQuery.all()).orders()) {
                System.out.println(order.number() + "  " + order.total() + "  " + order.status());
            }
        }
    }
}
