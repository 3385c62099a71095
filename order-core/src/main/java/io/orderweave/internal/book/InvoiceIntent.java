package io.orderweave.internal.book;

import io.orderweave.document.DocumentKind;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.event.Subject;
import io.orderweave.id.DocumentId;
import io.orderweave.id.OrderId;
import io.orderweave.id.PaymentId;

/** What an effect of kind {@code invoice} issues, as its discriminator names it. */
public sealed interface InvoiceIntent {

    /** The kind of document it issues. */
    DocumentKind documentKind();

    /** For example {@code final/1}. */
    String discriminator();

    default EffectKey key(OrderId order) {
        return new EffectKey(Subject.of(order), EffectKind.INVOICE, discriminator());
    }

    /** Reads a discriminator. */
    static InvoiceIntent parse(String discriminator) {
        int slash = discriminator.indexOf('/');
        String rest = discriminator.substring(slash + 1);
        return switch (discriminator.substring(0, Math.max(0, slash))) {
            case "final" -> new Final(Integer.parseInt(rest));
            case "advance" -> new Advance(new PaymentId(rest));
            case "credit" -> new Credit(new DocumentId(rest));
            default -> throw new IllegalArgumentException("no invoice effect is told by " + discriminator);
        };
    }

    /**
     * The final invoice.
     *
     * @param count 1 for the one that rules may ask for; others stand in the place of a credited one
     */
    record Final(int count) implements InvoiceIntent {

        public static final Final FIRST = new Final(1);

        @Override
        public DocumentKind documentKind() {
            return DocumentKind.INVOICE;
        }

        @Override
        public String discriminator() {
            return "final/" + count;
        }
    }

    /** The tax document on a received payment. */
    record Advance(PaymentId payment) implements InvoiceIntent {

        @Override
        public DocumentKind documentKind() {
            return DocumentKind.ADVANCE;
        }

        @Override
        public String discriminator() {
            return "advance/" + payment;
        }
    }

    /** The credit note over a whole document. */
    record Credit(DocumentId document) implements InvoiceIntent {

        @Override
        public DocumentKind documentKind() {
            return DocumentKind.CREDIT_NOTE;
        }

        @Override
        public String discriminator() {
            return "credit/" + document;
        }
    }
}
