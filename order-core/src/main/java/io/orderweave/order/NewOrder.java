package io.orderweave.order;

import io.orderweave.id.SellerId;
import io.orderweave.party.Party;
import io.orderweave.value.ValueStyle;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** An order placed by hand: by phone, at the counter, from a call-back request. */
@Value.Immutable
@ValueStyle
public interface NewOrder {

    /** The number that the buyer and the shop's people will know it by. */
    String number();

    SellerId seller();

    Currency currency();

    List<OrderLine> lines();

    List<Charge> charges();

    Party buyer();

    Optional<Party> invoiceParty();

    Delivery delivery();

    PaymentTerms payment();

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link NewOrder}s. */
    final class Builder extends ImmutableNewOrder.Builder {
        Builder() {}
    }
}
