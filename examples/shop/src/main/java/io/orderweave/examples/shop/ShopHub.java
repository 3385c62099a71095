package io.orderweave.examples.shop;

import io.orderweave.OrderHub;
import io.orderweave.OrderHubBuilder;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Mode;
import io.orderweave.documents.PdfDocumentRenderer;
import io.orderweave.examples.shop.config.ConnectionConfig;
import io.orderweave.examples.shop.config.DatabaseConfig;
import io.orderweave.examples.shop.config.ShopConfig;
import io.orderweave.examples.shop.config.Systems;
import io.orderweave.jdbc.JdbcStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.postgresql.ds.PGSimpleDataSource;

/** A hub as the configuration describes it, with its database open. */
public final class ShopHub implements AutoCloseable {

    private final ShopConfig config;
    private final JdbcStores stores;
    private final OrderHub hub;

    private ShopHub(ShopConfig config, JdbcStores stores, OrderHub hub) {
        this.config = config;
        this.stores = stores;
        this.hub = hub;
    }

    /**
     * Opens the database, brings its tables up to date, and wires a hub that goes by the rules and mappings in force, whatever the file
     * says by now: a command beside the running shop must not change what that does. Makes no call to the outside.
     */
    public static ShopHub open(ShopConfig config, Clock clock) {
        return open(config, clock, OrderHubBuilder::followStored);
    }

    /** As {@link #open}, for what acts by the file: its rules and mappings are put in force where they are newer. */
    public static ShopHub openToRun(ShopConfig config, Clock clock) {
        return open(config, clock, builder -> builder.rules(config.rules()).mappings(config.mappings()));
    }

    private static ShopHub open(ShopConfig config, Clock clock, UnaryOperator<OrderHubBuilder> versions) {
        JdbcStores stores = stores(config.database(), clock);
        try {
            stores.migrate();
            OrderHubBuilder builder = versions.apply(builder(config, stores, clock));
            return new ShopHub(config, stores, builder.build());
        } catch (RuntimeException fault) {
            stores.close();
            throw fault;
        }
    }

    public OrderHub hub() {
        return hub;
    }

    public ShopConfig config() {
        return config;
    }

    /** The connections that are not switched off, in the order of the file. */
    public List<ConnectionId> active() {
        return config.connections().stream()
                .filter(connection -> mode(connection) != Mode.OFF)
                .map(ConnectionConfig::id)
                .toList();
    }

    @Override
    public void close() {
        hub.close();
        stores.close();
    }

    private static Mode mode(ConnectionConfig connection) {
        if (connection instanceof ConnectionConfig.Channel channel) {
            return channel.connection().mode();
        }
        return connection instanceof ConnectionConfig.CourierAccount courier
                ? courier.connection().mode()
                : Mode.LIVE;
    }

    private static JdbcStores stores(DatabaseConfig database, Clock clock) {
        if (database instanceof DatabaseConfig.Sqlite sqlite) {
            createFolder(sqlite);
            return JdbcStores.sqlite(sqlite.file(), clock);
        }
        DatabaseConfig.Postgres postgres = (DatabaseConfig.Postgres) database;
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(postgres.url());
        postgres.user().ifPresent(source::setUser);
        postgres.password().ifPresent(source::setPassword);
        return JdbcStores.builder().dataSource(source).clock(clock).build();
    }

    private static void createFolder(DatabaseConfig.Sqlite sqlite) {
        Path folder =
                Optional.ofNullable(sqlite.file().toAbsolutePath().getParent()).orElseThrow();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of the database, " + folder + ", cannot be made", e);
        }
    }

    private static OrderHubBuilder builder(ShopConfig config, JdbcStores stores, Clock clock) {
        OrderHubBuilder builder = OrderHub.builder()
                .stores(stores)
                .clock(clock)
                .node(config.node() + "-" + ProcessHandle.current().pid())
                .encryption(config.keys())
                .seller(config.seller())
                .renderer(PdfDocumentRenderer.create());
        Systems.installed().connect(builder, config.connections(), clock);
        return builder;
    }
}
