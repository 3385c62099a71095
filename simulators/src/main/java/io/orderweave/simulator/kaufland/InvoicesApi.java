package io.orderweave.simulator.kaufland;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Digests;
import io.orderweave.simulator.internal.Json;
import io.orderweave.simulator.internal.StateStore;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Invoices of orders: uploaded in one step, never changed, only deleted. */
final class InvoicesApi {

    private static final List<String> TYPES = List.of("application/pdf", "image/jpeg", "image/png");

    private final KauflandSettings settings;
    private final StateStore<KauflandState> store;

    InvoicesApi(KauflandSettings settings, StateStore<KauflandState> store) {
        this.settings = settings;
        this.store = store;
    }

    Answer list(Call call) {
        List<ObjectNode> all = store.read(state -> state.orders.values().stream()
                .flatMap(order -> order.invoices.stream().map(invoice -> invoice.shown(order)))
                .toList());
        return Page.of(call, Page.MOST)
                .map(page -> page.show(all))
                .orElseGet(() -> KauflandErrors.invalid("limit", "must be between 1 and 100"));
    }

    Answer post(Call call, ObjectNode body) {
        Optional<String> name = Json.text(body, "original_name").filter(text -> !text.isBlank());
        Optional<String> type = Json.text(body, "mime_type").filter(TYPES::contains);
        Optional<byte[]> file = Json.text(body, "data").flatMap(InvoicesApi::decoded);
        if (name.isEmpty() || type.isEmpty()) {
            return KauflandErrors.invalid("original_name", "a name and a known mime_type are required");
        }
        if (file.filter(bytes -> bytes.length > 0 && bytes.length <= settings.largestInvoice())
                .isEmpty()) {
            return KauflandErrors.invalid("data", "must be a base64 file of acceptable size");
        }
        return store.change(state -> Optional.ofNullable(state.orders.get(call.variable("order")))
                .map(order -> {
                    InvoiceEntry invoice = new InvoiceEntry(
                            900_000 + state.next(),
                            false,
                            name.get(),
                            type.get(),
                            Digests.sha256(file.get()),
                            settings.clock().instant());
                    order.invoices.add(invoice);
                    return Page.one(201, invoice.shown(order));
                })
                .orElseGet(KauflandErrors::notFound));
    }

    /** The seller deletes only what he uploaded himself. */
    Answer delete(Call call) {
        return store.change(state -> {
            KauflandOrder order = state.orders.get(call.variable("order"));
            Optional<Long> id = UnitIds.of(call, "invoice");
            boolean deleted = order != null
                    && id.isPresent()
                    && order.invoices.removeIf(invoice -> !invoice.deemedSupplier() && invoice.id() == id.get());
            return deleted ? Answer.empty(204) : KauflandErrors.notFound();
        });
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
