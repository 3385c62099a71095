package io.orderweave.documents;

import io.orderweave.document.Document;

/** What a document is called: by its kind, and by whether its seller may issue tax documents. */
final class Titles {

    private Titles() {}

    static Term of(Document document) {
        boolean taxed = document.sellerIsVatPayer();
        return switch (document.kind()) {
            case PROFORMA -> Term.TITLE_PROFORMA;
            case ADVANCE -> taxed ? Term.TITLE_ADVANCE : Term.TITLE_UNTAXED_ADVANCE;
            case INVOICE -> taxed ? Term.TITLE_INVOICE : Term.TITLE_UNTAXED_INVOICE;
            case CREDIT_NOTE -> taxed ? Term.TITLE_CREDIT_NOTE : Term.TITLE_UNTAXED_CREDIT_NOTE;
        };
    }
}
