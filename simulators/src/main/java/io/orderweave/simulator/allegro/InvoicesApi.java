package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Digests;
import io.orderweave.simulator.internal.Ids;
import io.orderweave.simulator.internal.Json;
import io.orderweave.simulator.internal.StateStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Invoices of an order, in two steps: metadata first, then the raw PDF. There is no idempotency key: the same metadata
 * twice are two invoices.
 */
final class InvoicesApi {

    private static final String PDF = "application/pdf";
    private static final int LARGEST_FILE = 3 * 1024 * 1024;
    private static final int MOST_INVOICES = 10;
    private static final byte[] MAGIC = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final AllegroSettings settings;
    private final StateStore<AllegroState> store;

    InvoicesApi(AllegroSettings settings, StateStore<AllegroState> store) {
        this.settings = settings;
        this.store = store;
    }

    Answer list(Call call) {
        return store.read(state -> {
            CheckoutForm form = state.forms.get(call.variable("id"));
            if (form == null) {
                return AllegroErrors.formNotFound(call);
            }
            ObjectNode body = Json.object().put("orderMode", "REGULAR");
            ArrayNode invoices = body.putArray("invoices");
            form.invoices.forEach(invoice -> invoices.add(shown(invoice)));
            body.putArray("links");
            return Answer.json(200, AllegroErrors.MEDIA_TYPE, body.put("hasExternalInvoices", false));
        });
    }

    Answer post(Call call, ObjectNode body) {
        return store.change(state -> {
            CheckoutForm form = state.forms.get(call.variable("id"));
            return form == null ? AllegroErrors.formNotFound(call) : add(state, form, body);
        });
    }

    Answer putFile(Call call) {
        if (!call.names("Content-Type", PDF)) {
            return AllegroErrors.unsupportedMediaType(PDF);
        }
        return store.change(state -> {
            CheckoutForm form = state.forms.get(call.variable("id"));
            return form == null ? AllegroErrors.formNotFound(call) : upload(form, call);
        });
    }

    private Answer add(AllegroState state, CheckoutForm form, ObjectNode body) {
        Optional<String> fileName = Json.text(body.path("file"), "name").filter(name -> name.endsWith(".pdf"));
        if (fileName.isEmpty()) {
            return refused(form, 422, "FileNameInvalid", "The file must have a name that ends in .pdf", "file.name");
        }
        if (form.invoices.size() >= MOST_INVOICES) {
            return refused(form, 422, "TooManyInvoices", "An order has at most ten invoices", null);
        }
        Instant now = settings.clock().instant();
        if (form.invoices.stream().anyMatch(invoice -> waitsForFile(invoice, now))) {
            return refused(
                    form,
                    429,
                    "TooManyRequests",
                    "You're trying to add another metadata too fast. Upload a file to previously added metadata or"
                            + " wait a few seconds before adding next metadata.",
                    null);
        }
        if (form.invoices.stream()
                .flatMap(it -> it.file().stream())
                .anyMatch(it -> it.scanning(settings.invoiceScan(), now))) {
            return refused(form, 422, "FileInScanning", "The previously uploaded file is still in scanning", null);
        }
        String id = Ids.uuid(settings.seed(), "invoice", state.next());
        form.invoices.add(
                new InvoiceEntry(id, Json.text(body, "invoiceNumber").orElse(null), fileName.get(), now, null));
        return Answer.json(201, AllegroErrors.MEDIA_TYPE, Json.object().put("id", id));
    }

    private Answer upload(CheckoutForm form, Call call) {
        Optional<InvoiceEntry> found = form.invoices.stream()
                .filter(invoice -> invoice.id().equals(call.variable("invoiceId")))
                .findFirst();
        byte[] file = call.body();
        if (found.isEmpty()) {
            return refused(form, 404, "InvoiceNotFound", "Invoice with given id does not exist", call.path());
        }
        if (found.get().file().isPresent()) {
            return refused(form, 409, "FileAlreadyUploaded", "The invoice has its file already", null);
        }
        if (file.length > LARGEST_FILE) {
            return refused(form, 413, "FileTooLarge", "The file is too large. Max file size is 3MB", null);
        }
        if (file.length == 0) {
            return refused(form, 422, "EMPTY-ATTACHMENT", "Uploaded file is empty", null);
        }
        if (!startsWithMagic(file)) {
            return refused(form, 422, "FILE-CONTENT-INVALID", "The file is not a PDF", null);
        }
        InvoiceEntry.Upload upload = new InvoiceEntry.Upload(
                settings.clock().instant(), file.length, Digests.sha256(file), form.rejectsScans);
        form.invoices.replaceAll(invoice -> invoice.equals(found.get()) ? invoice.with(upload) : invoice);
        return Answer.empty(200);
    }

    private boolean waitsForFile(InvoiceEntry invoice, Instant now) {
        return invoice.file().isEmpty()
                && invoice.createdAt().plus(settings.invoicePatience()).isAfter(now);
    }

    private ObjectNode shown(InvoiceEntry invoice) {
        ObjectNode node = Json.object()
                .put("id", invoice.id())
                .put("invoiceNumber", invoice.invoiceNumber())
                .put("createdAt", Json.millis(invoice.createdAt()));
        ObjectNode file = node.putObject("file").put("name", invoice.fileName());
        if (invoice.file().isEmpty()) {
            file.putNull("uploadedAt").putNull("securityVerification");
            return node;
        }
        InvoiceEntry.Upload upload = invoice.file().get();
        Instant now = settings.clock().instant();
        boolean scanning = upload.scanning(settings.invoiceScan(), now);
        file.put("uploadedAt", Json.millis(upload.at()))
                .putObject("securityVerification")
                .put("status", upload.verdict(settings.invoiceScan(), now))
                .put("verifiedAt", scanning ? null : Json.millis(upload.at().plus(settings.invoiceScan())));
        return node;
    }

    private static boolean startsWithMagic(byte[] file) {
        return file.length >= MAGIC.length && Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    private static Answer refused(CheckoutForm form, int status, String code, String message, @Nullable String path) {
        form.refused(code);
        return AllegroErrors.error(status, code, message, path);
    }
}
