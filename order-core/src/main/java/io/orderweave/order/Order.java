package io.orderweave.order;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.channel.ExternalRef;
import io.orderweave.channel.Storefront;
import io.orderweave.connection.ConnectionId;
import io.orderweave.id.ChargeId;
import io.orderweave.id.LineId;
import io.orderweave.id.OrderId;
import io.orderweave.id.SellerId;
import io.orderweave.id.StatusId;
import io.orderweave.money.Money;
import io.orderweave.party.Party;
import io.orderweave.value.ValueStyle;
import java.time.Instant;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** One sale, wherever it was made: what was sold and said, and what has become of it. Immutable. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableOrder.class)
public interface Order {

    int MOST_REFERRERS = 10;

    OrderId id();

    /** Identity at the channel; empty for an order placed by hand. */
    Optional<ExternalRef> ref();

    /** The connection that brought it. */
    Optional<ConnectionId> connection();

    Optional<Storefront> storefront();

    /** The number that the buyer and the shop's people know it by. */
    String number();

    /** The legal entity that sells. */
    SellerId seller();

    Instant placedAt();

    /** When it entered the book. */
    Instant receivedAt();

    Currency currency();

    List<OrderLine> lines();

    List<Charge> charges();

    Party buyer();

    /** Whom to invoice; empty means the buyer. */
    Optional<Party> invoiceParty();

    /** A person said whom to invoice: what the channel says of it later changes nothing. */
    @Value.Default
    default boolean invoicePartyFixed() {
        return false;
    }

    Delivery delivery();

    PaymentTerms payment();

    /** What the channel last said; empty for an order placed by hand. */
    Optional<ChannelState> channelState();

    StatusId status();

    /** The phase of the status. */
    Phase phase();

    /** Since when it has been in its status. */
    Optional<Instant> statusSince();

    List<Note> notes();

    Set<String> tags();

    /** Where the buyer came from, at most ten. */
    List<String> referrers();

    List<Hold> holds();

    Progress progress();

    /** Placed before the connection's {@code liveFrom}: no rule and no effect until a person adopts it. */
    @Value.Default
    default boolean history() {
        return false;
    }

    /** The order that took this one's place (joint payment, merge). */
    Optional<OrderId> replacedBy();

    /** The orders whose place this one took. */
    List<OrderId> replaces();

    /** Since when it holds no personal data; what its channel tells of it later is entered without any. */
    Optional<Instant> erasedAt();

    @Value.Check
    default void check() {
        if (referrers().size() > MOST_REFERRERS) {
            throw new IllegalArgumentException(
                    "order " + id() + " has " + referrers().size() + " referrers; at most 10 are kept");
        }
        Set<LineId> ids = new HashSet<>();
        for (OrderLine line : lines()) {
            if (!ids.add(line.id())) {
                throw new IllegalArgumentException("order " + id() + " has line " + line.id() + " twice");
            }
            if (!line.unitPrice().currency().equals(currency())) {
                throw new IllegalArgumentException("line " + line.id() + " is priced in "
                        + line.unitPrice().currency() + ", order " + id() + " in " + currency());
            }
        }
        Set<ChargeId> charges = new HashSet<>();
        for (Charge charge : charges()) {
            if (!charges.add(charge.id())) {
                throw new IllegalArgumentException("order " + id() + " has charge " + charge.id() + " twice");
            }
            if (!charge.amount().currency().equals(currency())) {
                throw new IllegalArgumentException("charge " + charge.id() + " is in "
                        + charge.amount().currency() + ", order " + id() + " in " + currency());
            }
        }
        requireCurrency("its total", channelState().map(ChannelState::total));
        requireCurrency("its payments", Optional.of(progress().paid()));
    }

    private void requireCurrency(String what, Optional<Money> amount) {
        amount.map(Money::currency).filter(other -> !other.equals(currency())).ifPresent(other -> {
            throw new IllegalArgumentException("order " + id() + " is in " + currency() + ", " + what + " in " + other);
        });
    }

    /** Lines plus charges. */
    default Money computedTotal() {
        Money total = Money.zero(currency());
        for (OrderLine line : lines()) {
            total = total.plus(line.total());
        }
        for (Charge charge : charges()) {
            total = total.plus(charge.amount());
        }
        return total;
    }

    /** What the buyer owes in all: as the channel said, else computed. */
    default Money total() {
        return channelState().map(ChannelState::total).orElseGet(this::computedTotal);
    }

    /** Channel's total less the computed one, when they differ: reported, never "fixed". */
    default Optional<Money> totalMismatch() {
        Money difference = total().minus(computedTotal());
        return difference.isZero() ? Optional.empty() : Optional.of(difference);
    }

    /** What is still to be paid; negative when overpaid. */
    default Money openAmount() {
        return total().minus(progress().paid()).plus(progress().refunded());
    }

    default Axes axes() {
        return Axes.of(this);
    }

    default Party invoicedParty() {
        return invoiceParty().orElseGet(this::buyer);
    }

    default boolean isHeld() {
        return !holds().isEmpty();
    }

    default Optional<Hold> hold(String code) {
        return holds().stream().filter(hold -> hold.code().equals(code)).findFirst();
    }

    default Optional<OrderLine> line(LineId id) {
        return lines().stream().filter(line -> line.id().equals(id)).findFirst();
    }

    /** A builder that starts from this. */
    default Builder toBuilder() {
        Builder builder = new Builder();
        builder.from(this);
        return builder;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Order}s. */
    final class Builder extends ImmutableOrder.Builder {
        Builder() {}
    }
}
