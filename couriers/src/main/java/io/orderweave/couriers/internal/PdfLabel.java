package io.orderweave.couriers.internal;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.courier.Labels.Label;
import io.orderweave.error.FaultCategory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Labels in PDF, believed only by their first bytes: couriers answer HTML or JSON under the PDF's media type. */
public final class PdfLabel {

    private static final byte[] MAGIC = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private PdfLabel() {}

    /**
     * The label.
     *
     * @param call named in the fault
     * @throws OutsideFault (CONTRACT) when the content is not a PDF
     */
    public static Label of(byte[] content, String call) {
        if (content.length < MAGIC.length || !Arrays.equals(content, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw OutsideFault.of(
                            FaultCategory.CONTRACT,
                            Reached.NO,
                            call + ": the label of " + content.length + " bytes is not a PDF")
                    .build();
        }
        return new Label(content, "application/pdf");
    }
}
