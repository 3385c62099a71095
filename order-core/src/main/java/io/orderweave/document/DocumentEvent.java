package io.orderweave.document;

import io.orderweave.event.Event;
import io.orderweave.event.EventName;
import io.orderweave.id.DocumentId;

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
}
