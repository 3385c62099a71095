package io.orderweave.connectors.kaufland;

import static io.orderweave.http.JsonParts.all;
import static io.orderweave.http.JsonParts.told;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.DocumentUploads;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.NoBody;
import io.orderweave.http.PdfFile;
import io.orderweave.http.Reply;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uploads invoices, in one step and as base64. Kaufland keeps no number, so the file's name is what a document is known by. There is
 * no way to replace a file but to delete it: should one number be there twice, the later ones are deleted.
 *
 * <p>Of sales of which Kaufland is the deemed supplier, it provides the invoice itself; that a seller must not upload his own is our
 * inference (UNCONFIRMED), so it is a setting.
 */
final class KauflandDocumentUploads implements DocumentUploads {

    private static final Logger LOG = LoggerFactory.getLogger(KauflandDocumentUploads.class);

    private static final String PDF = "application/pdf";

    private final KauflandApi api;
    private final KauflandOrderUnits orders;
    private final boolean forDeemedSupplier;

    KauflandDocumentUploads(KauflandApi api, KauflandOrderUnits orders, KauflandConfig config) {
        this.api = api;
        this.orders = orders;
        this.forDeemedSupplier = config.invoicesForDeemedSupplier();
    }

    @Override
    public WriteAnswer begin(DocumentUpload upload) {
        if (!PdfFile.is(upload.pdf())) {
            return new WriteAnswer.Rejected("the document is no PDF");
        }
        KauflandOrderUnits.Reading reading = orders.read(upload.externalId());
        if (reading instanceof KauflandOrderUnits.Refused refused) {
            return new WriteAnswer.Rejected(refused.reason());
        }
        KauflandOrderDto order = ((KauflandOrderUnits.Units) reading).order();
        List<KauflandInvoiceDto> there = own(order, upload);
        if (!there.isEmpty()) {
            deleteSurplus(order, there);
            return new WriteAnswer.AlreadyApplied(reference(there.get(0)));
        }
        if (Boolean.TRUE.equals(order.isMarketplaceDeemedSupplier()) && !forDeemedSupplier) {
            return new WriteAnswer.Rejected("Kaufland is the deemed supplier of the order and invoices it itself;"
                    + " setting " + KauflandConnectorFactory.INVOICE_DEEMED_SUPPLIER + " allows own invoices");
        }
        return send(upload);
    }

    @Override
    public WriteAnswer resume(String handle, DocumentUpload upload) {
        throw new IllegalStateException("Kaufland takes a document in one step; there is no handle " + handle);
    }

    @Override
    public Lookup find(DocumentUpload upload) {
        return orders.ifThere(upload.externalId())
                .flatMap(units -> own(units.order(), upload).stream().findFirst())
                .<Lookup>map(invoice -> new Lookup.Found(reference(invoice)))
                .orElseGet(Lookup::absent);
    }

    private WriteAnswer send(DocumentUpload upload) {
        Reply<KauflandInvoiceDto.Envelope> reply = api.addInvoice(
                upload.externalId(),
                new KauflandNewInvoiceDto(
                        PdfFile.name(upload.number()), PDF, Base64.getEncoder().encodeToString(upload.pdf())));
        if (reply instanceof Reply.Refused<KauflandInvoiceDto.Envelope> refused) {
            return new WriteAnswer.Rejected(refused.reason());
        }
        KauflandInvoiceDto invoice =
                ((Reply.Done<KauflandInvoiceDto.Envelope>) reply).body().data();
        if (invoice == null) {
            throw OutsideFault.of(FaultCategory.CONTRACT, Reached.PERHAPS, "kaufland addInvoice: no data")
                    .build();
        }
        return new WriteAnswer.Applied(reference(invoice));
    }

    /** Not one whose id an invoice of Kaufland's shares: which of the two would go is not told. */
    private void deleteSurplus(KauflandOrderDto order, List<KauflandInvoiceDto> same) {
        same.stream()
                .skip(1)
                .map(KauflandInvoiceDto::idInvoice)
                .flatMap(id -> Optional.ofNullable(id).stream())
                .filter(id -> all(order.orderInvoices()).stream()
                        .noneMatch(other -> !other.isOwn() && id.equals(other.idInvoice())))
                .forEach(id -> delete(String.valueOf(order.idOrder()), id));
    }

    /** A surplus that stays keeps nothing from being right: the buyer has his document. */
    private void delete(String orderId, long invoiceId) {
        if (api.deleteInvoice(orderId, invoiceId) instanceof Reply.Refused<NoBody> refused) {
            LOG.warn("Order {} has a document twice and Kaufland refused to delete one: {}", orderId, refused.reason());
        }
    }

    private static List<KauflandInvoiceDto> own(KauflandOrderDto order, DocumentUpload upload) {
        String name = PdfFile.name(upload.number());
        return all(told(order.orderInvoices(), "kaufland order", "$.data.order_invoices")).stream()
                .filter(invoice -> invoice.isOwn() && name.equals(invoice.originalName()))
                .toList();
    }

    private static Optional<String> reference(KauflandInvoiceDto invoice) {
        return Optional.ofNullable(invoice.idInvoice()).map(String::valueOf);
    }
}
