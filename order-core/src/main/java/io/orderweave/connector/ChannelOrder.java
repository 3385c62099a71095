package io.orderweave.connector;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.orderweave.channel.Storefront;
import io.orderweave.connection.RawDocument;
import io.orderweave.money.Money;
import io.orderweave.order.Charge;
import io.orderweave.order.Delivery;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.OrderLine;
import io.orderweave.order.PaymentTerms;
import io.orderweave.party.Party;
import io.orderweave.value.ValueStyle;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * An order as its channel tells it now. Connectors translate words and shapes; they leave {@code method} of {@link Delivery} and
 * {@link PaymentTerms} empty, which is the dictionary's to fill.
 */
@Value.Immutable
@ValueStyle
public interface ChannelOrder {

    /** The channel's id of the order within the account. */
    String externalId();

    /** The number buyers see; the external id where the channel has no other. */
    String number();

    Optional<Storefront> storefront();

    Instant placedAt();

    Currency currency();

    /** The channel's status term as it came, for the status map. */
    String term();

    Lifecycle lifecycle();

    Optional<String> revision();

    /** Lines; their ids are the channel's where it has line ids. */
    List<OrderLine> lines();

    /** Charges; their ids must stay the same from one reading to the next. */
    List<Charge> charges();

    Party buyer();

    Optional<Party> invoiceParty();

    Delivery delivery();

    PaymentTerms payment();

    /** Money the channel says it has from the buyer. */
    List<ChannelPayment> payments();

    /** The total as the channel says; not recomputed. */
    Money total();

    @Value.Redacted
    Optional<String> buyerNote();

    /** Where the buyer came from. */
    List<String> referrers();

    /** What the channel marks the order with, in its own words as lower-case words joined by dashes, for example {@code smart}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Set<String> flags();

    /** The document as it came; no part of what is compared to see whether the order has changed. */
    @JsonIgnore
    RawDocument raw();

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ChannelOrder}s. */
    final class Builder extends ImmutableChannelOrder.Builder {
        Builder() {}
    }
}
