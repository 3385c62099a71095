package io.orderweave.document;

import io.orderweave.event.Event;
import io.orderweave.event.EventName;
import io.orderweave.id.DocumentId;
import io.orderweave.id.PaymentId;
import java.time.Duration;

/** What can happen to a document. Subject: its order. */
public sealed interface DocumentEvent extends Event {

    /** A person asked for a document. */
    record DocumentRequested(DocumentKind kind) implements DocumentEvent {
        public static final EventName NAME = new EventName("document.requested", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** A person handed in a document that was issued before the database was restored. */
    record DocumentHandedIn(DocumentKind kind, String number) implements DocumentEvent {
        public static final EventName NAME = new EventName("document.handed-in", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** A person asked for the advance document of a payment. */
    record AdvanceRequested(PaymentId payment) implements DocumentEvent {
        public static final EventName NAME = new EventName("document.advance-requested", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** A person asked for the credit note of a document. */
    record CreditRequested(DocumentId document, String reason) implements DocumentEvent {
        public static final EventName NAME = new EventName("document.credit-requested", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** A person asked to credit an invoice and to issue another in its place. */
    record ReissueRequested(DocumentId document) implements DocumentEvent {
        public static final EventName NAME = new EventName("document.reissue-requested", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** Issued: the number is spent and the cover is taken. */
    record DocumentIssued(DocumentId document, DocumentKind kind, String number) implements DocumentEvent {
        public static final EventName NAME = new EventName("document.issued", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** Its PDF is stored. */
    record DocumentRendered(DocumentId document, DocumentKind kind) implements DocumentEvent {
        public static final EventName NAME = new EventName("document.rendered", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** The channel has it. */
    record DocumentUploaded(DocumentId document, DocumentKind kind) implements DocumentEvent {
        public static final EventName NAME = new EventName("document.uploaded", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** Its retention is over: its parties are erased and its PDF is deleted. */
    record DocumentErased(DocumentId document, String number) implements DocumentEvent {
        public static final EventName NAME = new EventName("document.erased", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /**
     * The document is due, and the order is not paid in full.
     *
     * @param after how long it has been due; negative before
     */
    record DocumentDue(DocumentId document, DocumentKind kind, Duration after) implements DocumentEvent {
        public static final EventName NAME = new EventName("document.due", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }
}
