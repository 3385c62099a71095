package io.orderweave.connectors.allegro;

import static io.orderweave.connectors.allegro.FormParts.money;
import static io.orderweave.http.JsonParts.all;
import static io.orderweave.http.JsonParts.moment;
import static io.orderweave.http.JsonParts.quantity;
import static io.orderweave.http.JsonParts.required;
import static io.orderweave.http.JsonParts.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderweave.channel.Storefront;
import io.orderweave.connection.RawDocument;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.ChannelPayment;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.LineItem;
import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.Payment;
import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.Price;
import io.orderweave.http.DocumentMapping;
import io.orderweave.http.RawJson;
import io.orderweave.http.UnreadablePartException;
import io.orderweave.id.LineId;
import io.orderweave.money.Money;
import io.orderweave.money.VatRate;
import io.orderweave.order.Delivery;
import io.orderweave.order.OrderLine;
import io.orderweave.order.PaymentTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Maps a checkout form to an order. Pure but for one warning per unknown word; nothing is recomputed. */
final class AllegroOrderMapper {

    private static final Pattern RATE = Pattern.compile("\\d{1,3}(\\.\\d{1,4})?");

    private final AllegroTerms terms = new AllegroTerms();
    private final AllegroFlags flags = new AllegroFlags();

    /** The form as an item of a batch: the order, or why it cannot be read. */
    OrderFeed.Item item(String formId, RawJson raw) {
        return DocumentMapping.orUnreadable(
                () -> new OrderFeed.Item.Changed(order(formId, raw)),
                "an order",
                reason -> unreadable(formId, raw, reason));
    }

    private static OrderFeed.Item unreadable(String formId, RawJson raw, String reason) {
        return new OrderFeed.Item.Unreadable(formId, document(raw), reason);
    }

    private static RawDocument document(RawJson raw) {
        return new RawDocument("application/json", raw.bytes());
    }

    private ChannelOrder order(String id, RawJson raw) throws JsonProcessingException {
        AllegroCheckoutFormDto form = raw.as(AllegroCheckoutFormDto.class);
        if (!id.equals(form.id())) {
            throw new UnreadablePartException("$.id", "the id of the order asked for");
        }
        String status = required(form.status(), "$.status");
        String fulfillment =
                form.fulfillment() == null ? null : form.fulfillment().status();
        Money total = money(form.summary() == null ? null : form.summary().totalToPay(), "$.summary.totalToPay");
        Currency currency = total.currency();
        List<ChannelPayment> payments = payments(form, currency);
        return ChannelOrder.builder()
                .externalId(id)
                .number(id)
                .storefront(text(form.marketplace() == null
                                ? null
                                : form.marketplace().id())
                        .map(Storefront::new))
                .placedAt(placedAt(form))
                .currency(currency)
                .term(terms.term(status, fulfillment))
                .lifecycle(terms.lifecycle(status, fulfillment))
                .revision(text(form.revision()))
                .lines(lines(form, currency))
                .charges(AllegroCharges.of(form, currency))
                .buyer(AllegroParties.buyer(form.buyer()))
                .invoiceParty(AllegroParties.invoiced(form.invoice()))
                .delivery(delivery(form.delivery()))
                .payment(paymentTerms(form.payment(), total, payments))
                .payments(payments)
                .total(total)
                .buyerNote(text(form.messageToSeller()))
                .flags(flags.of(form))
                .raw(document(raw))
                .build();
    }

    /**
     * The latest purchase of the form: it makes the order what it is, and Allegro's own list is ordered by it. With an earlier one,
     * a joint payment over the day on which the shop went live would count as history.
     */
    private static Instant placedAt(AllegroCheckoutFormDto form) {
        return all(form.lineItems()).stream()
                .flatMap(line -> moment(line.boughtAt(), "$.lineItems[].boughtAt").stream())
                .max(Comparator.naturalOrder())
                .or(() -> moment(form.updatedAt(), "$.updatedAt"))
                .orElseThrow(() -> new UnreadablePartException("$.lineItems[].boughtAt", "a moment"));
    }

    private static List<OrderLine> lines(AllegroCheckoutFormDto form, Currency currency) {
        List<OrderLine> lines = new ArrayList<>();
        for (LineItem item : all(form.lineItems())) {
            lines.add(line(item, currency, "$.lineItems[" + lines.size() + "]"));
        }
        if (lines.isEmpty()) {
            throw new UnreadablePartException("$.lineItems", "at least one line");
        }
        return lines;
    }

    private static OrderLine line(LineItem item, Currency currency, String path) {
        AllegroCheckoutFormDto.Offer offer = required(item.offer(), path + ".offer");
        Optional<String> offerId = text(offer.id());
        return OrderLine.builder()
                .id(new LineId(required(item.id(), path + ".id")))
                .offerId(offerId)
                .sku(text(offer.external() == null ? null : offer.external().id()))
                .name(text(offer.name())
                        .or(() -> offerId)
                        .orElseThrow(() -> new UnreadablePartException(path + ".offer.name", "a name")))
                .quantity(quantity(item.quantity(), path + ".quantity"))
                .unitPrice(in(currency, item.price(), path + ".price"))
                .originalUnitPrice(optional(currency, item.originalPrice(), path + ".originalPrice"))
                .vatRate(vatRate(item.tax()))
                .build();
    }

    /** Absent, null and words such as an exemption all mean: Allegro does not tell a rate. */
    private static Optional<VatRate> vatRate(AllegroCheckoutFormDto.@Nullable Tax tax) {
        return text(tax == null ? null : tax.rate())
                .filter(rate -> RATE.matcher(rate).matches())
                .map(VatRate::of);
    }

    private static Delivery delivery(AllegroCheckoutFormDto.@Nullable Delivery delivery) {
        if (delivery == null) {
            return Delivery.builder().build();
        }
        AllegroCheckoutFormDto.Method method = delivery.method();
        AllegroCheckoutFormDto.Time time = delivery.time();
        AllegroCheckoutFormDto.Dispatch dispatch = time == null ? null : time.dispatch();
        return Delivery.builder()
                .recipient(AllegroParties.recipient(delivery.address()))
                .term(text(method == null ? null : method.id()))
                .termName(text(method == null ? null : method.name()))
                .pickupPoint(AllegroParties.pickupPoint(delivery.pickupPoint()))
                .dispatchBy(moment(dispatch == null ? null : dispatch.to(), "$.delivery.time.dispatch.to"))
                .deliverBy(moment(time == null ? null : time.to(), "$.delivery.time.to"))
                .build();
    }

    private PaymentTerms paymentTerms(@Nullable Payment payment, Money total, List<ChannelPayment> payments) {
        Optional<String> type = text(payment == null ? null : payment.type());
        PaymentTerms.Timing timing = terms.timing(type);
        return PaymentTerms.builder()
                .timing(timing)
                .term(type)
                .collectOnDelivery(
                        timing == PaymentTerms.Timing.ON_DELIVERY ? toCollect(total, payments) : Optional.empty())
                .build();
    }

    /** All that is not paid yet; a surcharge may have been paid online before. */
    private static Optional<Money> toCollect(Money total, List<ChannelPayment> payments) {
        Money left = total;
        for (ChannelPayment payment : payments) {
            left = left.minus(payment.amount());
        }
        return Optional.of(left).filter(Money::isPositive);
    }

    /** Only {@code paidAmount} is money: {@code finishedAt} is also set on cash on delivery and on a cancelled payment. */
    private static List<ChannelPayment> payments(AllegroCheckoutFormDto form, Currency currency) {
        List<ChannelPayment> payments = new ArrayList<>();
        if (form.payment() != null) {
            payment(form.payment(), form, currency, "$.payment").ifPresent(payments::add);
        }
        int index = 0;
        for (Payment surcharge : all(form.surcharges())) {
            payment(surcharge, form, currency, "$.surcharges[" + index++ + "]").ifPresent(payments::add);
        }
        return payments;
    }

    private static Optional<ChannelPayment> payment(
            Payment payment, AllegroCheckoutFormDto form, Currency currency, String path) {
        return optional(currency, payment.paidAmount(), path + ".paidAmount")
                .filter(Money::isPositive)
                .map(amount -> new ChannelPayment(
                        required(payment.id(), path + ".id"),
                        amount,
                        moment(payment.finishedAt(), path + ".finishedAt").orElseGet(() -> placedAt(form))));
    }

    static Optional<Money> optional(Currency currency, @Nullable Price price, String path) {
        return price == null ? Optional.empty() : Optional.of(in(currency, price, path));
    }

    private static Money in(Currency currency, @Nullable Price price, String path) {
        Money money = money(price, path);
        if (!money.currency().equals(currency)) {
            throw new UnreadablePartException(path + ".currency", "the currency of the total");
        }
        return money;
    }
}
