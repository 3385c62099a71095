package io.orderweave.tck.channel;

import io.orderweave.order.StatusIntent;
import java.net.URI;
import java.util.Currency;
import java.util.Map;
import java.util.Set;

/**
 * The other side, scripted: a small server that behaves as the channel does and holds one account. Implemented by the author of a
 * connector, mostly over a simulator. Called from one thread while it answers requests on others. What is not about orders stands
 * apart, for connectors that claim it: {@link ScriptedReturns}, {@link ScriptedOffers}, {@link ScriptedNotifications}.
 */
public interface ChannelServer extends AutoCloseable {

    /** Where it answers. */
    URI baseUrl();

    /** The settings of a connection to this account, every URL among them at {@code base} instead of {@link #baseUrl()}. */
    Map<String, String> settings(URI base);

    /** The currency of the orders placed. */
    Currency currency();

    /** The parts of an order that the channel tells. */
    Set<OrderDetail> tells();

    /** What the channel can do; {@link Scenario#POISON_ORDER} always. */
    Set<Scenario> scenarios();

    /**
     * Has the order placed, now, ready to be processed.
     *
     * @return its id at the channel
     */
    String place(TestOrder order);

    /**
     * As {@link #place}, but so that such a write can be about the order: at most channels any placed order will do, at some only one
     * that was sent is paid back.
     */
    default String placeFor(Facet facet, TestOrder order) {
        return place(order);
    }

    /** As {@link #place}, but so that the status tells the channel something new. */
    default String placeFor(StatusIntent intent, TestOrder order) {
        return placeFor(Facet.STATUS_UPDATES, order);
    }

    /** The buyer or the channel changes something of the order that orders tell; each call changes it anew. */
    void change(String externalId);

    /**
     * Plays the scenario.
     *
     * @param externalId the order concerned, where one is
     */
    void play(Scenario scenario, String externalId);

    /** An id as the channel's are, which no order has. */
    String unknownOrder();

    /**
     * How many writes of that kind the channel has carried out for the order; of documents and numbers, how many it has. A write of
     * several requests counts from the first of them.
     */
    int landed(Facet facet, String externalId);

    /** How many requests that change something one write about the order takes: more than one where each piece wants its own. */
    default int requestsOfAWrite(Facet facet, String externalId) {
        return 1;
    }

    /** How many requests a poll with nothing new costs. */
    default int requestsOfAnIdlePoll() {
        return 1;
    }

    /** Returns; asked for only where {@link Facet#RETURN_FEED} or {@link Facet#RETURN_DECISIONS} is claimed. */
    default ScriptedReturns returns() {
        throw new UnsupportedOperationException("a facet about returns is claimed, but the server scripts none");
    }

    /**
     * Offers; asked for only where {@link Facet#STOCK_UPDATES}, {@link Facet#PRICE_UPDATES} or {@link Facet#CATALOG_FEED} is
     * claimed.
     */
    default ScriptedOffers offers() {
        throw new UnsupportedOperationException("a facet about offers is claimed, but the server scripts none");
    }

    /** Notifications; asked for only where {@link Facet#INBOUND_ENDPOINT} is claimed. */
    default ScriptedNotifications notifications() {
        throw new UnsupportedOperationException("notifications are claimed, but the server scripts none");
    }

    @Override
    void close();
}
