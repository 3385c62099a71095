package io.orderweave.rule;

import io.orderweave.document.DocumentKind;
import io.orderweave.id.RuleId;
import io.orderweave.id.StatusId;
import io.orderweave.order.Axes;
import io.orderweave.order.PaymentTerms;
import io.orderweave.shipment.Milestone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Invoicing as shops write it down: rows of what is issued, upon what, and for which orders. A builder of ordinary {@link Rule}s, with
 * ids one can read, which a shop may change like its own; a row never does what rules could not. Not thread-safe.
 *
 * <p>Whatever the rows say, every piece is on one final invoice at most, each payment has one advance document at most, and a final
 * invoice deducts the advances of its order.
 */
public final class InvoicingRules {

    private final List<Row> rows = new ArrayList<>();

    private InvoicingRules() {}

    /** Without any row. */
    public static InvoicingRules none() {
        return new InvoicingRules();
    }

    /**
     * The usual: a proforma on reception for what is to be paid in advance, the final invoice once it is paid; on dispatch for what is
     * paid on delivery; credit notes for everything when the order is cancelled.
     */
    public static InvoicingRules usual() {
        return none().row(Row.issuing(DocumentKind.PROFORMA).onReception().timing(PaymentTerms.Timing.PREPAID))
                .row(Row.issuing(DocumentKind.INVOICE).whenPaid().timing(PaymentTerms.Timing.PREPAID))
                .row(Row.issuing(DocumentKind.INVOICE).onDispatch().timing(PaymentTerms.Timing.ON_DELIVERY))
                .row(Row.crediting("cancelled"));
    }

    /** An advance document for each payment in advance, and on dispatch the final invoice, which deducts them; credit notes as usual. */
    public static InvoicingRules withAdvances() {
        return none().row(Row.issuing(DocumentKind.ADVANCE).onPayment().timing(PaymentTerms.Timing.PREPAID))
                .row(Row.issuing(DocumentKind.INVOICE).onDispatch())
                .row(Row.crediting("cancelled"));
    }

    /** Adds a row. */
    public InvoicingRules row(Row row) {
        rows.add(row);
        return this;
    }

    /** The rules, in the order of the rows; two rows that differ in nothing are refused when the set is verified. */
    public List<Rule> rules() {
        return rows.stream().map(Row::rule).toList();
    }

    /** One row: what is issued, when, and for which orders. Immutable. */
    public static final class Row {

        private final String document;
        private final Action action;
        private final String moment;
        private final Trigger trigger;
        private final List<String> of;
        private final List<Condition> conditions;

        private Row(
                String document,
                Action action,
                String moment,
                Trigger trigger,
                List<String> of,
                List<Condition> conditions) {
            this.document = document;
            this.action = action;
            this.moment = moment;
            this.trigger = trigger;
            this.of = List.copyOf(of);
            this.conditions = List.copyOf(conditions);
        }

        /** Issues a proforma, an advance document or the final invoice; on reception until a moment is chosen. */
        public static Row issuing(DocumentKind kind) {
            return new Row(
                    word(kind),
                    new Action.IssueDocument(kind, Optional.empty()),
                    "on-reception",
                    Trigger.on("order.confirmed"),
                    List.of(),
                    List.of());
        }

        /**
         * Credits everything that is live when the order is cancelled.
         *
         * @param reason printed on the credit notes
         */
        public static Row crediting(String reason) {
            return new Row(
                    "credit-note",
                    new Action.CreditDocuments(reason),
                    "on-cancellation",
                    Trigger.on("order.cancelled"),
                    List.of(),
                    List.of());
        }

        /** When the order is certain. */
        public Row onReception() {
            return at("on-reception", Trigger.on("order.confirmed"));
        }

        /** With every payment. */
        public Row onPayment() {
            return at("on-payment", Trigger.on("payment.received"));
        }

        /** When a payment completes the sum. */
        public Row whenPaid() {
            return at("when-paid", Trigger.on("payment.received"))
                    .only(List.of(), Field.PAYMENT_STATE.isOneOf(Axes.PaymentState.PAID, Axes.PaymentState.OVERPAID));
        }

        /** When the first parcel leaves. */
        public Row onDispatch() {
            return at("on-dispatch", new Trigger.ShipmentMilestone(Milestone.DISPATCHED));
        }

        /** When the order enters the status. */
        public Row onStatus(StatusId status) {
            return at("on-" + status, new Trigger.StatusEntered(status));
        }

        /** Only orders to be paid at that time. */
        public Row timing(PaymentTerms.Timing timing) {
            return only(List.of(word(timing)), Field.PAYMENT_TIMING.isOneOf(timing));
        }

        /** Only orders paid by one of these methods, by the shop's own codes. */
        public Row paidBy(String... methods) {
            return only(List.of(methods), Field.PAYMENT_METHOD.isOneOf(methods));
        }

        /** Only orders delivered by one of these methods, by the shop's own codes. */
        public Row deliveredBy(String... methods) {
            return only(List.of(methods), Field.DELIVERY_METHOD.isOneOf(methods));
        }

        /** Only orders of these channels. */
        public Row from(String... channels) {
            return only(List.of(channels), Field.CHANNEL.isOneOf(channels));
        }

        /** The rule that this row is. */
        Rule rule() {
            String id = String.join("-", document, moment) + (of.isEmpty() ? "" : "-" + String.join("-", of));
            return Rule.builder()
                    .id(new RuleId(id))
                    .trigger(trigger)
                    .condition(Condition.all(conditions.toArray(Condition[]::new)))
                    .addAction(action)
                    .build();
        }

        private Row at(String moment, Trigger trigger) {
            return new Row(document, action, moment, trigger, of, conditions);
        }

        private Row only(List<String> words, Condition condition) {
            List<String> more = new ArrayList<>(of);
            more.addAll(words);
            List<Condition> all = new ArrayList<>(conditions);
            all.add(condition);
            return new Row(document, action, moment, trigger, more, all);
        }

        private static String word(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
