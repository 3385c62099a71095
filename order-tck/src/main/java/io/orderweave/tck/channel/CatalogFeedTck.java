package io.orderweave.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orderweave.connector.CatalogFeed;
import io.orderweave.connector.CatalogFeed.Item;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelOffer;
import io.orderweave.connector.OfferRef;
import io.orderweave.tck.channel.FeedReader.Feed;
import io.orderweave.tck.channel.FeedReader.Page;
import io.orderweave.tck.channel.TestProduct.Variant;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The clauses of {@link CatalogFeed}: each offer comes, as it is, however many there are. A part of {@link ChannelConnectorTck}. */
public abstract class CatalogFeedTck extends FeedGroup<Item> {

    private final Map<String, OfferRef> listed = new HashMap<>();

    @Override
    Facet facet() {
        return Facet.CATALOG_FEED;
    }

    @Override
    Feed<Item> feedOf(ChannelConnector any) {
        CatalogFeed catalog = any.catalogFeed().orElseThrow();
        return (from, limit) -> {
            CatalogFeed.Batch batch = catalog.poll(from, limit);
            return new Page<>(batch.items(), batch.next(), batch.more());
        };
    }

    @Override
    String add(int number) {
        OfferRef offer = server.offers().list(TestProduct.single(number)).get(0);
        listed.put(offer.id(), offer);
        return offer.id();
    }

    @Override
    void change(String id) {
        server.offers().change(ref(id));
    }

    @Override
    void poison(String id) {
        server.offers().poison(ref(id));
    }

    private OfferRef ref(String id) {
        return Objects.requireNonNull(listed.get(id), id);
    }

    @Override
    boolean tellsChanges() {
        return server.offers().tellsChanges();
    }

    @Override
    Duration noticedWithin() {
        return server.offers().noticedWithin();
    }

    @Override
    Duration quietAfter() {
        return server.offers().quietAfter();
    }

    @Override
    String idOf(Item item) {
        return item instanceof Item.Changed changed ? changed.offer().ref().id() : ((Item.Unreadable) item).id();
    }

    @Override
    List<Object> said(Item item) {
        ChannelOffer offer = offer(item);
        return List.of(
                offer.ref(),
                offer.product(),
                offer.sku(),
                offer.eans(),
                offer.name(),
                offer.description(),
                offer.term(),
                offer.active(),
                offer.available(),
                offer.price(),
                offer.storefrontPrices(),
                offer.categories(),
                offer.images(),
                offer.attributes());
    }

    @Override
    Optional<Unread> unread(Item item) {
        return item instanceof Item.Unreadable poisoned
                ? Optional.of(new Unread(poisoned.raw(), poisoned.reason()))
                : Optional.empty();
    }

    @Test
    void tellsEachDetailTheChannelTellsAndInventsNoOther() {
        claimed(facet());
        TestProduct product = TestProduct.single(1);
        Variant variant = product.variants().get(0);

        ChannelOffer offer = brought(server.offers().list(product).get(0));

        assertThat(offer.name()).contains(product.name());
        SoftAssertions.assertSoftly(softly -> {
            for (OfferDetail detail : OfferDetail.values()) {
                boolean told = server.offers().tells().contains(detail);
                softly.assertThat(detail.in(offer))
                        .as(told ? detail.name() : detail + ", which the channel does not tell")
                        .isEqualTo(told ? detail.in(product, variant) : Optional.empty());
            }
        });
    }

    @Test
    void anOfferIsCalledAsUpdatesCallIt() {
        claimed(facet());
        OfferRef offer = server.offers().list(TestProduct.single(1)).get(0);

        assertThat(brought(offer).ref()).isEqualTo(offer);
    }

    @Test
    void anOfferOnSaleIsActive() {
        claimed(facet());
        OfferRef offer = server.offers().list(TestProduct.single(1)).get(0);

        assertThat(brought(offer).active()).isTrue();
    }

    @Test
    void eachVariantIsAnOfferOfItsOwn() {
        claimed(facet());
        assumeTrue(server.offers().tells().contains(OfferDetail.VARIANTS), "the channel does not tell variants");
        TestProduct product = TestProduct.inTwoSizes(1);

        List<ChannelOffer> offers =
                server.offers().list(product).stream().map(this::brought).toList();

        assertThat(offers).hasSameSizeAs(product.variants());
        assertThat(offers).extracting(ChannelOffer::product).doesNotContain(Optional.empty());
        assertThat(offers.stream().map(ChannelOffer::product).distinct()).hasSize(1);
        SoftAssertions.assertSoftly(softly -> {
            for (int index = 0; index < offers.size(); index++) {
                Variant variant = product.variants().get(index);
                for (OfferDetail detail : server.offers().tells()) {
                    softly.assertThat(detail.in(offers.get(index)))
                            .as(detail + " of variant " + index)
                            .isEqualTo(detail.in(product, variant));
                }
            }
        });
    }

    @Test
    void keepsTheDocument() {
        claimed(facet());

        ChannelOffer offer = brought(server.offers().list(TestProduct.single(1)).get(0));

        assertThat(offer.raw().mediaType()).contains("/");
        assertThat(offer.raw().content()).isNotEmpty();
    }

    /** The offer, read from the beginning. */
    private ChannelOffer brought(OfferRef ref) {
        return offer(item(new FeedReader<Item>().readAll(entries(), 10), ref.id()));
    }

    private static ChannelOffer offer(Item item) {
        if (item instanceof Item.Changed changed) {
            return changed.offer();
        }
        throw new AssertionError("expected an offer, got " + item);
    }
}
