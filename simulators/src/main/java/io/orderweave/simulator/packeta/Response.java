package io.orderweave.simulator.packeta;

import io.orderweave.simulator.internal.XmlElement;
import java.util.List;

/** The XML every answer has: a result, or a fault with its name. */
final class Response {

    private Response() {}

    static XmlElement ok() {
        return XmlElement.of("response", XmlElement.of("status", "ok"));
    }

    static XmlElement ok(XmlElement result) {
        return XmlElement.of("response", XmlElement.of("status", "ok"), result);
    }

    static XmlElement fault(String name, String text) {
        return XmlElement.of(
                "response",
                XmlElement.of("status", "fault"),
                XmlElement.of("fault", name),
                XmlElement.of("string", text));
    }

    static XmlElement attributesFault(List<XmlElement> faults) {
        String name = "PacketAttributesFault";
        return XmlElement.of(
                "response",
                XmlElement.of("status", "fault"),
                XmlElement.of("fault", name),
                XmlElement.of("string", name),
                XmlElement.of("detail", XmlElement.of("attributes", faults)));
    }
}
