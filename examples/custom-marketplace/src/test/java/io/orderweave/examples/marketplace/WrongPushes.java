package io.orderweave.examples.marketplace;

import io.orderweave.connector.InboundEndpoint;
import io.orderweave.connector.InboundEndpoint.Hint;
import io.orderweave.connector.InboundEndpoint.InboundRequest;
import io.orderweave.connector.InboundEndpoint.InboundResponse;
import io.orderweave.connector.InboundEndpoint.Received;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.OrderFeed.Batch;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.examples.marketplace.WrongConnector.Parts;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Endpoints that believe too much, or make more of a notification than a hint. */
final class WrongPushes {

    private WrongPushes() {}

    static List<WrongConnector> all() {
        return List.of(
                wrong("not checked", "the signature is not looked at", (right, parts) -> WrongPushes::thanks),
                wrong(
                        "signature optional",
                        "a request without a signature is taken",
                        (right, parts) ->
                                request -> request.header(BazaarPush.SIGNATURE).isPresent()
                                        ? right.handle(request)
                                        : thanks(request)),
                wrong(
                        "signature remembered",
                        "a signature that was right once is right for any body",
                        WrongPushes::trustsOnce),
                wrong("half a signature", "the first half of the signature is enough", (right, parts) -> request -> {
                    String given = request.header(BazaarPush.SIGNATURE).orElse("");
                    String signed = BazaarPush.signature(parts.settings().get("client.secret"), request.body());
                    return given.length() == signed.length()
                                    && given.startsWith(signed.substring(0, signed.length() / 2))
                            ? thanks(request)
                            : right.handle(request);
                }),
                wrong(
                        "refused with thanks",
                        "what is refused is answered as if it were taken",
                        (right, parts) -> request -> {
                            Received received = right.handle(request);
                            return new Received(InboundResponse.of(200, "thanks"), received.hints());
                        }),
                wrong(
                        "secret in the answer",
                        "what is refused is answered with what would have been right",
                        (right, parts) -> request -> {
                            Received received = right.handle(request);
                            return received.hints().isEmpty()
                                    ? Received.refused(
                                            401, "not by " + parts.settings().get("client.secret"))
                                    : received;
                        }),
                wrong("looks by itself", "a notification makes a call", (right, parts) -> {
                    StallApi api = parts.api();
                    return request -> {
                        api.account();
                        return right.handle(request);
                    };
                }),
                wrong("heard before", "a notification that comes again is none", WrongPushes::hearsOnce),
                wrong(
                        "hint at nothing",
                        "a genuine notification says nothing",
                        (right, parts) ->
                                request -> new Received(right.handle(request).response(), List.of())),
                new WrongConnector(
                        "notified, so known",
                        "an order that was notified is not polled any more",
                        Groups.NOTIFICATIONS,
                        NotPolled::new));
    }

    private static WrongConnector wrong(
            String name, String does, BiFunction<InboundEndpoint, Parts, InboundEndpoint> fault) {
        return new WrongConnector(name, does, Groups.NOTIFICATIONS, parts -> {
            BazaarConnector right = parts.bazaar();
            InboundEndpoint wrong = fault.apply(right.inboundEndpoint().orElseThrow(), parts);
            return new ForwardingConnector(right) {
                @Override
                public Optional<InboundEndpoint> inboundEndpoint() {
                    return Optional.of(wrong);
                }
            };
        });
    }

    private static Received thanks(InboundRequest request) {
        return new Received(InboundResponse.of(200, "thanks"), List.of(BazaarPush.hint(request.body())));
    }

    private static InboundEndpoint trustsOnce(InboundEndpoint right, Parts parts) {
        Set<String> seen = new HashSet<>();
        return request -> {
            String signature = request.header(BazaarPush.SIGNATURE).orElse("");
            Received received = right.handle(request);
            if (!received.hints().isEmpty()) {
                seen.add(signature);
            }
            return seen.contains(signature) ? thanks(request) : received;
        };
    }

    private static InboundEndpoint hearsOnce(InboundEndpoint right, Parts parts) {
        Set<ByteBuffer> heard = new HashSet<>();
        return request -> heard.add(ByteBuffer.wrap(request.body()))
                ? right.handle(request)
                : new Received(InboundResponse.of(200, "thanks"), List.of());
    }

    /** Takes the hint for the order. */
    private static final class NotPolled extends ForwardingConnector {

        private final InboundEndpoint endpoint;
        private final OrderFeed feed;
        private final Set<String> notified = new HashSet<>();

        private NotPolled(Parts parts) {
            super(parts.bazaar());
            this.endpoint = super.inboundEndpoint().orElseThrow();
            this.feed = super.orderFeed().orElseThrow();
        }

        @Override
        public Optional<InboundEndpoint> inboundEndpoint() {
            return Optional.of(request -> {
                Received received = endpoint.handle(request);
                for (Hint hint : received.hints()) {
                    if (hint instanceof Hint.OrderChanged changed) {
                        notified.add(changed.externalId());
                    }
                }
                return received;
            });
        }

        @Override
        public Optional<OrderFeed> orderFeed() {
            return Optional.of((from, limit) -> {
                Batch batch = feed.poll(from, limit);
                return new Batch(
                        batch.items().stream()
                                .filter(item -> !(item instanceof Item.Changed changed)
                                        || !notified.contains(changed.order().externalId()))
                                .toList(),
                        batch.next(),
                        batch.more());
            });
        }
    }
}
