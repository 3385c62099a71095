package io.orderweave.couriers.packeta;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.courier.Labels;
import io.orderweave.couriers.internal.PdfLabel;
import io.orderweave.error.FaultCategory;
import java.util.Base64;

/** Fetches Packeta's own labels in PDF. Those of its carriers, for goods handed to a carrier directly, are not fetched. */
final class PacketaLabels implements Labels {

    private static final String METHOD = "packetLabelPdf";

    private final PacketaClient client;
    private final PacketaLabelFormat format;

    PacketaLabels(PacketaClient client, PacketaLabelFormat format) {
        this.client = client;
        this.format = format;
    }

    @Override
    public Label fetch(String shipmentId) {
        PacketaAnswer answer = client.packetLabelPdf(shipmentId, format);
        if (answer instanceof PacketaAnswer.Ok ok) {
            return PdfLabel.of(decode(ok.result().text()), "packeta " + METHOD);
        }
        throw PacketaFaults.outside(METHOD, (PacketaAnswer.Fault) answer, Reached.NO);
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw OutsideFault.of(FaultCategory.CONTRACT, Reached.NO, "packeta " + METHOD + ": the label is not base64")
                    .build();
        }
    }
}
