package io.orderweave.connectors.allegro;

import static io.orderweave.http.JsonParts.all;
import static io.orderweave.http.JsonParts.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connection.Lookup;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.RefundRequest;
import io.orderweave.connector.Refunds;
import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.Reference;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import io.orderweave.http.UnknownWords;
import io.orderweave.payment.RefundReason;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Pays back. The request's key is Allegro's command id, so that a repeated request is the same refund. Allegro's list does not
 * tell command ids, so the key is also written behind the comment, and looked for there: two refunds of one order may otherwise
 * be equal in every part.
 */
final class AllegroRefunds implements Refunds {

    private static final Map<RefundReason, String> REASONS = Map.ofEntries(
            Map.entry(RefundReason.RETURNED, "REFUND"),
            Map.entry(RefundReason.CANCELLED, "CANCELLED_BY_BUYER"),
            Map.entry(RefundReason.NOT_AVAILABLE, "PRODUCT_NOT_AVAILABLE"),
            Map.entry(RefundReason.NOT_COLLECTED, "NOT_COLLECTED"),
            Map.entry(RefundReason.DAMAGED, "COMPLAINT"),
            Map.entry(RefundReason.DEFECTIVE, "COMPLAINT"),
            Map.entry(RefundReason.WRONG_ITEM, "COMPLAINT"),
            Map.entry(RefundReason.INCOMPLETE, "COMPLAINT"),
            Map.entry(RefundReason.LATE, "COMPLAINT"),
            Map.entry(RefundReason.DELIVERY_COST, "REFUND"),
            Map.entry(RefundReason.RETURN_COST, "REFUND"),
            Map.entry(RefundReason.OTHER, "REFUND"));

    private static final String SUCCESS = "SUCCESS";
    private static final Set<String> FAILED = Set.of("CANCELED", "VALIDATE_FAILED");

    /** PARTIAL too: what else follows is not known, and until then nobody may send more. */
    private static final Set<String> UNDERWAY = Set.of("NEW", "VALIDATED", "WAITING", "IN_PROGRESS", "PARTIAL");

    private static final String CASH_ON_DELIVERY = "CASH_ON_DELIVERY";
    private static final int LONGEST_COMMENT = 250;

    /** The list's largest page; no order has as many refunds. */
    private static final int MOST_REFUNDS = 100;

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);
    private static final Duration GIVE_UP = Duration.ofDays(7);

    private final AllegroApi api;
    private final UnknownWords unknown = new UnknownWords("Allegro");

    AllegroRefunds(AllegroApi api) {
        this.api = api;
    }

    @Override
    public Set<RefundReason> reasons() {
        return REASONS.keySet();
    }

    @Override
    public WriteAnswer refund(RefundRequest request) {
        String reason = REASONS.get(request.reason());
        if (reason == null) {
            return new WriteAnswer.Rejected("Allegro has no term for a refund because of " + request.reason());
        }
        String comment = comment(request);
        if (comment.length() > LONGEST_COMMENT) {
            return new WriteAnswer.Rejected("Allegro takes comments of up to "
                    + (LONGEST_COMMENT - reference(request).length() - 1) + " characters with a refund");
        }
        Reply<RawJson> reply = api.checkoutForm(request.externalId());
        if (reply instanceof Reply.Refused<RawJson> refused) {
            return new WriteAnswer.Rejected("the order cannot be read: " + refused.reason());
        }
        JsonNode form = ((Reply.Done<RawJson>) reply).body().tree();
        Optional<String> first = text(form.path("payment").path("id").textValue());
        if (first.isEmpty()) {
            return new WriteAnswer.Rejected("the order has no payment at Allegro");
        }
        String payment = request.payment().orElse(first.get());
        Optional<JsonNode> surcharge = surcharge(form, payment);
        if (surcharge.orElse(form.path("payment")).path("type").asText().equals(CASH_ON_DELIVERY)) {
            return new WriteAnswer.Rejected("Allegro does not pay back cash on delivery");
        }
        AllegroRefundItems items = surcharge.isPresent()
                ? AllegroRefundItems.ofSurcharge(payment, form, request)
                : AllegroRefundItems.of(form, request.parts());
        return items.unfit().isPresent()
                ? new WriteAnswer.Rejected(items.unfit().get())
                : send(new AllegroNewRefundDto(
                        new Reference(surcharge.isPresent() ? first.get() : payment),
                        new Reference(request.externalId()),
                        request.key().toString(),
                        reason,
                        items.lines(),
                        items.deposits(),
                        items.delivery(),
                        items.services(),
                        items.surcharges(),
                        comment));
    }

    @Override
    public WriteAnswer resume(String handle, RefundRequest request) {
        return all(api.refundById(handle).refunds()).stream()
                .findFirst()
                .map(this::progress)
                .orElseGet(() -> underway(handle));
    }

    @Override
    public Lookup find(RefundRequest request) {
        String reference = reference(request);
        return all(api.refundsOf(request.externalId(), MOST_REFUNDS).refunds()).stream()
                .filter(refund -> text(refund.sellerComment())
                        .filter(comment -> comment.endsWith(reference))
                        .isPresent())
                .findFirst()
                .map(AllegroRefunds::lookup)
                .orElseGet(Lookup::absent);
    }

    private WriteAnswer send(AllegroNewRefundDto refund) {
        Reply<AllegroRefundDto> reply = api.refund(refund);
        return reply instanceof Reply.Refused<AllegroRefundDto> refused
                ? new WriteAnswer.Rejected(refused.reason())
                : progress(((Reply.Done<AllegroRefundDto>) reply).body());
    }

    private WriteAnswer progress(AllegroRefundDto refund) {
        String id = id(refund);
        String status = text(refund.status()).orElse("NEW");
        if (status.equals(SUCCESS)) {
            return WriteAnswer.applied(id);
        }
        if (FAILED.contains(status)) {
            return new WriteAnswer.Rejected("Allegro did not make the refund " + id + ": " + status);
        }
        if (!UNDERWAY.contains(status)) {
            unknown.note("refund status", status);
        }
        return underway(id);
    }

    /** A refund that failed is as none: the same command, sent again, is answered with the failure. */
    private static Lookup lookup(AllegroRefundDto refund) {
        String status = text(refund.status()).orElse("NEW");
        if (FAILED.contains(status)) {
            return Lookup.absent();
        }
        return status.equals(SUCCESS) ? Lookup.found(id(refund)) : new Lookup.Underway(id(refund));
    }

    private static WriteAnswer underway(String id) {
        return new WriteAnswer.Accepted(id, LOOK_AGAIN, GIVE_UP);
    }

    private static String id(AllegroRefundDto refund) {
        return text(refund.id())
                .orElseThrow(() -> OutsideFault.of(FaultCategory.CONTRACT, Reached.PERHAPS, "allegro refund: no id")
                        .build());
    }

    /** The surcharge that payment is; its type is its own, so that one of a cash-on-delivery order may have been paid online. */
    private static Optional<JsonNode> surcharge(JsonNode form, String payment) {
        for (JsonNode surcharge : form.path("surcharges")) {
            if (payment.equals(surcharge.path("id").asText())) {
                return Optional.of(surcharge);
            }
        }
        return Optional.empty();
    }

    private static String comment(RefundRequest request) {
        return request.comment()
                        .flatMap(comment -> text(comment))
                        .map(text -> text + " ")
                        .orElse("")
                + reference(request);
    }

    private static String reference(RefundRequest request) {
        return "ref. " + request.key();
    }
}
