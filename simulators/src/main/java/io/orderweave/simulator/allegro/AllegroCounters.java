package io.orderweave.simulator.allegro;

import io.orderweave.simulator.internal.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the simulated Allegro has stored, counted at one moment: the judge of "exactly once". It survives a restart on the
 * same state file. Immutable.
 */
public final class AllegroCounters {

    private final Map<String, AllegroFormCounters> forms;
    private final Map<String, String> replaced;
    private final Map<String, AllegroOfferCounters> offers;
    private final Map<String, Integer> offerCommands;
    private final Map<String, String> returnRejections;

    private AllegroCounters(AllegroState state) {
        Map<String, AllegroFormCounters> formsById = new LinkedHashMap<>();
        state.forms.values().forEach(form -> formsById.put(form.id, count(form)));
        Map<String, AllegroOfferCounters> offersById = new LinkedHashMap<>();
        state.offers.values().forEach(offer -> offersById.put(offer.id(), count(offer)));
        Map<String, String> rejections = new LinkedHashMap<>();
        state.returns.values().stream()
                .filter(CustomerReturn::isRejected)
                .forEach(one -> rejections.put(
                        one.id(), one.document.at("/rejection/code").asText()));
        this.forms = formsById;
        this.replaced = Map.copyOf(state.replaced);
        this.offers = offersById;
        this.offerCommands = Tally.of(state.offerCommands.values().stream()
                .map(command -> command.kind)
                .toList());
        this.returnRejections = Map.copyOf(rejections);
    }

    static AllegroCounters of(AllegroState state) {
        return new AllegroCounters(state);
    }

    /** Every order, those that went into a joint payment left out. */
    public List<AllegroFormCounters> forms() {
        return List.copyOf(forms.values());
    }

    /**
     * One order.
     *
     * @throws IllegalArgumentException if there is no such form
     */
    public AllegroFormCounters form(String formId) {
        AllegroFormCounters form = forms.get(formId);
        if (form == null) {
            throw new IllegalArgumentException("No such checkout form: " + formId);
        }
        return form;
    }

    /**
     * One offer.
     *
     * @throws IllegalArgumentException if there is no such offer
     */
    public AllegroOfferCounters offer(String offerId) {
        AllegroOfferCounters offer = offers.get(offerId);
        if (offer == null) {
            throw new IllegalArgumentException("No such offer: " + offerId);
        }
        return offer;
    }

    /** How many commands over many offers were registered, by kind, such as {@code offer-quantity-change-commands}. */
    public Map<String, Integer> offerCommands() {
        return Map.copyOf(offerCommands);
    }

    /** The returns that were rejected, each with the code. */
    public Map<String, String> returnRejections() {
        return returnRejections;
    }

    /** The forms that went into joint payments, each with the form that took its place. */
    public Map<String, String> replaced() {
        return replaced;
    }

    /** What is there more than once and must not be, a sentence each; empty when all happened at most once. */
    public List<String> duplicates() {
        List<String> found = new ArrayList<>();
        forms.values().forEach(form -> {
            form.shipmentsByWaybill().forEach((waybill, times) -> report(found, form, "waybill " + waybill, times));
            form.refundsByCommand().forEach((command, times) -> report(found, form, "refund " + command, times));
            form.invoicesByNumber().forEach((number, times) -> report(found, form, "invoice " + number, times));
        });
        return List.copyOf(found);
    }

    private static void report(List<String> found, AllegroFormCounters form, String what, int times) {
        if (times > 1) {
            found.add("order " + form.formId() + " has " + what + " " + times + " times");
        }
    }

    private static AllegroFormCounters count(CheckoutForm form) {
        return new AllegroFormCounters(
                form.id,
                Tally.of(form.shipments.stream().map(ShipmentEntry::waybill).toList()),
                Tally.of(form.invoices.stream().map(AllegroCounters::number).toList()),
                Tally.of(form.invoices.stream()
                        .filter(invoice -> invoice.file().isPresent())
                        .map(AllegroCounters::number)
                        .toList()),
                digests(form),
                form.fulfillmentWrites.stream().map(FulfillmentWrite::status).toList(),
                form.refunds.stream().map(AllegroCounters::refund).toList(),
                form.refusals);
    }

    private static AllegroRefund refund(RefundEntry refund) {
        return new AllegroRefund(
                refund.id(),
                refund.commandId() == null ? "" : refund.commandId(),
                refund.request().path("reason").asText(),
                refund.total());
    }

    private static AllegroOfferCounters count(Offer offer) {
        return new AllegroOfferCounters(
                offer.id(), offer.status(), offer.available(), offer.stockWrites, offer.priceWrites);
    }

    private static Map<String, String> digests(CheckoutForm form) {
        Map<String, String> digests = new LinkedHashMap<>();
        form.invoices.forEach(invoice -> invoice.file().ifPresent(file -> digests.put(number(invoice), file.sha256())));
        return digests;
    }

    private static String number(InvoiceEntry invoice) {
        String number = invoice.invoiceNumber();
        return number == null ? "" : number;
    }
}
