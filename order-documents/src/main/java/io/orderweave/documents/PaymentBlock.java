package io.orderweave.documents;

import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import io.orderweave.document.BankAccount;
import io.orderweave.document.Document;
import java.util.Optional;

/** Where and how to pay, with the QR code for the bank's app; absent when nothing is to be paid by transfer. */
final class PaymentBlock implements Block {

    private static final float PADDING = 14;

    @Override
    public Optional<PdfPTable> draw(Sheet sheet) {
        Document document = sheet.document();
        return document.payTo().filter(account -> document.toPay().isPositive()).map(account -> band(sheet, account));
    }

    private static PdfPTable band(Sheet sheet, BankAccount account) {
        PdfPTable band = Cells.table(75.5f, 24.5f);
        PdfPCell details = Cells.holding(details(sheet, account));
        details.setPadding(PADDING);
        details.setBackgroundColor(Palette.BAND);
        PdfPCell code = PaymentQr.of(sheet.document())
                .map(qr -> Cells.holding(code(sheet, qr)))
                .orElseGet(Cells::empty);
        code.setPadding(PADDING);
        code.setBackgroundColor(Palette.BAND);
        band.addCell(details);
        band.addCell(code);
        band.setKeepTogether(true);
        return band;
    }

    private static PdfPTable details(Sheet sheet, BankAccount account) {
        PdfPTable details = Cells.table(30, 70);
        PdfPCell heading =
                Cells.left(sheet.ink().text(Style.STRONG, sheet.texts().get(Term.PAY_HEADING)));
        heading.setColspan(2);
        heading.setPaddingBottom(4);
        details.addCell(heading);
        Iban.parse(account.iban())
                .flatMap(Iban::czechNumber)
                .ifPresent(number -> addDetail(sheet, details, Term.PAY_ACCOUNT, number));
        addDetail(sheet, details, Term.PAY_IBAN, Iban.grouped(account.iban()));
        account.bic().ifPresent(bic -> addDetail(sheet, details, Term.PAY_BIC, bic));
        account.bankName().ifPresent(bank -> addDetail(sheet, details, Term.PAY_BANK, bank));
        if (!sheet.document().variableSymbol().isEmpty()) {
            addDetail(sheet, details, Term.PAY_SYMBOL, sheet.document().variableSymbol());
        }
        addDetail(
                sheet,
                details,
                Term.SUM_TO_PAY,
                sheet.formats().money(sheet.document().toPay()));
        return details;
    }

    private static void addDetail(Sheet sheet, PdfPTable details, Term label, String value) {
        details.addCell(Cells.below(
                4, Cells.left(sheet.ink().text(Style.LABEL, sheet.texts().get(label)))));
        details.addCell(Cells.below(4, Cells.left(sheet.ink().text(Style.STRONG, value))));
    }

    private static PdfPTable code(Sheet sheet, PaymentQr qr) {
        PdfPTable code = Cells.table(1);
        PdfPCell image = Cells.centred(BarcodeImages.qr(qr.payload()));
        code.addCell(image);
        String caption = qr.brand().orElseGet(() -> sheet.texts().get(Term.PAY_SCAN));
        code.addCell(Cells.below(4, Cells.centred(sheet.ink().text(Style.LABEL, caption))));
        return code;
    }
}
