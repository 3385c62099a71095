package io.orderweave.examples.marketplace;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ConnectorContext;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.OrderFeed.Batch;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.connector.TokenVault;
import io.orderweave.connector.Tokens;
import io.orderweave.error.FaultCategory;
import io.orderweave.examples.marketplace.WrongConnector.Parts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connectors that knock on closed doors, hang, crash, or tell what they should keep to themselves. */
final class WrongManners {

    private static final Logger LOG = LoggerFactory.getLogger(WrongManners.class);
    private static final int OFTEN = 20;

    private WrongManners() {}

    static List<WrongConnector> all() {
        return List.of(
                feed(
                        Groups.RATE_LIMITS,
                        "knocks on",
                        "a call is made although the channel has blocked us",
                        WrongManners::knocksOn),
                feed(
                        Groups.RATE_LIMITS,
                        "no pause",
                        "the time that the channel asks for is not told",
                        WrongManners::forgetsThePause),
                feed(
                        Groups.RATE_LIMITS,
                        "block is transient",
                        "a block counts as a passing fault",
                        WrongManners::hidesTheBlock),
                feed(
                        Groups.ACCESS,
                        "redirect trusted",
                        "a redirect is followed, credentials and all",
                        WrongManners::followsRedirects),
                feed(
                        Groups.ACCESS,
                        "asks for ever",
                        "a request without access is made again and again",
                        WrongManners::asksForEver),
                feed(
                        Groups.ACCESS,
                        "lock-out is transient",
                        "taken-back access counts as a passing fault",
                        WrongManners::hidesTheLockOut),
                wrong(
                        Groups.ACCESS,
                        "first token",
                        "the first token is kept when it serves no more",
                        WrongManners::keepsTheFirstToken),
                feed(
                        Groups.HOSTILE_ANSWERS,
                        "crash",
                        "an order that cannot be read is an exception of the parser's",
                        WrongManners::crashes),
                feed(
                        Groups.HOSTILE_ANSWERS,
                        "strict",
                        "an order with a field that nobody knows is unreadable",
                        WrongManners::insistsOnFields),
                feed(
                        Groups.HOSTILE_ANSWERS,
                        "no answer, no orders",
                        "an answer that cannot be read is an empty one",
                        WrongManners::shrugs),
                feed(
                        Groups.HOSTILE_ANSWERS,
                        "unpacks it all",
                        "an answer is unpacked however long it becomes",
                        WrongManners::unpacks),
                wrong(
                        Groups.PATIENCE,
                        "no deadline",
                        "each byte that comes is taken for progress",
                        WrongManners::waitsForEachByte),
                feed(
                        Groups.INTERRUPTION,
                        "deaf",
                        "an interruption ends the call and is forgotten",
                        WrongManners::forgetsTheInterruption),
                feed(Groups.PRIVACY, "token in the log", "the token is logged at TRACE", WrongManners::logsTheToken),
                feed(
                        Groups.PRIVACY,
                        "mail in the log",
                        "the buyer's address is logged at DEBUG",
                        WrongManners::logsTheMail),
                feed(Groups.PRIVACY, "mail in a fault", "what could not be read is quoted", WrongManners::quotes),
                feed(
                        Groups.PRIVACY,
                        "mail in a reason",
                        "an unreadable order's reason quotes its document",
                        WrongManners::quotesTheDocument));
    }

    private static WrongConnector wrong(
            Groups group, String name, String does, Function<Parts, ChannelConnector> fault) {
        return new WrongConnector(name, does, group, fault);
    }

    private static WrongConnector feed(
            Groups group, String name, String does, BiFunction<OrderFeed, Parts, OrderFeed> fault) {
        return wrong(group, name, does, parts -> {
            ChannelConnector right = parts.right();
            return ForwardingConnector.withFeed(
                    right, fault.apply(right.orderFeed().orElseThrow(), parts));
        });
    }

    /** The feed, but for what it does about a fault. */
    private static OrderFeed onFault(OrderFeed right, Function<OutsideFault, Batch> otherwise) {
        return (from, limit) -> {
            try {
                return right.poll(from, limit);
            } catch (OutsideFault fault) {
                return otherwise.apply(fault);
            }
        };
    }

    private static OrderFeed knocksOn(OrderFeed right, Parts parts) {
        return onFault(right, fault -> {
            Bypass.readOrders(parts);
            throw fault;
        });
    }

    private static OrderFeed forgetsThePause(OrderFeed right, Parts parts) {
        return onFault(right, fault -> {
            throw OutsideFault.of(fault.category(), fault.reached(), "stall: slow down")
                    .build();
        });
    }

    private static OrderFeed hidesTheBlock(OrderFeed right, Parts parts) {
        return onFault(right, fault -> {
            throw OutsideFault.of(FaultCategory.TRANSIENT, Reached.NO, "stall: status 429")
                    .retryAfter(fault.retryAfter())
                    .build();
        });
    }

    private static OrderFeed followsRedirects(OrderFeed right, Parts parts) {
        return onFault(right, fault -> {
            if (fault.category() == FaultCategory.CONTRACT) {
                Bypass.readOrders(parts);
            }
            throw fault;
        });
    }

    private static OrderFeed asksForEver(OrderFeed right, Parts parts) {
        return (from, limit) -> {
            for (int attempt = 1; attempt < OFTEN; attempt++) {
                try {
                    return right.poll(from, limit);
                } catch (OutsideFault fault) {
                    parts.clock().advance(Duration.ofSeconds(attempt));
                }
            }
            return right.poll(from, limit);
        };
    }

    private static OrderFeed hidesTheLockOut(OrderFeed right, Parts parts) {
        return onFault(right, fault -> {
            throw OutsideFault.of(FaultCategory.TRANSIENT, Reached.NO, "stall: status 401")
                    .build();
        });
    }

    private static ChannelConnector keepsTheFirstToken(Parts parts) {
        TokenVault vault = parts.context().tokens();
        ConnectorContext context = new ConnectorContext() {
            @Override
            public ConnectionId connection() {
                return parts.context().connection();
            }

            @Override
            public Clock clock() {
                return parts.clock();
            }

            @Override
            public TokenVault tokens() {
                return new TokenVault() {
                    @Override
                    public Optional<Tokens> current() {
                        return vault.current();
                    }

                    @Override
                    public void store(Tokens tokens) {
                        vault.store(tokens);
                    }

                    @Override
                    public Tokens refresh(Tokens stale, Function<Tokens, Tokens> refresher) {
                        return vault.current().orElseGet(() -> vault.refresh(stale, refresher));
                    }
                };
            }
        };
        return new StallConnector(parts.api(context, parts.profile()));
    }

    private static OrderFeed crashes(OrderFeed right, Parts parts) {
        return (from, limit) -> {
            Batch batch = right.poll(from, limit);
            if (batch.items().stream().anyMatch(Item.Unreadable.class::isInstance)) {
                throw new IllegalStateException("unexpected JSON");
            }
            return batch;
        };
    }

    private static OrderFeed insistsOnFields(OrderFeed right, Parts parts) {
        return mapping(
                right,
                item -> item instanceof Item.Changed changed && text(item).contains("kitUnknownField")
                        ? new Item.Unreadable(
                                changed.order().externalId(), changed.order().raw(), "an unknown field")
                        : item);
    }

    private static OrderFeed shrugs(OrderFeed right, Parts parts) {
        return (from, limit) -> {
            try {
                return right.poll(from, limit);
            } catch (OutsideFault fault) {
                return new Batch(List.of(), from.orElse(new Checkpoint(1, "0")), false);
            }
        };
    }

    private static OrderFeed unpacks(OrderFeed right, Parts parts) {
        return onFault(right, fault -> {
            if (fault.category() == FaultCategory.CONTRACT) {
                Bypass.readOrders(parts);
            }
            throw fault;
        });
    }

    private static ChannelConnector waitsForEachByte(Parts parts) {
        return new StallConnector(parts.api(
                parts.context(),
                parts.profile().callDeadline(Duration.ofHours(1)).readTimeout(parts.patience())));
    }

    private static OrderFeed forgetsTheInterruption(OrderFeed right, Parts parts) {
        return onFault(right, fault -> {
            boolean forgotten = Thread.interrupted();
            throw OutsideFault.of(fault.category(), fault.reached(), forgotten ? "stall: no" : "stall: none")
                    .build();
        });
    }

    private static OrderFeed logsTheToken(OrderFeed right, Parts parts) {
        return (from, limit) -> {
            Batch batch = right.poll(from, limit);
            LOG.trace(
                    "Polled with {}",
                    parts.context().tokens().current().map(Tokens::accessToken).orElse("nothing"));
            return batch;
        };
    }

    private static OrderFeed logsTheMail(OrderFeed right, Parts parts) {
        return mapping(right, item -> {
            if (item instanceof Item.Changed changed) {
                LOG.debug("An order of {}", changed.order().buyer().email().orElse("nobody"));
            }
            return item;
        });
    }

    private static OrderFeed quotes(OrderFeed right, Parts parts) {
        return onFault(right, fault -> {
            // As a parser does that shows the text it stumbled over.
            throw OutsideFault.of(fault.category(), fault.reached(), "stall: cannot read " + Bypass.text(parts))
                    .build();
        });
    }

    private static OrderFeed quotesTheDocument(OrderFeed right, Parts parts) {
        return mapping(
                right,
                item -> item instanceof Item.Unreadable unreadable
                        ? new Item.Unreadable(unreadable.externalId(), unreadable.raw(), "cannot read " + text(item))
                        : item);
    }

    private static OrderFeed mapping(OrderFeed right, Function<Item, Item> change) {
        return (from, limit) -> {
            Batch batch = right.poll(from, limit);
            return new Batch(batch.items().stream().map(change).toList(), batch.next(), batch.more());
        };
    }

    private static String text(Item item) {
        byte[] document = item instanceof Item.Changed changed
                ? changed.order().raw().content()
                : ((Item.Unreadable) item).raw().content();
        return new String(document, StandardCharsets.UTF_8);
    }
}
