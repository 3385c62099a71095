package io.orderweave.examples.marketplace;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.orderweave.connector.InboundEndpoint.InboundRequest;
import io.orderweave.tck.SettableClock;
import io.orderweave.tck.channel.Facet;
import io.orderweave.tck.channel.ScriptedNotifications;
import io.orderweave.tck.channel.ScriptedOffers;
import io.orderweave.tck.channel.ScriptedReturns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stall, grown to a marketplace that can do all that connectors can. */
final class BazaarServer extends StallServer {

    private static final Set<String> OF_OFFERS = Set.of("offers", "stock", "prices");

    private final BazaarOrderDesk deeds = new BazaarOrderDesk();
    private final BazaarReturnDesk returns;
    private final BazaarOfferShelf offers;

    private BazaarServer(SettableClock clock, HttpServer http) {
        super(clock, http);
        this.returns = new BazaarReturnDesk(clock, this::document);
        this.offers = new BazaarOfferShelf(clock);
    }

    static BazaarServer start(SettableClock clock) {
        return started(new BazaarServer(clock, newHttp()));
    }

    private synchronized JsonNode document(String order) {
        return order(order).document;
    }

    @Override
    Answer answer(StallRequest request) throws IOException {
        String first = request.path().get(0);
        if (first.equals("returns")) {
            return returns.answer(request);
        }
        if (OF_OFFERS.contains(first)) {
            return offers.answer(request);
        }
        if (!BazaarOrderDesk.serves(request)) {
            return super.answer(request);
        }
        String id = request.path().get(1);
        if (!has(id)) {
            return Answer.bare(404);
        }
        Answer answer = deeds.answer(request, order(id));
        touch(id);
        return answer;
    }

    @Override
    public synchronized int landed(Facet facet, String externalId) {
        boolean grown = Set.of(Facet.CANCELLATIONS, Facet.REFUNDS, Facet.DOCUMENT_UPLOADS)
                .contains(facet);
        return grown ? deeds.landed(facet, externalId) : super.landed(facet, externalId);
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
        return order -> {
            byte[] body =
                    ("{\"event\":\"order-changed\",\"order\":\"" + order + "\"}").getBytes(StandardCharsets.UTF_8);
            String signature = BazaarPush.signature(clientSecret(), body);
            return new InboundRequest(
                    "POST",
                    "/hooks/bazaar",
                    Map.of(),
                    Map.of("content-type", List.of("application/json"), BazaarPush.SIGNATURE, List.of(signature)),
                    body);
        };
    }
}
