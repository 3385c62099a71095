package io.orderweave.examples.marketplace;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.RawDocument;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.ChannelPayment;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.OrderFeed.Batch;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.connector.OrderReader;
import io.orderweave.id.LineId;
import io.orderweave.money.Money;
import io.orderweave.order.Charge;
import io.orderweave.order.Delivery;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.OrderLine;
import io.orderweave.party.Party;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Mappers that lose or make up something, and readers that read something else. */
final class WrongOrders {

    private static final Set<String> WORDS = Set.of("open", "packed", "sent", "cancelled");

    private WrongOrders() {}

    static List<WrongConnector> all() {
        return List.of(
                wrongReader(
                        "gone is unreadable", "an order that is not there is quarantined", WrongOrders::quarantines),
                wrongReader("fault is gone", "an order that is not shown counts as gone", WrongOrders::givesUp),
                wrongReader("first reading", "what was read once is told for ever", WrongOrders::caches),
                wrong("recomputed", "the total is computed from the parts", WrongOrders::recomputes),
                wrong("one person", "the buyer is taken for the recipient", WrongOrders::mergesPersons),
                wrong("invented company", "the buyer is taken for the invoiced", WrongOrders::invents),
                wrong("note forgotten", "the buyer's note is not read", WrongOrders::skipsTheNote),
                wrong("single pieces", "quantities are not read", WrongOrders::takesOnePieceOfEach),
                wrong("free delivery", "the delivery's cost is not read", WrongOrders::dropsCharges),
                wrong("fresh ids", "lines get new ids with each reading", WrongOrders::numbersAnew),
                wrong("ids of the product", "a line is known by its product alone", WrongOrders::namesByProduct),
                new WrongConnector(
                        "ids of the reader", "each connector gives lines ids of its own", Groups.MAPPING, parts -> {
                            String mine = UUID.randomUUID().toString();
                            return mapping(
                                    parts.right(),
                                    order -> renamed(
                                            order, line -> mine + line.id().value()));
                        }),
                wrong("pennies shifted", "a line is split into pieces of unequal price", WrongOrders::splits),
                wrong("local time", "moments are read in the machine's zone", WrongOrders::readsLocalTime),
                wrong("unknown is cancelled", "a status that nobody knows cancels", WrongOrders::cancelsTheUnknown),
                wrong(
                        "cancelled is unknown",
                        "a cancelled order is only told to be pending",
                        WrongOrders::ignoresTheEnd),
                wrong("collected is paid", "money that the courier collects is told as paid", WrongOrders::takesMoney),
                wrong("document rewritten", "the document kept is not the one that came", WrongOrders::rewrites));
    }

    private static WrongConnector wrong(String name, String does, UnaryOperator<ChannelOrder> fault) {
        return new WrongConnector(name, does, Groups.MAPPING, parts -> mapping(parts.right(), fault));
    }

    private static ChannelConnector mapping(ChannelConnector right, UnaryOperator<ChannelOrder> fault) {
        OrderFeed feed = right.orderFeed().orElseThrow();
        return ForwardingConnector.withFeed(right, (from, limit) -> {
            Batch batch = feed.poll(from, limit);
            return new Batch(
                    batch.items().stream().map(item -> mapped(item, fault)).toList(), batch.next(), batch.more());
        });
    }

    private static Item mapped(Item item, UnaryOperator<ChannelOrder> fault) {
        return item instanceof Item.Changed changed ? new Item.Changed(fault.apply(changed.order())) : item;
    }

    private static WrongConnector wrongReader(String name, String does, UnaryOperator<OrderReader> fault) {
        return new WrongConnector(name, does, Groups.READER, parts -> {
            ChannelConnector right = parts.right();
            return ForwardingConnector.withReader(
                    right, fault.apply(right.orderReader().orElseThrow()));
        });
    }

    private static OrderReader quarantines(OrderReader right) {
        return id -> right.read(id) instanceof Item.Gone gone
                ? new Item.Unreadable(gone.externalId(), document("{}"), "status 404")
                : right.read(id);
    }

    private static OrderReader givesUp(OrderReader right) {
        return id -> {
            try {
                return right.read(id);
            } catch (OutsideFault fault) {
                return new Item.Gone(id);
            }
        };
    }

    private static OrderReader caches(OrderReader right) {
        Map<String, Item> read = new ConcurrentHashMap<>();
        return id -> read.computeIfAbsent(id, right::read);
    }

    private static ChannelOrder recomputes(ChannelOrder order) {
        Money total = Money.zero(order.currency());
        for (OrderLine line : order.lines()) {
            total = total.plus(line.total());
        }
        for (Charge charge : order.charges()) {
            total = total.plus(charge.amount());
        }
        return copy(order).total(total).build();
    }

    private static ChannelOrder mergesPersons(ChannelOrder order) {
        return copy(order)
                .delivery(Delivery.builder()
                        .from(order.delivery())
                        .recipient(order.buyer())
                        .build())
                .build();
    }

    private static ChannelOrder invents(ChannelOrder order) {
        return copy(order)
                .invoiceParty(Party.builder()
                        .from(order.buyer())
                        .company("To whom it may concern")
                        .build())
                .build();
    }

    private static ChannelOrder skipsTheNote(ChannelOrder order) {
        return copy(order).buyerNote(Optional.empty()).build();
    }

    private static ChannelOrder takesOnePieceOfEach(ChannelOrder order) {
        return copy(order)
                .lines(order.lines().stream()
                        .map(line -> OrderLine.builder().from(line).quantity(1).build())
                        .toList())
                .build();
    }

    private static ChannelOrder dropsCharges(ChannelOrder order) {
        return copy(order).charges(List.of()).build();
    }

    private static ChannelOrder numbersAnew(ChannelOrder order) {
        return renamed(order, line -> UUID.randomUUID().toString());
    }

    private static ChannelOrder namesByProduct(ChannelOrder order) {
        return renamed(order, line -> line.sku().orElseThrow());
    }

    private static ChannelOrder renamed(ChannelOrder order, Function<OrderLine, String> name) {
        return copy(order)
                .lines(order.lines().stream()
                        .map(line -> OrderLine.builder()
                                .from(line)
                                .id(new LineId(name.apply(line)))
                                .build())
                        .toList())
                .build();
    }

    /** Each piece a line; the first costs a penny more than the others, the last as much less. */
    private static ChannelOrder splits(ChannelOrder order) {
        Money penny = Money.of("0.01", order.currency().getCurrencyCode());
        List<OrderLine> pieces = new ArrayList<>();
        for (OrderLine line : order.lines()) {
            for (int piece = 1; piece <= line.quantity(); piece++) {
                boolean alone = line.quantity() == 1;
                Money price = alone || (piece > 1 && piece < line.quantity())
                        ? line.unitPrice()
                        : piece == 1
                                ? line.unitPrice().plus(penny)
                                : line.unitPrice().minus(penny);
                pieces.add(OrderLine.builder()
                        .from(line)
                        .id(new LineId(line.id().value() + "-" + piece))
                        .quantity(1)
                        .unitPrice(price)
                        .build());
            }
        }
        return copy(order).lines(pieces).build();
    }

    private static ChannelOrder readsLocalTime(ChannelOrder order) {
        LocalDateTime written = LocalDateTime.ofInstant(order.placedAt(), ZoneOffset.UTC);
        return copy(order)
                .placedAt(written.atZone(ZoneId.systemDefault()).toInstant())
                .build();
    }

    private static ChannelOrder cancelsTheUnknown(ChannelOrder order) {
        return WORDS.contains(order.term())
                ? order
                : copy(order).lifecycle(Lifecycle.CANCELLED).build();
    }

    private static ChannelOrder ignoresTheEnd(ChannelOrder order) {
        return order.lifecycle() == Lifecycle.CANCELLED
                ? copy(order).lifecycle(Lifecycle.PENDING).build()
                : order;
    }

    private static ChannelOrder takesMoney(ChannelOrder order) {
        return copy(order)
                .payments(List.of(new ChannelPayment("payment", order.total(), order.placedAt())))
                .build();
    }

    private static ChannelOrder rewrites(ChannelOrder order) {
        return copy(order)
                .raw(document("{\"id\":\"" + order.externalId() + "\"}"))
                .build();
    }

    private static RawDocument document(String json) {
        return new RawDocument("application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static ChannelOrder.Builder copy(ChannelOrder order) {
        return (ChannelOrder.Builder) ChannelOrder.builder().from(order);
    }
}
