package io.orderweave.connectors.kaufland;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.DocumentUploads;
import io.orderweave.connector.DocumentUploads.DocumentUpload;
import io.orderweave.http.Reply;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.kaufland.KauflandOrderScript;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KauflandDocumentUploadsTest {

    private static final byte[] PDF =
            "%PDF-1.4\nRechnung \u00fcber Tassen\n%%EOF".getBytes(StandardCharsets.ISO_8859_1);

    private final SimulatedKaufland world = new SimulatedKaufland();
    private final DocumentUploads uploads = world.connector.documentUploads().orElseThrow();
    private final String order = world.kaufland.buyers().placeReady(SimulatedKaufland.order());

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void uploadsTheVeryBytesInOneStep() throws Exception {
        assertThat(uploads.begin(upload("RE/1/2026"))).isInstanceOf(WriteAnswer.Applied.class);

        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PDF));
        assertThat(world.kaufland.counters().order(order).sha256ByName())
                .containsExactly(Map.entry("RE-1-2026.pdf", digest));
    }

    @Test
    void findsAnUploadWhoseAnswerIsLost() {
        world.kaufland.faults().on("POST", ".*/order-invoices/.*").once(Fault.cutAfterWrite());
        assertThat(uploads.find(upload("RE/1"))).isEqualTo(Lookup.absent());

        assertThat(catchThrowableOfType(OutsideFault.class, () -> uploads.begin(upload("RE/1")))
                        .reached())
                .isEqualTo(Reached.PERHAPS);

        assertThat(uploads.find(upload("RE/1"))).isInstanceOf(Lookup.Found.class);
        assertThat(uploads.begin(upload("RE/1"))).isInstanceOf(WriteAnswer.AlreadyApplied.class);
        assertThat(world.kaufland.counters().duplicates()).isEmpty();
    }

    @Test
    void deletesWhatIsThereTwice() {
        uploads.begin(upload("RE/1"));
        uploads.begin(upload("RE/2"));
        duplicate();
        assertThat(world.kaufland.counters().order(order).invoicesByName()).containsEntry("RE-1.pdf", 2);

        assertThat(uploads.begin(upload("RE/1"))).isInstanceOf(WriteAnswer.AlreadyApplied.class);

        assertThat(world.kaufland.counters().order(order).invoicesByName())
                .containsExactlyInAnyOrderEntriesOf(Map.of("RE-1.pdf", 1, "RE-2.pdf", 1));
    }

    @Test
    void neverDeletesAnIdThatKauflandsOwnInvoiceShares() {
        uploads.begin(upload("RE/1"));
        long id = duplicate();
        world.kaufland.platform().provideInvoice(order, id, "dsm.pdf");

        assertThat(uploads.begin(upload("RE/1"))).isInstanceOf(WriteAnswer.AlreadyApplied.class);

        assertThat(world.kaufland.counters().order(order).invoicesByName()).containsEntry("RE-1.pdf", 2);
        assertThat(world.newRequests()).noneMatch(request -> request.startsWith("DELETE"));
    }

    @Test
    void takesNoInvoiceOfKauflandsOwnForOurs() {
        world.kaufland.platform().provideInvoice(order, 17, "RE-1.pdf");

        assertThat(uploads.find(upload("RE/1"))).isEqualTo(Lookup.absent());
        assertThat(uploads.begin(upload("RE/1"))).isInstanceOf(WriteAnswer.Applied.class);
    }

    @Test
    void leavesTheInvoiceToKauflandWhereItIsTheDeemedSupplierUnlessTold() {
        KauflandOrderScript deemed = KauflandOrderScript.builder()
                .from(SimulatedKaufland.order())
                .deemedSupplier(true)
                .build();
        String kauflands = world.kaufland.buyers().placeReady(deemed);

        assertThat(uploads.begin(new DocumentUpload(kauflands, "RE/1", PDF)))
                .isInstanceOfSatisfying(
                        WriteAnswer.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains("deemed supplier"));
        assertThat(world.newRequests()).noneMatch(request -> request.startsWith("POST"));

        try (SimulatedKaufland own = new SimulatedKaufland(
                Map.of(KauflandConnectorFactory.INVOICE_DEEMED_SUPPLIER, "true"), settings -> settings)) {
            String order = own.kaufland.buyers().placeReady(deemed);
            assertThat(own.connector.documentUploads().orElseThrow().begin(new DocumentUpload(order, "RE/1", PDF)))
                    .isInstanceOf(WriteAnswer.Applied.class);
        }
    }

    @Test
    void rejectsWhatKauflandWouldNotTake() {
        byte[] large = Arrays.copyOf(PDF, 3 * 1024 * 1024);

        assertThat(uploads.begin(new DocumentUpload(order, "RE/1", new byte[] {1, 2, 3, 4, 5})))
                .isInstanceOf(WriteAnswer.Rejected.class);
        assertThat(uploads.begin(new DocumentUpload(order, "RE/1", large))).isInstanceOf(WriteAnswer.Rejected.class);
        assertThat(uploads.begin(new DocumentUpload("MNOSUCH", "RE/1", PDF))).isInstanceOf(WriteAnswer.Rejected.class);
        assertThat(uploads.find(new DocumentUpload("MNOSUCH", "RE/1", PDF))).isEqualTo(Lookup.absent());
        assertThatThrownBy(() -> uploads.resume("x", upload("RE/1"))).isInstanceOf(IllegalStateException.class);
    }

    /** The same number once more, as a person who took a lost answer for a failure would have it sent. Returns its id. */
    private long duplicate() {
        KauflandApi api = KauflandClients.api(
                KauflandConfig.of(world.context.settings(world.kaufland.baseUrl(), Map.of())),
                world.context.clock,
                world.context.clock::advance,
                KauflandClients.PATIENCE);
        Reply<KauflandInvoiceDto.Envelope> reply = api.addInvoice(
                order,
                new KauflandNewInvoiceDto(
                        "RE-1.pdf", "application/pdf", Base64.getEncoder().encodeToString(PDF)));
        KauflandInvoiceDto made =
                ((Reply.Done<KauflandInvoiceDto.Envelope>) reply).body().data();
        return Objects.requireNonNull(Objects.requireNonNull(made).idInvoice());
    }

    private DocumentUpload upload(String number) {
        return new DocumentUpload(order, number, PDF);
    }
}
