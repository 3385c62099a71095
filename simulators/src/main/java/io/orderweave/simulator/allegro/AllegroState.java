package io.orderweave.simulator.allegro;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** All that the simulated Allegro remembers; guarded by its state store. */
final class AllegroState {

    /** Counts what ids are made of. */
    long made;

    long lastEventId;
    final Map<String, CheckoutForm> forms = new LinkedHashMap<>();

    /** Forms that went into a joint payment, by the form that took their place. */
    final Map<String, String> replaced = new LinkedHashMap<>();

    final NavigableMap<Long, JournalEvent> events = new TreeMap<>();
    final List<TokenGrant> grants = new ArrayList<>();
    final Map<String, AuthorizationCode> codes = new LinkedHashMap<>();
    final Map<String, DeviceRequest> devices = new LinkedHashMap<>();

    final Map<String, CustomerReturn> returns = new LinkedHashMap<>();
    final Map<String, Offer> offers = new LinkedHashMap<>();
    final List<OfferEvent> offerEvents = new ArrayList<>();
    final Map<String, OfferEdit> offerEdits = new LinkedHashMap<>();

    /** By kind and id, in the order they came. */
    final Map<String, OfferCommand> offerCommands = new LinkedHashMap<>();

    long next() {
        return ++made;
    }
}
