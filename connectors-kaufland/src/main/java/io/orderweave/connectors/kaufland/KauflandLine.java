package io.orderweave.connectors.kaufland;

import static io.orderweave.http.JsonParts.all;
import static io.orderweave.http.JsonParts.required;
import static io.orderweave.http.JsonParts.text;

import io.orderweave.id.LineId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Units of one order that are pieces of the same thing at the same price, and so one line. Their status is no part of it: it changes
 * from piece to piece, and a line whose identity changed with it would look like another one, to be invoiced and shipped again.
 *
 * @param id the smallest unit id, also when that unit is cancelled, so that it stays
 * @param units by their ids, at least one
 */
record KauflandLine(LineId id, List<KauflandOrderDto.Unit> units) {

    /** The lines of an order, in the order of their first units. */
    static List<KauflandLine> of(KauflandOrderDto order) {
        Map<Sameness, List<KauflandOrderDto.Unit>> groups = new LinkedHashMap<>();
        int index = 0;
        for (KauflandOrderDto.Unit unit : all(order.orderUnits())) {
            required(unit.idOrderUnit(), "$.data.order_units[" + index++ + "].id_order_unit");
            groups.computeIfAbsent(Sameness.of(unit), unseen -> new ArrayList<>())
                    .add(unit);
        }
        List<KauflandLine> lines = new ArrayList<>(groups.size());
        groups.values().forEach(units -> {
            units.sort(Comparator.comparingLong(KauflandLine::id));
            lines.add(new KauflandLine(new LineId(Long.toString(id(units.get(0)))), List.copyOf(units)));
        });
        return Collections.unmodifiableList(lines);
    }

    static long id(KauflandOrderDto.Unit unit) {
        return required(unit.idOrderUnit(), "$.data.order_units[].id_order_unit");
    }

    /** Those that are not cancelled. */
    List<KauflandOrderDto.Unit> live() {
        return live(units);
    }

    /** Those of the units that are not cancelled. */
    static List<KauflandOrderDto.Unit> live(List<KauflandOrderDto.Unit> units) {
        List<KauflandOrderDto.Unit> live = new ArrayList<>(units.size());
        for (KauflandOrderDto.Unit unit : units) {
            if (!KauflandTerms.CANCELLED.equals(unit.status())) {
                live.add(unit);
            }
        }
        return Collections.unmodifiableList(live);
    }

    /**
     * What makes units the same.
     *
     * @param only the unit's own id where nothing tells what it is a piece of
     */
    private record Sameness(
            @Nullable String offer,
            @Nullable String product,
            @Nullable BigDecimal price,
            @Nullable Long only) {

        static Sameness of(KauflandOrderDto.Unit unit) {
            String offer = text(unit.idOffer()).orElse(null);
            String product = unit.product() == null ? null : unit.product().idProduct();
            boolean known = offer != null || product != null;
            // Which offer it is says all; the product may come later than the order.
            return new Sameness(offer, offer == null ? product : null, unit.price(), known ? null : unit.idOrderUnit());
        }
    }
}
