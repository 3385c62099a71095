package io.orderweave.internal.effects;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.document.Document;
import io.orderweave.document.DocumentEvent;
import io.orderweave.document.DocumentRenderer;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectContext;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.Readiness;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.DocumentRecord;
import io.orderweave.internal.book.Versioned;
import io.orderweave.internal.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Draws a document's PDF, outside of any transaction, and stores it once. */
public final class RenderHandler extends OverwritingHandler {

    private final Book book;
    private final DocumentRenderer renderer;

    public RenderHandler(Book book, DocumentRenderer renderer) {
        this.book = book;
        this.renderer = renderer;
    }

    @Override
    public EffectKind kind() {
        return EffectKind.RENDER;
    }

    @Override
    public boolean irreversible() {
        return false;
    }

    @Override
    public Duration callDeadline(Effect effect) {
        return Duration.ofMinutes(2);
    }

    @Override
    public Readiness prepare(EffectContext context) {
        return new Readiness.Ready(context.effect().payload());
    }

    @Override
    public RemoteAnswer call(RemoteCall call) {
        Document document = record(call.request()).value().document();
        byte[] pdf = renderer.render(document);
        return new RemoteAnswer.Done(
                Json.object()
                        .put("document", document.id().value())
                        .put("pdf", book.stores().blobs().put(pdf)),
                Optional.empty());
    }

    @Override
    public Optional<JsonNode> answerFor(Effect effect, String reference) {
        return Optional.empty();
    }

    @Override
    public void fold(EffectContext context, JsonNode answer) {
        Versioned<DocumentRecord> stored = record(answer);
        if (stored.value().pdf().isPresent()) {
            return;
        }
        Document document = stored.value().document();
        book.documents()
                .update(
                        new DocumentRecord(
                                document, Optional.of(answer.get("pdf").asText())),
                        stored.version());
        context.change(order -> new EffectContext.Outcome(
                order, List.of(new DocumentEvent.DocumentRendered(document.id(), document.kind()))));
    }

    private Versioned<DocumentRecord> record(JsonNode named) {
        String id = named.get("document").asText();
        return book.documents()
                .findVersioned(id)
                .orElseThrow(() -> new OrderweaveException(FaultCategory.NOT_FOUND, "no document " + id));
    }
}
