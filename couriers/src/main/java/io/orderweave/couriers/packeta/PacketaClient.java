package io.orderweave.couriers.packeta;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.error.FaultCategory;
import javax.xml.stream.XMLStreamException;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/** Speaks Packeta's XML: writes requests with the API password in them and reads answers, of which a refused password is a fault. */
final class PacketaClient {

    private static final MediaType XML = MediaType.get("text/xml; charset=utf-8");
    private static final String PASSWORD_FAULT = "IncorrectApiPasswordFault";

    private final PacketaApi api;
    private final String apiPassword;

    PacketaClient(PacketaApi api, String apiPassword) {
        this.api = api;
        this.apiPassword = apiPassword;
    }

    PacketaAnswer createPacket(PacketAttributes attributes) {
        byte[] answer = api.createPacket(body(PacketaRequest.createPacket(attributes)));
        return read("createPacket", answer, Reached.PERHAPS);
    }

    PacketaAnswer cancelPacket(String packetId) {
        byte[] answer = api.cancelPacket(body(PacketaRequest.about("cancelPacket", packetId)));
        return read("cancelPacket", answer, Reached.PERHAPS);
    }

    PacketaAnswer packetStatus(String packetId) {
        byte[] answer = api.packetStatus(body(PacketaRequest.about("packetStatus", packetId)));
        return read("packetStatus", answer, Reached.NO);
    }

    PacketaAnswer packetTracking(String packetId) {
        byte[] answer = api.packetTracking(body(PacketaRequest.about("packetTracking", packetId)));
        return read("packetTracking", answer, Reached.NO);
    }

    PacketaAnswer packetLabelPdf(String packetId, PacketaLabelFormat format) {
        PacketaRequest request = PacketaRequest.packetLabelPdf(packetId, format);
        return read("packetLabelPdf", api.packetLabelPdf(body(request)), Reached.NO);
    }

    private RequestBody body(PacketaRequest request) {
        return RequestBody.create(request.write(apiPassword), XML);
    }

    private static PacketaAnswer read(String method, byte[] document, Reached ifUnreadable) {
        PacketaAnswer answer = parse(method, document, ifUnreadable);
        if (answer instanceof PacketaAnswer.Fault fault && fault.name().equals(PASSWORD_FAULT)) {
            throw OutsideFault.of(
                            FaultCategory.AUTHORISATION,
                            Reached.NO,
                            "packeta " + method + ": the API password was refused")
                    .build();
        }
        return answer;
    }

    private static PacketaAnswer parse(String method, byte[] document, Reached ifUnreadable) {
        try {
            return PacketaAnswer.read(document)
                    .orElseThrow(() -> unreadable(method, "is XML, but no response", ifUnreadable));
        } catch (XMLStreamException e) {
            // Without the cause: parsers quote what they could not read.
            throw unreadable(method, "of " + document.length + " bytes is not XML that we accept", ifUnreadable);
        }
    }

    private static OutsideFault unreadable(String method, String how, Reached reached) {
        return OutsideFault.of(FaultCategory.CONTRACT, reached, "packeta " + method + ": the answer " + how)
                .build();
    }
}
