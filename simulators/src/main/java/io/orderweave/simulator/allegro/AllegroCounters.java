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

    private AllegroCounters(Map<String, AllegroFormCounters> forms, Map<String, String> replaced) {
        this.forms = forms;
        this.replaced = Map.copyOf(replaced);
    }

    static AllegroCounters of(AllegroState state) {
        Map<String, AllegroFormCounters> forms = new LinkedHashMap<>();
        state.forms.values().forEach(form -> forms.put(form.id, count(form)));
        return new AllegroCounters(forms, state.replaced);
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

    /** The forms that went into joint payments, each with the form that took its place. */
    public Map<String, String> replaced() {
        return replaced;
    }

    /** What is there more than once and must not be, a sentence each; empty when all happened at most once. */
    public List<String> duplicates() {
        List<String> found = new ArrayList<>();
        forms.values().forEach(form -> {
            form.shipmentsByWaybill().forEach((waybill, times) -> report(found, form, "waybill " + waybill, times));
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
                form.refusals);
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
