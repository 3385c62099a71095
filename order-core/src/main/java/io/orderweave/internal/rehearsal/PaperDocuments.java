package io.orderweave.internal.rehearsal;

import io.orderweave.document.Document;
import io.orderweave.document.DocumentChain;
import io.orderweave.document.DocumentEvent;
import io.orderweave.effect.EffectKey;
import io.orderweave.event.Event;
import io.orderweave.id.DocumentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The documents of the rehearsed order: recorded ones once they are issued, and those that exist on paper only. */
final class PaperDocuments {

    private final Function<DocumentId, Optional<Document>> recorded;
    private final Set<DocumentId> issued = new LinkedHashSet<>();
    private final List<Document> documents = new ArrayList<>();
    private final Map<EffectKey, Document> onPaper = new HashMap<>();

    PaperDocuments(Function<DocumentId, Optional<Document>> recorded) {
        this.recorded = recorded;
    }

    /** Takes note of what was issued; read when somebody asks. */
    void learn(Event event) {
        if (event instanceof DocumentEvent.DocumentIssued document) {
            issued.add(document.document());
        }
    }

    /** A document that exists on paper only. */
    void add(EffectKey issuer, Document document) {
        documents.add(document);
        onPaper.put(issuer, document);
    }

    /** The document on paper that the effect issued. */
    Optional<Document> issuedBy(EffectKey issuer) {
        return Optional.ofNullable(onPaper.get(issuer));
    }

    DocumentChain chain() {
        for (DocumentId id : issued) {
            recorded.apply(id).ifPresent(documents::add);
        }
        issued.clear();
        return new DocumentChain(documents);
    }
}
