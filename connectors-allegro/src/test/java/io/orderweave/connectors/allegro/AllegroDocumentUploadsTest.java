package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.DocumentUploads;
import io.orderweave.connector.DocumentUploads.DocumentUpload;
import io.orderweave.error.FaultCategory;
import io.orderweave.simulator.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AllegroDocumentUploadsTest {

    private static final String NUMBER = "FV/17/2026";
    private static final byte[] PDF = "%PDF-1.4 an invoice".getBytes(StandardCharsets.US_ASCII);
    private static final String INVOICES = "/order/checkout-forms/[^/]+/invoices";
    private static final String FILE = INVOICES + "/[^/]+/file";

    private final SimulatedAllegro world =
            new SimulatedAllegro(Map.of(), settings -> settings.invoiceScan(Duration.ofMinutes(1)));
    private final DocumentUploads uploads = world.connector.documentUploads().orElseThrow();
    private final String form = world.allegro.buyers().placeReady(SimulatedAllegro.order());

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void uploadsInTwoStepsAndWaitsForTheScan() {
        String handle = begin(NUMBER);
        assertThat(uploads.find(upload(NUMBER))).isEqualTo(new Lookup.Underway(handle));

        assertThat(uploads.resume(handle, upload(NUMBER)))
                .isInstanceOfSatisfying(WriteAnswer.Accepted.class, accepted -> {
                    assertThat(accepted.handle()).isEqualTo(handle);
                    assertThat(accepted.lookAgainAfter()).isPositive();
                });
        assertThat(uploads.resume(handle, upload(NUMBER))).isInstanceOf(WriteAnswer.Accepted.class);
        world.context.clock.advance(Duration.ofMinutes(1));

        assertThat(uploads.resume(handle, upload(NUMBER))).isEqualTo(WriteAnswer.applied(handle));
        assertThat(uploads.find(upload(NUMBER))).isEqualTo(Lookup.found(handle));
        assertUploadedOnce();
    }

    @Test
    void answersThatADocumentIsThere() {
        String handle = complete();

        assertThat(uploads.begin(upload(NUMBER))).isEqualTo(WriteAnswer.alreadyApplied(handle));
        assertUploadedOnce();
    }

    @Test
    void goesOnWithAnEntryWhoseAnswerWasLost() {
        world.allegro.faults().on("POST", INVOICES).once(Fault.cutAfterWrite());
        OutsideFault fault = catchThrowableOfType(OutsideFault.class, () -> uploads.begin(upload(NUMBER)));
        assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);

        Lookup lookup = uploads.find(upload(NUMBER));
        assertThat(lookup).isInstanceOf(Lookup.Underway.class);
        String handle = ((Lookup.Underway) lookup).handle();
        assertThat(begin(NUMBER)).isEqualTo(handle);
        uploads.resume(handle, upload(NUMBER));
        world.context.clock.advance(Duration.ofMinutes(1));

        assertThat(uploads.resume(handle, upload(NUMBER))).isEqualTo(WriteAnswer.applied(handle));
        assertUploadedOnce();
    }

    @Test
    void goesOnWithAFileWhoseAnswerWasLost() {
        String handle = begin(NUMBER);
        world.allegro.faults().on("PUT", FILE).once(Fault.cutAfterWrite());
        OutsideFault fault = catchThrowableOfType(OutsideFault.class, () -> uploads.resume(handle, upload(NUMBER)));
        assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);

        assertThat(uploads.resume(handle, upload(NUMBER))).isInstanceOf(WriteAnswer.Accepted.class);
        world.context.clock.advance(Duration.ofMinutes(1));

        assertThat(uploads.resume(handle, upload(NUMBER))).isEqualTo(WriteAnswer.applied(handle));
        assertUploadedOnce();
    }

    @Test
    void takesAFileThatIsThereForUploadedEvenIfTheListDoesNotShowIt() {
        String handle = begin(NUMBER);
        uploads.resume(handle, upload(NUMBER));
        world.allegro
                .faults()
                .on("GET", INVOICES)
                .once(Fault.status(200, Map.of("Content-Type", AllegroApi.MEDIA_TYPE), "{\"invoices\":[]}"));

        assertThat(uploads.resume(handle, upload(NUMBER))).isInstanceOf(WriteAnswer.Accepted.class);
        assertUploadedOnce();
    }

    @Test
    void rejectsWhatTheScanRefuses() {
        world.allegro.platform().rejectInvoices(form);
        String handle = begin(NUMBER);
        uploads.resume(handle, upload(NUMBER));
        world.context.clock.advance(Duration.ofMinutes(1));

        assertThat(uploads.resume(handle, upload(NUMBER)))
                .isEqualTo(new WriteAnswer.Rejected("Allegro's virus scan refused the file"));
        assertThat(uploads.find(upload(NUMBER))).isEqualTo(Lookup.absent());
    }

    @Test
    void waitsWhileAnEarlierDocumentIsScanned() {
        String handle = begin("FV/16/2026");
        uploads.resume(handle, upload("FV/16/2026"));

        OutsideFault fault = catchThrowableOfType(OutsideFault.class, () -> uploads.begin(upload(NUMBER)));

        assertThat(fault.category()).isEqualTo(FaultCategory.TRANSIENT);
        assertThat(fault.reached()).isEqualTo(Reached.NO);
        assertThat(fault.retryAfter()).isPresent();
        world.context.clock.advance(Duration.ofMinutes(1));
        assertThat(uploads.begin(upload(NUMBER))).isInstanceOf(WriteAnswer.Accepted.class);
    }

    @Test
    void takesTheRuleOfOneOrderForNoBlockOfTheClient() {
        begin("FV/16/2026");

        OutsideFault fault = catchThrowableOfType(OutsideFault.class, () -> uploads.begin(upload(NUMBER)));

        assertThat(fault.category()).isEqualTo(FaultCategory.TRANSIENT);
        assertThat(fault.reached()).isEqualTo(Reached.NO);
        assertThat(fault.remoteRequestId()).isPresent();
        assertThat(world.connector.probe()).isNotNull();
        world.context.clock.advance(Duration.ofSeconds(15));
        assertThat(uploads.begin(upload(NUMBER))).isInstanceOf(WriteAnswer.Accepted.class);
    }

    @Test
    void sendsNothingThatAllegroWouldNotTake() {
        byte[] large = Arrays.copyOf(PDF, 3 * 1024 * 1024 + 1);

        assertThat(uploads.begin(new DocumentUpload(form, NUMBER, large))).isInstanceOf(WriteAnswer.Rejected.class);
        assertThat(uploads.begin(new DocumentUpload(form, NUMBER, "<html>".getBytes(StandardCharsets.US_ASCII))))
                .isInstanceOf(WriteAnswer.Rejected.class);
        assertThat(world.newRequests()).isEmpty();
    }

    @Test
    void addsNoEleventhDocument() {
        try (SimulatedAllegro quick =
                new SimulatedAllegro(Map.of(), settings -> settings.invoicePatience(Duration.ZERO))) {
            DocumentUploads many = quick.connector.documentUploads().orElseThrow();
            String one = quick.allegro.buyers().placeReady(SimulatedAllegro.order());
            for (int i = 0; i < 10; i++) {
                assertThat(many.begin(new DocumentUpload(one, "FV/" + i, PDF)))
                        .isInstanceOf(WriteAnswer.Accepted.class);
            }
            quick.newRequests();

            assertThat(many.begin(new DocumentUpload(one, "FV/10", PDF))).isInstanceOf(WriteAnswer.Rejected.class);
            assertThat(quick.newRequests()).containsExactly("GET /order/checkout-forms/" + one + "/invoices");
        }
    }

    @Test
    void rejectsAnOrderThatIsNotThere() {
        DocumentUpload gone = new DocumentUpload("no-such-form", NUMBER, PDF);

        assertThat(uploads.begin(gone)).isInstanceOf(WriteAnswer.Rejected.class);
        assertThat(uploads.resume("no-such-entry", gone)).isInstanceOf(WriteAnswer.Rejected.class);
        assertThat(uploads.find(gone)).isEqualTo(Lookup.absent());
    }

    @Test
    void takesARefusalOfOneOrderForNoRefusalOfTheAccount() {
        world.allegro.faults().on("GET", INVOICES).once(Fault.status(403));

        assertThat(uploads.begin(upload(NUMBER)))
                .isInstanceOfSatisfying(
                        WriteAnswer.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains("status 403"));
    }

    private String begin(String number) {
        WriteAnswer answer = uploads.begin(upload(number));
        assertThat(answer).isInstanceOf(WriteAnswer.Accepted.class);
        WriteAnswer.Accepted accepted = (WriteAnswer.Accepted) answer;
        assertThat(accepted.lookAgainAfter()).isZero();
        return accepted.handle();
    }

    private String complete() {
        String handle = begin(NUMBER);
        uploads.resume(handle, upload(NUMBER));
        world.context.clock.advance(Duration.ofMinutes(1));
        assertThat(uploads.resume(handle, upload(NUMBER))).isEqualTo(WriteAnswer.applied(handle));
        return handle;
    }

    private DocumentUpload upload(String number) {
        return new DocumentUpload(form, number, PDF);
    }

    private void assertUploadedOnce() {
        assertThat(world.allegro.counters().duplicates()).isEmpty();
        assertThat(world.allegro.counters().form(form).invoicesByNumber()).containsExactly(Map.entry(NUMBER, 1));
        assertThat(world.allegro.counters().form(form).uploadsByNumber()).containsExactly(Map.entry(NUMBER, 1));
        assertThat(List.copyOf(world.allegro.counters().form(form).refusals().keySet()))
                .isSubsetOf("FileAlreadyUploaded");
    }
}
