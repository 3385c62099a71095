package io.orderweave.internal.effects;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.DocumentUploads;
import io.orderweave.connector.DocumentUploads.DocumentUpload;
import io.orderweave.document.Document;
import io.orderweave.document.DocumentEvent;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectContext;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.Readiness;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.DocumentRecord;
import io.orderweave.internal.book.Outside;
import io.orderweave.internal.json.Json;
import java.time.Duration;
import java.util.List;

/** Gives the channel a document's PDF. */
public final class UploadHandler extends ChannelWriteHandler {

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final Book book;

    public UploadHandler(Book book, Outside outside) {
        super(outside);
        this.book = book;
    }

    @Override
    public EffectKind kind() {
        return EffectKind.UPLOAD;
    }

    @Override
    public Readiness prepare(EffectContext context) {
        if (channels()
                .find(context.effect())
                .flatMap(ChannelConnector::documentUploads)
                .isEmpty()) {
            return new Readiness.NotWanted("the channel takes no documents");
        }
        DocumentRecord record = record(context.effect());
        if (record.pdf().isEmpty()) {
            return new Readiness.NotYet(
                    "the PDF of document " + record.document().id() + " is not drawn yet", LOOK_AGAIN);
        }
        return new Readiness.Ready(Json.tree(new Frozen(
                context.order().ref().orElseThrow().externalId(),
                record.document().number(),
                record.pdf().get())));
    }

    @Override
    public RemoteAnswer call(RemoteCall call) {
        return Answers.of(uploads(call).begin(upload(call)));
    }

    @Override
    public RemoteAnswer resume(RemoteCall call, String handle) {
        return Answers.of(uploads(call).resume(handle, upload(call)));
    }

    @Override
    public RemoteLookup lookup(RemoteCall call) {
        return Answers.of(uploads(call).find(upload(call)));
    }

    @Override
    public void fold(EffectContext context, JsonNode answer) {
        Document document = record(context.effect()).document();
        context.change(order -> new EffectContext.Outcome(
                order, List.of(new DocumentEvent.DocumentUploaded(document.id(), document.kind()))));
    }

    /** What is sent; the bytes lie under their hash. */
    record Frozen(String externalId, String number, String pdf) {}

    private DocumentUploads uploads(RemoteCall call) {
        return channels().of(call).documentUploads().orElseThrow();
    }

    private DocumentUpload upload(RemoteCall call) {
        Frozen frozen = Json.read(call.request(), Frozen.class);
        byte[] pdf = book.stores()
                .blobs()
                .get(frozen.pdf())
                .orElseThrow(() ->
                        new OrderweaveException(FaultCategory.INTERNAL, "the PDF of " + frozen.number() + " is gone"));
        return new DocumentUpload(frozen.externalId(), frozen.number(), pdf);
    }

    private DocumentRecord record(Effect effect) {
        String id = effect.payload().get("document").asText();
        return book.documents()
                .find(id)
                .orElseThrow(() -> new OrderweaveException(FaultCategory.NOT_FOUND, "no document " + id));
    }
}
