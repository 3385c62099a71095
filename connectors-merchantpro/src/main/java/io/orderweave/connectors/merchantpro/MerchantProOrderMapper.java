package io.orderweave.connectors.merchantpro;

import static io.orderweave.http.JsonParts.moment;
import static io.orderweave.http.JsonParts.required;
import static io.orderweave.http.JsonParts.text;

import io.orderweave.channel.Storefront;
import io.orderweave.connection.RawDocument;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.ChannelPayment;
import io.orderweave.connector.OrderFeed;
import io.orderweave.http.DocumentMapping;
import io.orderweave.http.RawJson;
import io.orderweave.http.UnreadablePartException;
import io.orderweave.money.Money;
import io.orderweave.order.Delivery;
import io.orderweave.order.PaymentTerms;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Maps an order. Pure but for one warning per unknown word; nothing is recomputed. */
final class MerchantProOrderMapper {

    private final MerchantProTerms terms = new MerchantProTerms();
    private final Set<String> codMethods;

    /** @param codMethods the payment methods that are cash on delivery */
    MerchantProOrderMapper(Set<String> codMethods) {
        this.codMethods = codMethods;
    }

    /** The order as an item of a batch: the order, or why it cannot be read; gone while its customer is at the checkout. */
    OrderFeed.Item item(String orderId, RawJson raw) {
        return DocumentMapping.orUnreadable(
                () -> item(orderId, raw.as(MerchantProOrderDto.class).unwrapped(), raw),
                "an order",
                reason -> unreadable(orderId, raw, reason));
    }

    private OrderFeed.Item item(String id, MerchantProOrderDto order, RawJson raw) {
        boolean temporary = text(order.shippingStatus())
                .filter(MerchantProTerms::isTemporary)
                .isPresent();
        return temporary ? new OrderFeed.Item.Gone(id) : new OrderFeed.Item.Changed(order(id, order, raw));
    }

    private static OrderFeed.Item unreadable(String orderId, RawJson raw, String reason) {
        return new OrderFeed.Item.Unreadable(orderId, document(raw), reason);
    }

    static RawDocument document(RawJson raw) {
        return new RawDocument("application/json", raw.bytes());
    }

    private ChannelOrder order(String id, MerchantProOrderDto order, RawJson raw) {
        if (!id.equals(order.id())) {
            throw new UnreadablePartException("$.id", "the id of the order asked for");
        }
        String shipping = text(order.shippingStatus())
                .orElseThrow(() -> new UnreadablePartException("$.shipping_status", "a status"));
        String payment = text(order.paymentStatus()).orElse("");
        Currency currency = OrderParts.currency(order.currency());
        Money total = OrderParts.money(order.totalAmount(), currency, "$.total_amount");
        Instant placedAt = moment(order.dateCreated(), "$.date_created")
                .orElseThrow(() -> new UnreadablePartException("$.date_created", "a moment"));
        List<ChannelPayment> payments = payments(order, total, placedAt);
        MerchantProLines lines = MerchantProLines.of(order, currency, terms);
        MerchantProParties parties = new MerchantProParties(order);
        return ChannelOrder.builder()
                .externalId(id)
                .number(id)
                .storefront(text(order.channelId()).map(Storefront::new))
                .placedAt(placedAt)
                .currency(currency)
                .term(terms.term(shipping, payment))
                .lifecycle(terms.lifecycle(shipping))
                .revision(text(order.dateModified()))
                .lines(lines.lines())
                .charges(MerchantProCharges.of(order, lines, total))
                .buyer(parties.buyer())
                .invoiceParty(parties.invoiced())
                .delivery(Delivery.builder()
                        .recipient(parties.recipient())
                        .term(text(order.shippingMethodId()))
                        .termName(text(order.shippingMethodName()))
                        .build())
                .payment(paymentTerms(order, total, payments))
                .payments(payments)
                .total(total)
                .buyerNote(text(order.customerNote()))
                .raw(document(raw))
                .build();
    }

    /**
     * One payment that grows: a shop tells only how much is paid in all. An order that is said to be paid without an amount is paid
     * in full; UNCONFIRMED whether that happens.
     */
    private static List<ChannelPayment> payments(MerchantProOrderDto order, Money total, Instant placedAt) {
        boolean said = text(order.paymentStatus())
                .filter(MerchantProTerms.PAID::equals)
                .isPresent();
        return OrderParts.amount(order.paidAmount(), total.currency())
                .or(() -> said ? Optional.of(total) : Optional.empty())
                .filter(Money::isPositive)
                .map(paid -> List.of(new ChannelPayment(
                        required(order.id(), "$.id"),
                        paid,
                        moment(order.paymentDate(), "$.payment_date").orElse(placedAt))))
                .orElse(List.of());
    }

    private PaymentTerms paymentTerms(MerchantProOrderDto order, Money total, List<ChannelPayment> payments) {
        Optional<String> method = text(order.paymentMethodCode());
        boolean onDelivery = method.filter(codMethods::contains).isPresent();
        return PaymentTerms.builder()
                // The codes of gateways are an open set; all of them take the money at once, as a wire does before
                // dispatch.
                .timing(onDelivery ? PaymentTerms.Timing.ON_DELIVERY : PaymentTerms.Timing.PREPAID)
                .term(method)
                .collectOnDelivery(onDelivery ? toCollect(order, total, payments) : Optional.empty())
                .build();
    }

    /**
     * What is open: the total less what is paid. A wallet that was not taken off the total is a way to pay, which may be missing in
     * what is paid; it is taken off where the shop's own amount says exactly that. Any other amount of the shop's is left alone: it is
     * UNCONFIRMED that it is what the courier collects, for it is known from one real order, where it is the total.
     */
    private static Optional<Money> toCollect(MerchantProOrderDto order, Money total, List<ChannelPayment> payments) {
        Money left = total;
        for (ChannelPayment payment : payments) {
            left = left.minus(payment.amount());
        }
        Money open = left;
        Money openBesidesWallet = OrderParts.amount(order.walletAmount(), total.currency())
                .map(wallet -> wallet.isPositive() ? wallet.negated() : wallet)
                .map(open::plus)
                .orElse(open);
        return OrderParts.amount(order.shippingCodAmount(), total.currency())
                .filter(openBesidesWallet::equals)
                .or(() -> Optional.of(open))
                .filter(Money::isPositive);
    }
}
