package io.orderweave.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.DocumentUploads;
import io.orderweave.connector.DocumentUploads.DocumentUpload;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The clauses of {@link DocumentUploads}. A part of {@link ChannelConnectorTck}. */
public abstract class DocumentUploadsTck extends WriteGroup {

    private static final byte[] PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
            .getBytes(StandardCharsets.US_ASCII);

    @Override
    Facet facet() {
        return Facet.DOCUMENT_UPLOADS;
    }

    @Override
    WriteAnswer send(String orderId) {
        return uploads().begin(upload(orderId, "KIT/2026/0001"));
    }

    @Override
    WriteAnswer resume(String handle, String orderId) {
        return uploads().resume(handle, upload(orderId, "KIT/2026/0001"));
    }

    @Override
    Optional<Lookup> find(String orderId) {
        return Optional.of(uploads().find(upload(orderId, "KIT/2026/0001")));
    }

    @Test
    void aDocumentIsFoundByItsNumber() {
        String order = order();
        toItsEnd(order);

        assertThat(uploads().find(upload(order, "KIT/2026/0002"))).isInstanceOf(Lookup.Absent.class);
    }

    private static DocumentUpload upload(String order, String number) {
        return new DocumentUpload(order, number, PDF);
    }

    private DocumentUploads uploads() {
        return connector.documentUploads().orElseThrow();
    }
}
