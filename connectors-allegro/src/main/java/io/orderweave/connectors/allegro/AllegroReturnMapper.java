package io.orderweave.connectors.allegro;

import static io.orderweave.http.JsonParts.all;
import static io.orderweave.http.JsonParts.moment;
import static io.orderweave.http.JsonParts.quantity;
import static io.orderweave.http.JsonParts.required;
import static io.orderweave.http.JsonParts.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderweave.connection.RawDocument;
import io.orderweave.connector.ChannelReturn;
import io.orderweave.connector.ChannelReturn.Stage;
import io.orderweave.connector.ReturnFeed;
import io.orderweave.connectors.allegro.AllegroOrderLines.Line;
import io.orderweave.http.DocumentMapping;
import io.orderweave.http.RawJson;
import io.orderweave.http.UnknownWords;
import io.orderweave.http.UnreadablePartException;
import io.orderweave.id.LineId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Maps a customer return. Its items name offers; which lines of the order they are, the order tells. */
final class AllegroReturnMapper {

    private static final Map<String, Stage> STAGES = Map.ofEntries(
            Map.entry("CREATED", Stage.ANNOUNCED),
            Map.entry("DISPATCHED", Stage.ON_ITS_WAY),
            Map.entry("IN_TRANSIT", Stage.ON_ITS_WAY),
            Map.entry("DELIVERED", Stage.ARRIVED),
            Map.entry("WAREHOUSE_DELIVERED", Stage.ARRIVED),
            Map.entry("WAREHOUSE_VERIFICATION", Stage.ARRIVED),
            // The payment has been refunded, by the seller or by Allegro Protect.
            Map.entry("FINISHED", Stage.ACCEPTED),
            Map.entry("FINISHED_APT", Stage.ACCEPTED),
            Map.entry("REJECTED", Stage.REJECTED),
            Map.entry("COMMISSION_REFUND_CLAIMED", Stage.CLOSED),
            Map.entry("COMMISSION_REFUNDED", Stage.CLOSED));

    private final Function<String, List<Line>> linesOf;
    private final UnknownWords unknown = new UnknownWords("Allegro");

    /** @param linesOf the lines of the order with that id; none where it is not shown */
    AllegroReturnMapper(Function<String, List<Line>> linesOf) {
        this.linesOf = linesOf;
    }

    /** The return as an item of a batch: it, or why it cannot be read. */
    ReturnFeed.Item item(String id, RawJson raw) {
        return DocumentMapping.orUnreadable(
                () -> new ReturnFeed.Item.Changed(mapped(id, raw)), "a return", reason -> unreadable(id, raw, reason));
    }

    static ReturnFeed.Item.Unreadable unreadable(String id, RawJson raw, String reason) {
        return new ReturnFeed.Item.Unreadable(id, document(raw), reason);
    }

    private ChannelReturn mapped(String id, RawJson raw) throws JsonProcessingException {
        AllegroReturnDto one = raw.as(AllegroReturnDto.class);
        if (!id.equals(one.id())) {
            throw new UnreadablePartException("$.id", "the id of the return");
        }
        String status = required(one.status(), "$.status");
        String order = text(one.orderId())
                .filter(FormId::isValid)
                .orElseThrow(() -> new UnreadablePartException("$.orderId", "the id of an order"));
        return ChannelReturn.builder()
                .externalId(id)
                .order(order)
                .createdAt(moment(one.createdAt(), "$.createdAt")
                        .orElseThrow(() -> new UnreadablePartException("$.createdAt", "a moment")))
                .term(status)
                .stage(stage(status))
                .items(items(one, linesOf.apply(order)))
                .trackingNumbers(all(one.parcels()).stream()
                        .flatMap(parcel -> Stream.of(text(parcel.waybill()), text(parcel.transportingWaybill())))
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList())
                .raw(document(raw))
                .build();
    }

    private Stage stage(String status) {
        Stage stage = STAGES.getOrDefault(status, Stage.UNKNOWN);
        if (stage == Stage.UNKNOWN) {
            unknown.note("return status", status);
        }
        return stage;
    }

    private static List<ChannelReturn.Item> items(AllegroReturnDto one, List<Line> lines) {
        List<ChannelReturn.Item> items = new ArrayList<>();
        Map<String, Integer> left = new HashMap<>();
        lines.forEach(line -> left.put(line.id(), line.quantity()));
        int index = 0;
        for (AllegroReturnDto.Item item : all(one.items())) {
            items.addAll(spread(item, lines, left, "$.items[" + index++ + "]"));
        }
        if (items.isEmpty()) {
            throw new UnreadablePartException("$.items", "at least one item");
        }
        return items;
    }

    /** An order may have two lines of one offer, after a joint payment; the first of them is filled first. */
    private static List<ChannelReturn.Item> spread(
            AllegroReturnDto.Item item, List<Line> lines, Map<String, Integer> left, String path) {
        String offer = required(item.offerId(), path + ".offerId");
        Optional<String> reason =
                text(item.reason() == null ? null : item.reason().type());
        Optional<String> note =
                text(item.reason() == null ? null : item.reason().userComment());
        List<ChannelReturn.Item> items = new ArrayList<>();
        int pieces = quantity(item.quantity(), path + ".quantity");
        for (Line line : lines) {
            int taken = line.offerId().equals(offer) ? Math.min(pieces, left.getOrDefault(line.id(), 0)) : 0;
            if (taken > 0) {
                pieces -= taken;
                left.merge(line.id(), -taken, Integer::sum);
                items.add(new ChannelReturn.Item(Optional.empty(), new LineId(line.id()), taken, reason, note));
            }
        }
        if (pieces > 0) {
            throw new UnreadablePartException(path, "an offer of the order, and no more pieces than were bought");
        }
        return items;
    }

    private static RawDocument document(RawJson raw) {
        return new RawDocument("application/json", raw.bytes());
    }
}
