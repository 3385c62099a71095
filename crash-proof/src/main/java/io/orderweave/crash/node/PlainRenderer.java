package io.orderweave.crash.node;

import io.orderweave.document.Document;
import io.orderweave.document.DocumentRenderer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Draws documents fast and never twice the same: an upload that is not the one PDF the book has stored shows by its digest. Drawing
 * with real fonts would only make each of a thousand starts slower.
 */
final class PlainRenderer implements DocumentRenderer {

    @Override
    public byte[] render(Document document) {
        String text = "%PDF-1.4\n% " + document.number() + " drawn as " + UUID.randomUUID() + "\n%%EOF\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
