package io.orderweave.documents;

import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import io.orderweave.document.Document;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.party.TaxId;
import java.util.Optional;

/** Seller and buyer side by side, and where the goods go when that is somewhere else. */
final class PartiesBlock implements Block {

    private static final float GUTTER = 14;
    private static final float LINE_GAP = 2.5f;
    private static final float GROUP_GAP = 7;

    @Override
    public Optional<PdfPTable> draw(Sheet sheet) {
        Document document = sheet.document();
        Optional<Party> recipient = document.recipient().filter(party -> differs(party, document.buyer()));
        PdfPTable parties = recipient.isPresent() ? Cells.table(1, 1, 1) : Cells.table(1, 1);
        PdfPTable seller = party(sheet, Term.SELLER, document.sellerProfile());
        sheet.letterhead()
                .registration()
                .ifPresent(text -> seller.addCell(
                        Cells.below(GROUP_GAP, Cells.left(sheet.ink().text(Style.LABEL, text)))));
        parties.addCell(column(seller));
        parties.addCell(column(party(sheet, Term.BUYER, document.buyer())));
        recipient.ifPresent(party -> parties.addCell(column(party(sheet, Term.RECIPIENT, party))));
        parties.setSpacingAfter(16);
        return Optional.of(parties);
    }

    /** By what is printed; the same person with another telephone is no other recipient. */
    private static boolean differs(Party recipient, Party buyer) {
        return !recipient.personName().equals(buyer.personName())
                || !recipient.company().equals(buyer.company())
                || !recipient.address().equals(buyer.address());
    }

    private static PdfPTable party(Sheet sheet, Term role, Party party) {
        Ink ink = sheet.ink();
        PdfPTable lines = Cells.table(1);
        lines.addCell(Cells.left(ink.text(Style.LABEL, sheet.texts().get(role))));
        lines.addCell(Cells.below(5, Cells.left(ink.text(Style.STRONG, party.displayName()))));
        if (party.company().isPresent()) {
            party.personName().ifPresent(person -> lines.addCell(line(ink, person)));
        }
        party.address().ifPresent(address -> addAddress(lines, sheet, address));
        float space = GROUP_GAP;
        for (TaxId id : party.taxIds()) {
            lines.addCell(Cells.below(space, line(ink, TaxIdLabel.of(id, sheet.texts()) + ": " + id.value())));
            space = LINE_GAP;
        }
        return lines;
    }

    private static void addAddress(PdfPTable lines, Sheet sheet, PostalAddress address) {
        Ink ink = sheet.ink();
        lines.addCell(line(ink, address.street()));
        lines.addCell(line(ink, address.postalCode() + " " + address.city()));
        address.region().ifPresent(region -> lines.addCell(line(ink, region)));
        lines.addCell(line(ink, sheet.formats().country(address.country())));
    }

    private static PdfPCell line(Ink ink, String text) {
        return Cells.below(LINE_GAP, Cells.left(ink.text(Style.BODY, text)));
    }

    private static PdfPCell column(PdfPTable lines) {
        PdfPCell cell = Cells.holding(lines);
        cell.setPaddingRight(GUTTER);
        return cell;
    }
}
