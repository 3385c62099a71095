package io.orderweave.connectors.kaufland;

import static io.orderweave.http.JsonParts.all;
import static io.orderweave.http.JsonParts.required;
import static io.orderweave.http.JsonParts.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderweave.connection.RawDocument;
import io.orderweave.connector.ChannelReturn;
import io.orderweave.connector.ReturnFeed;
import io.orderweave.http.JsonProblem;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import io.orderweave.http.UnreadablePartException;
import io.orderweave.id.LineId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one return as it is now. It names only pieces, not their order: that is asked of the first piece, and then the order which
 * line each is of.
 */
final class KauflandReturnReader implements KauflandWindow.Reader<ReturnFeed.Item> {

    private final KauflandApi api;
    private final KauflandOrderUnits orders;
    private final KauflandReturnTerms terms = new KauflandReturnTerms();

    KauflandReturnReader(KauflandApi api, KauflandOrderUnits orders) {
        this.api = api;
        this.orders = orders;
    }

    @Override
    public ReturnFeed.Item read(String returnId) {
        Reply<RawJson> reply = api.aReturn(returnId);
        if (reply instanceof Reply.Refused<RawJson> refused) {
            return unreadable(returnId, "Kaufland refused to show it: " + refused.reason());
        }
        RawJson raw = ((Reply.Done<RawJson>) reply).body();
        try {
            return new ReturnFeed.Item.Changed(mapped(raw));
        } catch (JsonProcessingException e) {
            return unreadable(returnId, raw, JsonProblem.describe(e));
        } catch (UnreadablePartException e) {
            return unreadable(returnId, raw, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            // Values refuse what cannot be; their words may quote it.
            return unreadable(returnId, raw, "the parts do not make a return");
        }
    }

    @Override
    public ReturnFeed.Item unreadable(String returnId, String reason) {
        return new ReturnFeed.Item.Unreadable(returnId, new RawDocument("application/json", new byte[0]), reason);
    }

    @Override
    public ReturnFeed.Item unidentified(String madeUpId, RawJson row) {
        return unreadable(madeUpId, row, "$.data[].id_return: expected the id of a return");
    }

    private static ReturnFeed.Item unreadable(String returnId, RawJson raw, String reason) {
        return new ReturnFeed.Item.Unreadable(returnId, new RawDocument("application/json", raw.bytes()), reason);
    }

    private ChannelReturn mapped(RawJson raw) throws JsonProcessingException {
        KauflandReturnDto told =
                required(raw.as(KauflandReturnDto.Envelope.class).data(), "$.data");
        List<KauflandReturnDto.Unit> units = all(told.returnUnits());
        if (units.isEmpty()) {
            throw new UnreadablePartException("$.data.return_units", "at least one unit");
        }
        String orderId = orderOf(units.get(0));
        if (!(orders.read(orderId) instanceof KauflandOrderUnits.Units order)) {
            throw new UnreadablePartException("$.data.return_units[0].id_order_unit", "a unit of an order");
        }
        return ChannelReturn.builder()
                .externalId(Long.toString(required(told.idReturn(), "$.data.id_return")))
                .order(orderId)
                .createdAt(KauflandParts.moment(told.tsCreatedIso(), "$.data.ts_created_iso")
                        .orElseThrow(() -> new UnreadablePartException("$.data.ts_created_iso", "a moment")))
                .term(terms.term(told.status(), units))
                .stage(terms.stage(told.status(), units))
                .items(items(units, order))
                .trackingNumbers(text(told.trackingCode()).stream().toList())
                .raw(new RawDocument("application/json", raw.bytes()))
                .build();
    }

    private String orderOf(KauflandReturnDto.Unit unit) {
        long id = required(unit.idOrderUnit(), "$.data.return_units[0].id_order_unit");
        return api.orderUnit(id) instanceof Reply.Done<KauflandOrderUnitDto> done
                ? Optional.ofNullable(done.body().data())
                        .flatMap(known -> text(known.idOrder()))
                        .orElseThrow(() -> new UnreadablePartException("$.data.id_order", "a value"))
                : missing();
    }

    private static String missing() {
        throw new UnreadablePartException("$.data.return_units[0].id_order_unit", "a unit that Kaufland shows");
    }

    private static List<ChannelReturn.Item> items(List<KauflandReturnDto.Unit> units, KauflandOrderUnits.Units order) {
        List<ChannelReturn.Item> items = new ArrayList<>();
        for (KauflandReturnDto.Unit unit : units) {
            String path = "$.data.return_units[" + items.size() + "]";
            items.add(new ChannelReturn.Item(
                    Optional.of(Long.toString(required(unit.idReturnUnit(), path + ".id_return_unit"))),
                    line(order, required(unit.idOrderUnit(), path + ".id_order_unit"), path),
                    1,
                    text(unit.reason()),
                    text(unit.note())));
        }
        return items;
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
