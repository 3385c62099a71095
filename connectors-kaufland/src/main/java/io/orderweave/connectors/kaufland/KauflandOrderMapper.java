package io.orderweave.connectors.kaufland;

import static io.orderweave.http.JsonParts.all;
import static io.orderweave.http.JsonParts.required;
import static io.orderweave.http.JsonParts.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderweave.channel.Storefront;
import io.orderweave.connection.RawDocument;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.ChannelPayment;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connectors.kaufland.KauflandOrderDto.PickupLocation;
import io.orderweave.connectors.kaufland.KauflandOrderDto.Product;
import io.orderweave.connectors.kaufland.KauflandOrderDto.Unit;
import io.orderweave.http.DocumentMapping;
import io.orderweave.http.RawJson;
import io.orderweave.http.UnreadablePartException;
import io.orderweave.id.ChargeId;
import io.orderweave.money.Money;
import io.orderweave.money.VatRate;
import io.orderweave.order.Charge;
import io.orderweave.order.Delivery;
import io.orderweave.order.OrderLine;
import io.orderweave.order.PaymentTerms;
import io.orderweave.party.Party;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Maps an order of units to an order of lines. Pure but for one warning per unknown word.
 *
 * <p>Kaufland tells no total. What the buyer is charged is price and shipping rate of every unit that is not cancelled; what the
 * seller gets ({@code revenue_*}) says nothing of it.
 */
final class KauflandOrderMapper {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final KauflandTerms terms = new KauflandTerms();

    /** The answer to a reading as an item of a batch: the order, or why it cannot be read. */
    OrderFeed.Item item(String orderId, RawJson raw) {
        return DocumentMapping.orUnreadable(
                () -> new OrderFeed.Item.Changed(order(orderId, raw)),
                "an order",
                reason -> unreadable(orderId, raw, reason));
    }

    static OrderFeed.Item unreadable(String orderId, RawJson raw, String reason) {
        return new OrderFeed.Item.Unreadable(orderId, new RawDocument("application/json", raw.bytes()), reason);
    }

    private ChannelOrder order(String id, RawJson raw) throws JsonProcessingException {
        KauflandOrderDto order =
                required(raw.as(KauflandOrderDto.Envelope.class).data(), "$.data");
        if (!id.equals(order.idOrder())) {
            throw new UnreadablePartException("$.data.id_order", "the id of the order asked for");
        }
        List<Unit> units = all(order.orderUnits());
        if (units.isEmpty()) {
            throw new UnreadablePartException("$.data.order_units", "at least one unit");
        }
        Currency currency = KauflandParts.currency(units.get(0).currency(), "$.data.order_units[0].currency");
        Instant placedAt = KauflandParts.moment(order.tsCreatedIso(), "$.data.ts_created_iso")
                .orElseThrow(() -> new UnreadablePartException("$.data.ts_created_iso", "a moment"));
        List<Unit> charged = charged(units);
        Money shipping = sum(charged, currency, KauflandOrderMapper::shippingOf);
        Set<String> statuses = KauflandTerms.live(units);
        Optional<Party> billed = KauflandParties.invoiced(order.billingAddress());
        return ChannelOrder.builder()
                .externalId(id)
                .number(id)
                .storefront(text(order.storefront()).map(name -> new Storefront(name.toLowerCase(Locale.ROOT))))
                .placedAt(placedAt)
                .currency(currency)
                .term(terms.term(statuses))
                .lifecycle(KauflandTerms.lifecycle(statuses))
                .lines(lines(order, currency))
                .charges(delivery(shipping))
                .buyer(KauflandParties.buyer(order.buyer(), billed))
                .invoiceParty(billed)
                .delivery(delivery(order, units))
                .payment(PaymentTerms.builder()
                        .timing(PaymentTerms.Timing.PREPAID)
                        .build())
                .payments(payments(id, units, currency, placedAt))
                .total(shipping.plus(sum(charged, currency, KauflandOrderMapper::priceOf)))
                .flags(Boolean.TRUE.equals(order.isMarketplaceDeemedSupplier()) ? Set.of("deemed-supplier") : Set.of())
                .raw(new RawDocument("application/json", raw.bytes()))
                .build();
    }

    /** What counts: all but the cancelled; of an order that is cancelled as a whole, everything, so that it shows what it was. */
    private static List<Unit> charged(List<Unit> units) {
        List<Unit> live = KauflandLine.live(units);
        return live.isEmpty() ? units : live;
    }

    private static List<OrderLine> lines(KauflandOrderDto order, Currency currency) {
        List<KauflandLine> all = KauflandLine.of(order);
        List<OrderLine> lines = new ArrayList<>();
        for (KauflandLine line : all) {
            int pieces = line.live().size();
            if (pieces > 0) {
                lines.add(line(line, pieces, currency));
            }
        }
        if (lines.isEmpty()) {
            // Cancelled as a whole: it shows what it was.
            all.forEach(line -> lines.add(line(line, line.units().size(), currency)));
        }
        return lines;
    }

    private static OrderLine line(KauflandLine line, int pieces, Currency currency) {
        Unit first = line.units().get(0);
        Product product = product(line);
        String name = product == null ? null : product.title();
        return OrderLine.builder()
                .id(line.id())
                .sku(text(first.idOffer()))
                .ean(product == null ? Optional.empty() : first(product.eans()))
                .name(text(name)
                        .or(() -> text(first.idOffer()))
                        .orElseGet(() -> line.id().value()))
                .quantity(pieces)
                .unitPrice(priceOf(first, currency))
                .vatRate(vatRate(first.vat()))
                .build();
    }

    private static @Nullable Product product(KauflandLine line) {
        for (Unit unit : line.units()) {
            if (unit.product() != null) {
                return unit.product();
            }
        }
        return null;
    }

    private static Optional<String> first(@Nullable List<@Nullable String> eans) {
        List<String> there = all(eans);
        return there.isEmpty() ? Optional.empty() : Optional.of(there.get(0));
    }

    /** Null, and what no rate can be, mean: Kaufland does not tell a rate. */
    private static Optional<VatRate> vatRate(@Nullable BigDecimal percent) {
        return Optional.ofNullable(percent)
                .filter(rate -> rate.signum() >= 0 && rate.compareTo(HUNDRED) <= 0)
                .filter(rate -> rate.stripTrailingZeros().scale() <= 4)
                .map(VatRate::new);
    }

    private static List<Charge> delivery(Money shipping) {
        return shipping.isZero()
                ? List.of()
                : List.of(Charge.builder()
                        .id(new ChargeId("delivery"))
                        .kind(Charge.Kind.DELIVERY)
                        .name("Delivery")
                        .amount(shipping)
                        .build());
    }

    private static Delivery delivery(KauflandOrderDto order, List<Unit> units) {
        PickupLocation pickup =
                order.delivery() == null ? null : order.delivery().pickupLocation();
        return Delivery.builder()
                .recipient(KauflandParties.recipient(order.shippingAddress(), pickup))
                .term(text(pickup == null ? null : pickup.provider()))
                .termName(text(pickup == null ? null : pickup.carrier()))
                .pickupPoint(KauflandParties.pickupPoint(pickup))
                .deliverBy(deliverBy(units))
                .build();
    }

    /** The earliest moment by which a unit must be there. */
    private static Optional<Instant> deliverBy(List<Unit> units) {
        Optional<Instant> earliest = Optional.empty();
        for (Unit unit : units) {
            Optional<Instant> expires = KauflandParts.moment(
                    unit.deliveryTimeExpiresIso(), "$.data.order_units[].delivery_time_expires_iso");
            if (earliest.isEmpty() || expires.filter(earliest.get()::isAfter).isPresent()) {
                earliest = expires;
            }
        }
        return earliest;
    }

    /**
     * The buyer pays Kaufland, which releases a unit once it may be sent, and pays back by itself for one that is cancelled afterwards. Of
     * a unit whose status we do not know nothing can be said, and so nothing of the whole.
     */
    private static List<ChannelPayment> payments(String id, List<Unit> units, Currency currency, Instant at) {
        if (!KauflandTerms.live(units).stream().allMatch(KauflandTerms::isKnown)) {
            return List.of();
        }
        Money paid = Money.zero(currency);
        for (Unit unit : units) {
            if (KauflandTerms.isReleased(KauflandTerms.status(unit))) {
                paid = paid.plus(priceOf(unit, currency)).plus(shippingOf(unit, currency));
            }
        }
        boolean paidBack = units.stream().map(KauflandTerms::status).anyMatch(KauflandTerms.CANCELLED::equals);
        return paid.isPositive() || paidBack ? List.of(new ChannelPayment(id, paid, at)) : List.of();
    }

    private static Money sum(List<Unit> units, Currency currency, BiFunction<Unit, Currency, Money> part) {
        Money sum = Money.zero(currency);
        for (Unit unit : units) {
            sum = sum.plus(part.apply(unit, currency));
        }
        return sum;
    }

    static Money priceOf(Unit unit, Currency currency) {
        return cents(unit, unit.price(), currency, "price");
    }

    static Money shippingOf(Unit unit, Currency currency) {
        return cents(
                unit, unit.shippingRate() == null ? BigDecimal.ZERO : unit.shippingRate(), currency, "shipping_rate");
    }

    private static Money cents(Unit unit, @Nullable BigDecimal part, Currency currency, String name) {
        if (!currency.getCurrencyCode().equals(unit.currency())) {
            throw new UnreadablePartException("$.data.order_units[].currency", "one currency for all units");
        }
        return KauflandParts.cents(part, currency, "$.data.order_units[]." + name);
    }
}
