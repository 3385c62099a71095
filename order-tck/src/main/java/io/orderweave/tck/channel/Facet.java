package io.orderweave.tck.channel;

import io.orderweave.connector.ChannelConnector;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The abilities a connector may have, one for each facet of {@link ChannelConnector}. */
public enum Facet {
    ORDER_FEED("new and changed orders", ChannelConnector::orderFeed),
    ORDER_READER("one order as it is now", ChannelConnector::orderReader),
    STATUS_UPDATES("status out", ChannelConnector::statusUpdates),
    TRACKING_UPDATES("tracking numbers out", ChannelConnector::trackingUpdates),
    DOCUMENT_UPLOADS("documents out", ChannelConnector::documentUploads),
    CANCELLATIONS("cancellations out", ChannelConnector::cancellations),
    REFUNDS("refunds out", ChannelConnector::refunds),
    RETURN_FEED("returns in", ChannelConnector::returnFeed),
    RETURN_DECISIONS("decisions on returns out", ChannelConnector::returnDecisions),
    STOCK_UPDATES("stock out", ChannelConnector::stockUpdates),
    PRICE_UPDATES("prices out", ChannelConnector::priceUpdates),
    CATALOG_FEED("catalogue in", ChannelConnector::catalogFeed),
    INBOUND_ENDPOINT("notifications in", ChannelConnector::inboundEndpoint);

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // references to methods without state
    private final Function<ChannelConnector, Optional<?>> accessor;

    Facet(String title, Function<ChannelConnector, Optional<?>> accessor) {
        this.title = title;
        this.accessor = accessor;
    }

    /** What it does, for people. */
    public String title() {
        return title;
    }

    boolean isIn(ChannelConnector connector) {
        return accessor.apply(connector).isPresent();
    }

    /** The facets the connector has. */
    public static Set<Facet> of(ChannelConnector connector) {
        Set<Facet> present = EnumSet.noneOf(Facet.class);
        for (Facet facet : values()) {
            if (facet.isIn(connector)) {
                present.add(facet);
            }
        }
        return present;
    }
}
