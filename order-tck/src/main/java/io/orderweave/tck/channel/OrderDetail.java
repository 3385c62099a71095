package io.orderweave.tck.channel;

import io.orderweave.connector.ChannelOrder;
import io.orderweave.order.Charge;
import io.orderweave.order.OrderLine;
import io.orderweave.order.PaymentTerms;
import io.orderweave.order.PickupPoint;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.party.TaxId;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of an order that some channels tell sellers and others do not. Of a told one the kit demands that it arrives unchanged, of
 * another that nothing is made up.
 */
public enum OrderDetail {
    BUYER_NAME(TestOrder::buyer, ChannelOrder::buyer, Party::personName),
    BUYER_EMAIL(TestOrder::buyer, ChannelOrder::buyer, Party::email),
    BUYER_PHONE(TestOrder::buyer, ChannelOrder::buyer, Party::phone),
    RECIPIENT_NAME(TestOrder::recipient, OrderDetail::recipient, Party::personName),
    RECIPIENT_PHONE(TestOrder::recipient, OrderDetail::recipient, Party::phone),
    RECIPIENT_STREET(TestOrder::recipient, OrderDetail::recipient, OrderDetail::street),
    RECIPIENT_CITY(TestOrder::recipient, OrderDetail::recipient, OrderDetail::city),
    RECIPIENT_POSTAL_CODE(TestOrder::recipient, OrderDetail::recipient, OrderDetail::postalCode),
    INVOICE_COMPANY(TestOrder::invoiced, OrderDetail::invoiced, Party::company),
    INVOICE_STREET(TestOrder::invoiced, OrderDetail::invoiced, OrderDetail::street),
    INVOICE_TAX_ID(TestOrder::invoiced, OrderDetail::invoiced, OrderDetail::taxId),
    PICKUP_POINT(order -> Optional.of(order.pickupPoint()), OrderDetail::pickupPoint),
    BUYER_NOTE(order -> Optional.of(order.note()), ChannelOrder::buyerNote),
    DELIVERY_COST(order -> Optional.of(order.deliveryCost().toPlainString()), OrderDetail::deliveryCost),
    SKU(
            order -> Optional.of(order.lines().get(0).sku()),
            order -> order.lines().stream().findFirst().flatMap(OrderLine::sku)),
    PAYMENT(
            order -> Optional.of(String.valueOf(order.isCashOnDelivery())),
            order -> Optional.of(String.valueOf(order.payment().timing() == PaymentTerms.Timing.ON_DELIVERY)));

    @SuppressWarnings("ImmutableEnumChecker") // references to methods without state
    private final Function<TestOrder, Optional<String>> said;

    @SuppressWarnings("ImmutableEnumChecker") // as above
    private final Function<ChannelOrder, Optional<String>> told;

    OrderDetail(Function<TestOrder, Optional<String>> said, Function<ChannelOrder, Optional<String>> told) {
        this.said = said;
        this.told = told;
    }

    OrderDetail(
            Function<TestOrder, Party> said,
            Function<ChannelOrder, Party> told,
            Function<Party, Optional<String>> part) {
        this(order -> part.apply(said.apply(order)), order -> part.apply(told.apply(order)));
    }

    /** What the buyer said. */
    Optional<String> in(TestOrder order) {
        return said.apply(order);
    }

    /** What the connector made of it. */
    Optional<String> in(ChannelOrder order) {
        return told.apply(order);
    }

    private static Party recipient(ChannelOrder order) {
        return order.delivery().recipient().orElseGet(() -> Party.builder().build());
    }

    private static Party invoiced(ChannelOrder order) {
        return order.invoiceParty().orElseGet(() -> Party.builder().build());
    }

    private static Optional<String> pickupPoint(ChannelOrder order) {
        return order.delivery().pickupPoint().map(PickupPoint::id);
    }

    private static Optional<String> deliveryCost(ChannelOrder order) {
        return order.charges().stream()
                .filter(charge -> charge.kind() == Charge.Kind.DELIVERY)
                .findFirst()
                .map(charge -> charge.amount().amount().toPlainString());
    }

    private static Optional<String> street(Party party) {
        return party.address().map(PostalAddress::street);
    }

    private static Optional<String> city(Party party) {
        return party.address().map(PostalAddress::city);
    }

    private static Optional<String> postalCode(Party party) {
        return party.address().map(PostalAddress::postalCode);
    }

    private static Optional<String> taxId(Party party) {
        return party.taxIds().stream().findFirst().map(TaxId::value);
    }
}
