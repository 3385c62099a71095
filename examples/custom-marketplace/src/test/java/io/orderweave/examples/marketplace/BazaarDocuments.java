package io.orderweave.examples.marketplace;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connection.Lookup;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.DocumentUploads;
import io.orderweave.http.NoBody;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Uploads documents: announced first, then the file. */
final class BazaarDocuments implements DocumentUploads {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration GIVE_UP = Duration.ofHours(1);

    private final BazaarApi api;

    BazaarDocuments(BazaarApi api) {
        this.api = api;
    }

    @Override
    public WriteAnswer begin(DocumentUpload upload) {
        Lookup there = find(upload);
        if (there instanceof Lookup.Found found) {
            return new WriteAnswer.AlreadyApplied(found.reference());
        }
        if (there instanceof Lookup.Underway underway) {
            return accepted(underway.handle());
        }
        Reply<RawJson> reply = api.announceDocument(upload.externalId(), Map.of("number", upload.number()));
        return reply instanceof Reply.Refused<RawJson> refused
                ? new WriteAnswer.Rejected(refused.reason())
                : accepted(
                        StallJson.required(((Reply.Done<RawJson>) reply).body().tree(), "/id"));
    }

    @Override
    public WriteAnswer resume(String handle, DocumentUpload upload) {
        String file = Base64.getEncoder().encodeToString(upload.pdf());
        return api.documentFile(upload.externalId(), handle, Map.of("pdf", file))
                        instanceof Reply.Refused<NoBody> refused
                ? new WriteAnswer.Rejected(refused.reason())
                : WriteAnswer.applied(handle);
    }

    @Override
    public Lookup find(DocumentUpload upload) {
        return document(upload)
                .map(document -> document.path("complete").asBoolean()
                        ? Lookup.found(document.path("id").asText())
                        : new Lookup.Underway(document.path("id").asText()))
                .orElseGet(Lookup::absent);
    }

    private Optional<JsonNode> document(DocumentUpload upload) {
        return api.documents(upload.externalId())
                .ifThere("bazaar documents")
                .map(answer -> BazaarPage.list(answer, "documents"))
                .flatMap(documents -> StreamSupport.stream(documents.spliterator(), false)
                        .filter(document -> document.path("number").asText().equals(upload.number()))
                        .findFirst());
    }

    static WriteAnswer accepted(String handle) {
        return new WriteAnswer.Accepted(handle, AT_ONCE, GIVE_UP);
    }
}
