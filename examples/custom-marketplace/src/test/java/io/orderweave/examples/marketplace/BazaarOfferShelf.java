package io.orderweave.examples.marketplace;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.connector.OfferRef;
import io.orderweave.examples.marketplace.StallServer.Answer;
import io.orderweave.money.Money;
import io.orderweave.tck.channel.OfferDetail;
import io.orderweave.tck.channel.ScriptedOffers;
import io.orderweave.tck.channel.TestProduct;
import io.orderweave.tck.channel.TestProduct.Variant;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Bazaar's offers, and the batches that change them: prices at once, stock a while later. */
final class BazaarOfferShelf implements ScriptedOffers {

    private static final Duration STOCK_TAKES = Duration.ofSeconds(30);

    private final Clock clock;
    private final Map<String, StallDocument> offers = new LinkedHashMap<>();
    private final Map<String, Batch> batches = new LinkedHashMap<>();
    private long changes;

    BazaarOfferShelf(Clock clock) {
        this.clock = clock;
    }

    /** Levels that were taken. */
    private static final class Batch {

        private final ObjectNode levels;
        private final Instant due;
        private final ObjectNode set = JsonNodeFactory.instance.objectNode();
        private boolean done;

        private Batch(ObjectNode levels, Instant due) {
            this.levels = levels;
            this.due = due;
        }
    }

    @Override
    public synchronized List<OfferRef> list(TestProduct product) {
        List<OfferRef> refs = new ArrayList<>();
        for (Variant variant : product.variants()) {
            String id = "OF-" + (1 + offers.size());
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.put("id", id)
                    .put("product", "P-" + product.number())
                    .put("sku", variant.sku())
                    .put("ean", variant.ean())
                    .put("title", product.name())
                    .put("html", product.description())
                    .put("status", "on sale")
                    .put("pieces", variant.available())
                    .put("price", variant.price().toPlainString())
                    .put("currency", "EUR")
                    .put("category", "bowls");
            product.images().forEach(image -> document.withArray("pictures").add(image));
            ObjectNode attributes = document.putObject("attributes");
            variant.size().ifPresent(size -> attributes.put(TestProduct.SIZE, size));
            offers.put(id, new StallDocument(document));
            touch(id);
            refs.add(OfferRef.of(id));
        }
        return refs;
    }

    @Override
    public synchronized void change(OfferRef offer) {
        touch(offer.id()).put("html", "<p>Description no. " + changes + "</p>");
    }

    @Override
    public synchronized void poison(OfferRef offer) {
        touch(offer.id()).put("price", "ten");
    }

    @Override
    public OfferRef unknownOffer() {
        return OfferRef.of("OF-999999");
    }

    @Override
    public synchronized int available(OfferRef offer) {
        setWhatIsDue();
        return offer(offer.id()).document.path("pieces").asInt();
    }

    @Override
    public synchronized Money price(OfferRef offer) {
        return Money.of(offer(offer.id()).document.path("price").asText(), "EUR");
    }

    @Override
    public Set<OfferDetail> tells() {
        return EnumSet.allOf(OfferDetail.class);
    }

    synchronized Answer answer(StallRequest request) throws IOException {
        setWhatIsDue();
        return switch (request.path().get(0)) {
            case "prices" -> new Answer(200, setPrices(request.json()));
            case "stock" -> stock(request);
            default -> new Answer(200, StallDocument.page("offers", offers.values(), request.after(), request.limit()));
        };
    }

    private ObjectNode setPrices(ObjectNode prices) {
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        prices.fields().forEachRemaining(price -> {
            boolean known = offers.containsKey(price.getKey());
            said.put(price.getKey(), known ? "set" : "unknown");
            if (known) {
                touch(price.getKey()).set("price", price.getValue());
            }
        });
        return said;
    }

    private Answer stock(StallRequest request) throws IOException {
        String key = request.path().get(1);
        if (request.method().equals("PUT")) {
            batches.putIfAbsent(key, new Batch(request.json(), clock.instant().plus(STOCK_TAKES)));
            return Answer.bare(202);
        }
        Batch batch = batches.get(key);
        if (batch == null) {
            return Answer.bare(404);
        }
        ObjectNode report = JsonNodeFactory.instance.objectNode().put("done", batch.done);
        report.set("set", batch.set);
        return new Answer(200, report);
    }

    private void setWhatIsDue() {
        Instant now = clock.instant();
        batches.values().stream()
                .filter(batch -> !batch.done && !batch.due.isAfter(now))
                .forEach(batch -> {
                    batch.done = true;
                    batch.levels.fields().forEachRemaining(level -> {
                        boolean known = offers.containsKey(level.getKey());
                        batch.set.put(level.getKey(), known);
                        if (known) {
                            touch(level.getKey()).set("pieces", level.getValue());
                        }
                    });
                });
    }

    private ObjectNode touch(String id) {
        StallDocument offer = offer(id);
        offer.changedAt = ++changes;
        return offer.document;
    }

    private StallDocument offer(String id) {
        return Objects.requireNonNull(offers.get(id), id);
    }
}
