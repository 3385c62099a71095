package io.orderweave.connectors.allegro;

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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/**
 * Uploads invoices in Allegro's two steps: an entry with the number, then its file. The entry's id is the handle, kept between the
 * steps, so that a lost answer never makes a second entry. Done when the virus scan has let the file pass.
 */
final class AllegroDocumentUploads implements DocumentUploads {

    private static final String INVOICES = "allegro invoices";
    private static final int LARGEST_FILE = 3 * 1024 * 1024;
    private static final int MOST_DOCUMENTS = 10;
    private static final MediaType PDF = MediaType.get("application/pdf");
    private static final Duration SCAN_POLL = Duration.ofSeconds(15);
    private static final Duration GIVE_UP = Duration.ofHours(2);

    /** "A few seconds", says the specification of the pause between two entries. */
    private static final Duration ENTRY_PAUSE = Duration.ofSeconds(15);

    private final AllegroApi api;

    AllegroDocumentUploads(AllegroApi api) {
        this.api = api;
    }

    @Override
    public WriteAnswer begin(DocumentUpload upload) {
        Optional<String> unfit = unfit(upload.pdf());
        if (unfit.isPresent()) {
            return new WriteAnswer.Rejected(unfit.get());
        }
        Reply<AllegroInvoicesDto> reply = api.invoices(upload.externalId());
        if (reply instanceof Reply.Refused<AllegroInvoicesDto> refused) {
            return new WriteAnswer.Rejected("the order's invoices cannot be read: " + refused.reason());
        }
        List<AllegroInvoicesDto.Invoice> invoices = in(((Reply.Done<AllegroInvoicesDto>) reply).body());
        Optional<AllegroInvoicesDto.Invoice> there = live(invoices, upload.number());
        if (there.isPresent()) {
            WriteAnswer progress = progress(there.get());
            return progress instanceof WriteAnswer.Applied applied
                    ? new WriteAnswer.AlreadyApplied(applied.reference())
                    : progress;
        }
        if (invoices.size() >= MOST_DOCUMENTS) {
            return new WriteAnswer.Rejected(
                    "the order already has " + invoices.size() + " documents, the most Allegro takes");
        }
        if (invoices.stream().anyMatch(AllegroDocumentUploads::isBeingScanned)) {
            throw busy("an earlier document of the order is still being scanned", Optional.empty());
        }
        return enter(upload);
    }

    @Override
    public WriteAnswer resume(String handle, DocumentUpload upload) {
        Reply<AllegroInvoicesDto> reply = api.invoices(upload.externalId());
        List<AllegroInvoicesDto.Invoice> shown =
                reply instanceof Reply.Done<AllegroInvoicesDto> done ? in(done.body()) : List.of();
        Optional<AllegroInvoicesDto.Invoice> entry =
                shown.stream().filter(invoice -> handle.equals(invoice.id())).findFirst();
        // An entry that the list does not show yet may be there all the same; the upload tells.
        return entry.filter(AllegroInvoicesDto.Invoice::uploaded)
                .map(this::progress)
                .orElseGet(() -> send(handle, upload));
    }

    @Override
    public Lookup find(DocumentUpload upload) {
        return api.invoices(upload.externalId())
                .ifThere(INVOICES)
                .flatMap(invoices -> live(in(invoices), upload.number()))
                .map(AllegroDocumentUploads::lookup)
                .orElseGet(Lookup::absent);
    }

    private static Lookup lookup(AllegroInvoicesDto.Invoice invoice) {
        String id = id(invoice);
        return invoice.uploaded() ? Lookup.found(id) : new Lookup.Underway(id);
    }

    private WriteAnswer enter(DocumentUpload upload) {
        Reply<AllegroInvoicesDto.Created> reply = api.addInvoice(
                upload.externalId(),
                new AllegroNewInvoiceDto(
                        new AllegroNewInvoiceDto.File(PdfFile.name(upload.number())), upload.number()));
        if (reply instanceof Reply.Refused<AllegroInvoicesDto.Created> refused) {
            if (refused.status() == 429) {
                throw busy("another entry of the order waits for its file", refused.requestId());
            }
            return new WriteAnswer.Rejected(refused.reason());
        }
        String id = ((Reply.Done<AllegroInvoicesDto.Created>) reply).body().id();
        if (id == null) {
            throw OutsideFault.of(FaultCategory.CONTRACT, Reached.PERHAPS, "allegro addInvoice: no id")
                    .remoteRequestId(reply.requestId())
                    .build();
        }
        return new WriteAnswer.Accepted(id, Duration.ZERO, GIVE_UP);
    }

    private WriteAnswer send(String invoiceId, DocumentUpload upload) {
        Reply<NoBody> reply = api.putInvoiceFile(upload.externalId(), invoiceId, RequestBody.create(upload.pdf(), PDF));
        // 409: the entry has its file already, from a try whose answer was lost.
        if (reply instanceof Reply.Refused<NoBody> refused && refused.status() != 409) {
            return new WriteAnswer.Rejected(refused.reason());
        }
        return new WriteAnswer.Accepted(invoiceId, SCAN_POLL, GIVE_UP);
    }

    /** How far an entry is. A scan that nobody told us of is one that goes on. */
    private WriteAnswer progress(AllegroInvoicesDto.Invoice invoice) {
        String id = id(invoice);
        if (!invoice.uploaded()) {
            return new WriteAnswer.Accepted(id, Duration.ZERO, GIVE_UP);
        }
        if ("REJECTED".equals(invoice.scan())) {
            return new WriteAnswer.Rejected("Allegro's virus scan refused the file");
        }
        return "ACCEPTED".equals(invoice.scan())
                ? WriteAnswer.applied(id)
                : new WriteAnswer.Accepted(id, SCAN_POLL, GIVE_UP);
    }

    /** An order without invoices is shown with an empty list (allegro-api issue 12473); one without the list says nothing. */
    private static List<AllegroInvoicesDto.Invoice> in(AllegroInvoicesDto answer) {
        return all(told(answer.invoices(), INVOICES, "$.invoices"));
    }

    /** The entry of that number; one whose file the scan refused is dead, the buyer does not get it. */
    private static Optional<AllegroInvoicesDto.Invoice> live(List<AllegroInvoicesDto.Invoice> invoices, String number) {
        return invoices.stream()
                .filter(invoice -> number.equals(invoice.invoiceNumber()))
                .filter(invoice -> invoice.id() != null && !"REJECTED".equals(invoice.scan()))
                .findFirst();
    }

    private static boolean isBeingScanned(AllegroInvoicesDto.Invoice invoice) {
        return invoice.uploaded() && "WAITING".equals(invoice.scan());
    }

    private static String id(AllegroInvoicesDto.Invoice invoice) {
        return told(invoice.id(), INVOICES, "$.invoices[].id");
    }

    private static OutsideFault busy(String why, Optional<String> requestId) {
        return OutsideFault.of(FaultCategory.TRANSIENT, Reached.NO, "allegro addInvoice: " + why)
                .retryAfter(Optional.of(ENTRY_PAUSE))
                .remoteRequestId(requestId)
                .build();
    }

    private static Optional<String> unfit(byte[] pdf) {
        if (pdf.length > LARGEST_FILE) {
            return Optional.of("Allegro takes files of up to 3 MB; this one has " + pdf.length + " bytes");
        }
        return PdfFile.is(pdf) ? Optional.empty() : Optional.of("Allegro takes PDF; this is none");
    }
}
