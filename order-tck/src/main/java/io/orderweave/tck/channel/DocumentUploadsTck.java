package io.orderweave.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

    @Test
    void aSecondDocumentIsAddedToTheFirst() {
        String order = order();
        toItsEnd(order);

        WriteAnswer answer = uploads().begin(upload(order, "KIT/2026/0002"));
        for (int step = 0; step < MOST_STEPS && answer instanceof WriteAnswer.Accepted accepted; step++) {
            clock.advance(accepted.lookAgainAfter());
            answer = uploads().resume(accepted.handle(), upload(order, "KIT/2026/0002"));
        }

        assertThat(answer).isNotInstanceOf(WriteAnswer.AlreadyApplied.class);
        if (answer instanceof WriteAnswer.Applied) {
            assertThat(landed(order)).isEqualTo(2);
        }
        assertThat(find(order)).containsInstanceOf(Lookup.Found.class);
    }

    @Test
    void anUploadThatBeganGoesOnAfterARestart() {
        String order = order();
        WriteAnswer answer = send(order);
        assumeTrue(answer instanceof WriteAnswer.Accepted, "an upload is one call");

        for (int step = 0; step < MOST_STEPS && answer instanceof WriteAnswer.Accepted accepted; step++) {
            clock.advance(accepted.lookAgainAfter());
            answer = newConnector()
                    .documentUploads()
                    .orElseThrow()
                    .resume(accepted.handle(), upload(order, "KIT/2026/0001"));
        }

        assertThat(answer).isInstanceOf(WriteAnswer.Applied.class);
        assertThat(landed(order)).isEqualTo(1);
    }

    private static DocumentUpload upload(String order, String number) {
        return new DocumentUpload(order, number, PDF);
    }

    private DocumentUploads uploads() {
        return connector.documentUploads().orElseThrow();
    }
}
