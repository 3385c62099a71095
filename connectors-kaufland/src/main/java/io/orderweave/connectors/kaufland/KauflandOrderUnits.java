package io.orderweave.connectors.kaufland;

import static io.orderweave.http.JsonParts.required;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.JsonProblem;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import io.orderweave.http.UnreadablePartException;
import io.orderweave.id.LineId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads the units of an order before something is written to them: every write-back is told for lines, and sent for units. */
final class KauflandOrderUnits {

    private final KauflandApi api;

    KauflandOrderUnits(KauflandApi api) {
        this.api = api;
    }

    /** What a reading gave. */
    sealed interface Reading {}

    /** Kaufland does not show the order. */
    record Refused(String reason) implements Reading {}

    /** The order as it is now, by line. */
    record Units(KauflandOrderDto order, List<KauflandLine> lines) implements Reading {

        /** The line of that id. */
        Optional<KauflandLine> line(LineId id) {
            return lines.stream().filter(line -> line.id().equals(id)).findFirst();
        }

        /** The first of the lines that the order does not have. */
        Optional<LineId> unknown(Collection<LineId> ids) {
            return ids.stream().sorted().filter(id -> line(id).isEmpty()).findFirst();
        }
    }

    /**
     * The order, to look a write up by; empty where Kaufland says that there is none.
     *
     * @throws OutsideFault (REJECTED) when it does not show the order, (CONTRACT) when that is not what an order is
     */
    Optional<Units> ifThere(String orderId) {
        return Optional.of(orderId)
                .filter(KauflandId::isValid)
                .flatMap(id -> api.order(id).ifThere("kaufland order"))
                .map(KauflandOrderUnits::units);
    }

    /**
     * The order.
     *
     * @throws OutsideFault (CONTRACT) when it is not what an order is
     */
    Reading read(String orderId) {
        if (!KauflandId.isValid(orderId)) {
            return new Refused("the id is not one of an order at Kaufland");
        }
        Reply<RawJson> reply = api.order(orderId);
        if (reply instanceof Reply.Refused<RawJson> refused) {
            return new Refused("the order cannot be read: " + refused.reason());
        }
        return units(((Reply.Done<RawJson>) reply).body());
    }

    private static Units units(RawJson raw) {
        try {
            KauflandOrderDto order =
                    required(raw.as(KauflandOrderDto.Envelope.class).data(), "$.data");
            List<KauflandLine> lines = KauflandLine.of(order);
            if (lines.isEmpty()) {
                // Of nothing it holds that all of it is cancelled, and that all of it is sent.
                throw new UnreadablePartException("$.data.order_units", "at least one unit");
            }
            return new Units(order, lines);
        } catch (JsonProcessingException e) {
            throw unreadable(JsonProblem.describe(e));
        } catch (UnreadablePartException e) {
            throw unreadable(String.valueOf(e.getMessage()));
        }
    }

    /** Only a reading has happened, whatever was to be written. */
    private static OutsideFault unreadable(String reason) {
        return OutsideFault.of(FaultCategory.CONTRACT, Reached.NO, "kaufland order: " + reason)
                .build();
    }
}
