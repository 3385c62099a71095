package io.orderweave.connectors.kaufland;

import static io.orderweave.http.JsonParts.all;
import static io.orderweave.http.JsonParts.required;
import static io.orderweave.http.JsonParts.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderweave.connection.RawDocument;
import io.orderweave.connector.ChannelReturn;
import io.orderweave.connector.ReturnFeed;
import io.orderweave.http.DocumentMapping;
import io.orderweave.http.RawJson;
import io.orderweave.http.UnreadablePartException;
import io.orderweave.id.LineId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** Maps a return. Pure, but that it asks for the order of a piece, which a return does not tell. */
final class KauflandReturnMapper {

    private final KauflandReturnTerms terms = new KauflandReturnTerms();

    /**
     * The answer to a reading as an item of a batch: the return, or why it cannot be read.
     *
     * @param orderOf the order that has a piece, by the piece's id
     */
    ReturnFeed.Item item(String returnId, RawJson raw, LongFunction<Optional<KauflandOrderUnits.Units>> orderOf) {
        return DocumentMapping.orUnreadable(
                () -> new ReturnFeed.Item.Changed(mapped(raw, orderOf)),
                "a return",
                reason -> unreadable(returnId, raw, reason));
    }

    static ReturnFeed.Item unreadable(String returnId, RawJson raw, String reason) {
        return new ReturnFeed.Item.Unreadable(returnId, document(raw), reason);
    }

    private static RawDocument document(RawJson raw) {
        return new RawDocument("application/json", raw.bytes());
    }

    private ChannelReturn mapped(RawJson raw, LongFunction<Optional<KauflandOrderUnits.Units>> orderOf)
            throws JsonProcessingException {
        KauflandReturnDto told =
                required(raw.as(KauflandReturnDto.Envelope.class).data(), "$.data");
        List<KauflandReturnDto.Unit> units = all(told.returnUnits());
        if (units.isEmpty()) {
            throw new UnreadablePartException("$.data.return_units", "at least one unit");
        }
        KauflandOrderUnits.Units order = orderOf.apply(ordered(units.get(0), "$.data.return_units[0]"))
                .orElseThrow(() -> new UnreadablePartException(
                        "$.data.return_units[0].id_order_unit", "a unit of an order that Kaufland shows"));
        return ChannelReturn.builder()
                .externalId(Long.toString(required(told.idReturn(), "$.data.id_return")))
                .order(required(order.order().idOrder(), "$.data.id_order"))
                .createdAt(KauflandParts.moment(told.tsCreatedIso(), "$.data.ts_created_iso")
                        .orElseThrow(() -> new UnreadablePartException("$.data.ts_created_iso", "a moment")))
                .term(terms.term(told.status(), units))
                .stage(terms.stage(told.status(), units))
                .items(items(units, order))
                .trackingNumbers(text(told.trackingCode()).stream().toList())
                .raw(document(raw))
                .build();
    }

    private static List<ChannelReturn.Item> items(List<KauflandReturnDto.Unit> units, KauflandOrderUnits.Units order) {
        List<ChannelReturn.Item> items = new ArrayList<>();
        for (KauflandReturnDto.Unit unit : units) {
            String path = "$.data.return_units[" + items.size() + "]";
            items.add(new ChannelReturn.Item(
                    Optional.of(Long.toString(required(unit.idReturnUnit(), path + ".id_return_unit"))),
                    line(order, ordered(unit, path), path),
                    1,
                    text(unit.reason()),
                    text(unit.note())));
        }
        return items;
    }

    private static long ordered(KauflandReturnDto.Unit unit, String path) {
        return required(unit.idOrderUnit(), path + ".id_order_unit");
    }

    private static LineId line(KauflandOrderUnits.Units order, long orderUnit, String path) {
        return order.lines().stream()
                .filter(line -> line.units().stream().anyMatch(unit -> KauflandLine.id(unit) == orderUnit))
                .map(KauflandLine::id)
                .findFirst()
                .orElseThrow(() ->
                        new UnreadablePartException(path + ".id_order_unit", "a unit of the same order as the first"));
    }
}
