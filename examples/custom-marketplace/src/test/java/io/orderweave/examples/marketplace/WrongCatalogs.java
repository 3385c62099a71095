package io.orderweave.examples.marketplace;

import io.orderweave.channel.Storefront;
import io.orderweave.connection.Checkpoint;
import io.orderweave.connector.CatalogFeed;
import io.orderweave.connector.CatalogFeed.Batch;
import io.orderweave.connector.CatalogFeed.Item;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelOffer;
import io.orderweave.connector.OfferRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Feeds of offers that lose, hoard or misread. */
final class WrongCatalogs {

    private static final int EVERYTHING = 10_000;

    private WrongCatalogs() {}

    static List<WrongConnector> all() {
        return List.of(
                wrong(
                        "poison offer skipped",
                        "the checkpoint passes an unreadable offer in silence",
                        feed -> (from, limit) -> {
                            Batch batch = feed.poll(from, limit);
                            return new Batch(
                                    batch.items().stream()
                                            .filter(Item.Changed.class::isInstance)
                                            .toList(),
                                    batch.next(),
                                    batch.more());
                        }),
                wrong("whole catalogue", "each poll hands out everything there is", WrongCatalogs::hoards),
                wrong(
                        "read for one poll",
                        "each poll reads the whole catalogue for a few offers",
                        feed -> (from, limit) -> {
                            feed.poll(from, EVERYTHING);
                            return feed.poll(from, limit);
                        }),
                wrong("read once", "after the first round there is nothing more", feed -> (from, limit) -> {
                    if (from.filter(at -> at.value().equals("read")).isPresent()) {
                        return new Batch(List.of(), new Checkpoint(1, "read"), false);
                    }
                    Batch batch = feed.poll(from, limit);
                    return batch.more() ? batch : new Batch(batch.items(), new Checkpoint(1, "read"), false);
                }),
                wrong("one size", "of a product's variants the first is brought", WrongCatalogs::mergesVariants),
                mapping(
                        "number for the EAN",
                        "the seller's number is taken for the EAN",
                        offer -> offer.eans(offer.build().sku().stream().toList())),
                mapping("pictures as they fall", "pictures lose their order", offer -> {
                    List<String> pictures = new ArrayList<>(offer.build().images());
                    Collections.reverse(pictures);
                    return offer.images(pictures);
                }),
                mapping(
                        "name for the text",
                        "the name is taken for the description",
                        offer -> offer.description(offer.build().name())),
                mapping(
                        "another name",
                        "offers are called otherwise than updates call them",
                        offer -> offer.ref(
                                new OfferRef(offer.build().ref().id(), Optional.of(new Storefront("stall-eu"))))),
                mapping("never for sale", "an offer on sale is told to be none", offer -> offer.active(false)));
    }

    private static WrongConnector wrong(String name, String does, UnaryOperator<CatalogFeed> fault) {
        return new WrongConnector(name, does, Groups.CATALOG, parts -> {
            ChannelConnector right = parts.bazaar();
            CatalogFeed wrong = fault.apply(right.catalogFeed().orElseThrow());
            return new ForwardingConnector(right) {
                @Override
                public Optional<CatalogFeed> catalogFeed() {
                    return Optional.of(wrong);
                }
            };
        });
    }

    private static WrongConnector mapping(String name, String does, UnaryOperator<ChannelOffer.Builder> fault) {
        return wrong(name, does, feed -> (from, limit) -> {
            Batch batch = feed.poll(from, limit);
            return new Batch(
                    batch.items().stream().map(item -> mapped(item, fault)).toList(), batch.next(), batch.more());
        });
    }

    private static Item mapped(Item item, UnaryOperator<ChannelOffer.Builder> fault) {
        return item instanceof Item.Changed changed
                ? new Item.Changed(fault.apply(ChannelOffer.builder().from(changed.offer()))
                        .build())
                : item;
    }

    private static CatalogFeed hoards(CatalogFeed right) {
        return (from, limit) -> {
            List<Item> items = new ArrayList<>();
            Batch batch = right.poll(from, EVERYTHING);
            items.addAll(batch.items());
            while (batch.more()) {
                batch = right.poll(Optional.of(batch.next()), EVERYTHING);
                items.addAll(batch.items());
            }
            return new Batch(items, batch.next(), false);
        };
    }

    private static CatalogFeed mergesVariants(CatalogFeed right) {
        return (from, limit) -> {
            Batch batch = right.poll(from, limit);
            Set<String> products = new HashSet<>();
            return new Batch(
                    batch.items().stream()
                            .filter(item -> !(item instanceof Item.Changed changed)
                                    || products.add(changed.offer().product().orElse("")))
                            .toList(),
                    batch.next(),
                    batch.more());
        };
    }
}
