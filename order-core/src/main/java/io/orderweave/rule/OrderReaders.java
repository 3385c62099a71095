package io.orderweave.rule;

import io.orderweave.money.Money;
import io.orderweave.order.Charge;
import io.orderweave.order.Hold;
import io.orderweave.order.Note;
import io.orderweave.order.Order;
import io.orderweave.order.OrderLine;
import io.orderweave.party.Country;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Readings of an order that take more than a step. */
final class OrderReaders {

    private OrderReaders() {}

    static Optional<String> country(Optional<Party> party) {
        return party.flatMap(Party::address).map(PostalAddress::country).map(Country::code);
    }

    static boolean hasBuyerNote(Order order) {
        return order.notes().stream().anyMatch(note -> note.audience() == Note.Audience.FROM_BUYER);
    }

    static Money goods(Order order) {
        Money goods = Money.zero(order.currency());
        for (OrderLine line : order.lines()) {
            goods = goods.plus(line.total());
        }
        return goods;
    }

    static Money deliveryCharge(Order order) {
        Money charged = Money.zero(order.currency());
        for (Charge charge : order.charges()) {
            if (charge.kind() == Charge.Kind.DELIVERY) {
                charged = charged.plus(charge.amount());
            }
        }
        return charged;
    }

    static BigDecimal pieces(Order order) {
        long pieces = 0;
        for (OrderLine line : order.lines()) {
            pieces += line.quantity();
        }
        return BigDecimal.valueOf(pieces);
    }

    /** A line that has none has none: what others have is known. */
    static FieldValue ofLines(Order order, Function<OrderLine, Optional<String>> part) {
        Set<String> found = new HashSet<>();
        for (OrderLine line : order.lines()) {
            part.apply(line).ifPresent(found::add);
        }
        return new FieldValue.Texts(found);
    }

    static FieldValue holds(Order order) {
        return new FieldValue.Texts(order.holds().stream().map(Hold::code).collect(Collectors.toUnmodifiableSet()));
    }
}
