package io.orderweave.simulator.packeta;

import io.orderweave.simulator.RecordedRequest;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Service;
import io.orderweave.simulator.internal.XmlElement;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The one address of the XML interface: the root element is the operation, a fault comes with status 200. */
final class PacketaService implements Service {

    static final String PATH = "/api/rest";

    private static final String MEDIA_TYPE = "text/xml; charset=utf-8";

    private final String apiPassword;
    private final Map<String, Function<XmlElement, XmlElement>> operations;

    PacketaService(String apiPassword, PacketApi packets) {
        this.apiPassword = apiPassword;
        this.operations = Map.of(
                "createPacket", packets::create,
                "packetAttributesValid", packets::validate,
                "packetStatus", packets::status,
                "packetTracking", packets::tracking,
                "packetLabelPdf", packets::label,
                "cancelPacket", packets::cancel);
    }

    @Override
    public String operation(Call call) {
        return request(call)
                .map(XmlElement::name)
                .filter(operations::containsKey)
                .orElse(RecordedRequest.UNKNOWN);
    }

    @Override
    public Answer answer(Call call) {
        if (!call.path().equals(PATH)) {
            return Answer.text(404, "text/plain; charset=utf-8", "Not found");
        }
        if (!call.method().equals("POST")) {
            return Answer.text(405, "text/plain; charset=utf-8", "Method not allowed")
                    .with("Allow", "POST");
        }
        // How the real interface answers what is no XML, or no method of it, is UNCONFIRMED.
        XmlElement answer = request(call)
                .map(this::perform)
                .orElseGet(() -> Response.fault("MalformedRequestFault", "The request is not XML."));
        return Answer.text(200, MEDIA_TYPE, answer.toXml());
    }

    private XmlElement perform(XmlElement request) {
        Function<XmlElement, XmlElement> operation = operations.get(request.name());
        if (operation == null) {
            return Response.fault("UnknownMethodFault", "There is no such method.");
        }
        if (!request.textOf("apiPassword").equals(apiPassword)) {
            return Response.fault("IncorrectApiPasswordFault", "Incorrect API password.");
        }
        return operation.apply(request);
    }

    private static Optional<XmlElement> request(Call call) {
        return call.path().equals(PATH) ? XmlElement.parse(call.body()) : Optional.empty();
    }
}
