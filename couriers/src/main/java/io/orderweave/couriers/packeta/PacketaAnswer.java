package io.orderweave.couriers.packeta;

import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** An answer of Packeta's: it says in the body, under HTTP status 200, whether the call was done. */
sealed interface PacketaAnswer {

    /** Done. */
    record Ok(XmlNode result) implements PacketaAnswer {}

    /** Not done. */
    record Fault(String name, List<AttributeFault> attributes) implements PacketaAnswer {

        public Fault {
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * What is wrong with one attribute. Prints its name only: the text may quote the value.
     *
     * @param name element name of the attribute
     * @param text the rule in words
     */
    record AttributeFault(String name, String text) {

        @Override
        public String toString() {
            return "AttributeFault[" + name + "]";
        }
    }

    /**
     * Reads an answer.
     *
     * @return empty when it is neither of the two
     * @throws XMLStreamException when it is not XML that we accept
     */
    static Optional<PacketaAnswer> read(byte[] document) throws XMLStreamException {
        XmlNode root = XmlReader.read(document);
        String status = root.textOf("status").orElse("");
        if (!root.name().equals("response")) {
            return Optional.empty();
        }
        return switch (status) {
            case "ok" ->
                Optional.of(new Ok(root.child("result").orElseGet(() -> new XmlNode("result", "", List.of()))));
            case "fault" -> root.textOf("fault").map(name -> new Fault(name, attributeFaults(root)));
            default -> Optional.empty();
        };
    }

    private static List<AttributeFault> attributeFaults(XmlNode root) {
        return root.child("detail").flatMap(detail -> detail.child("attributes")).stream()
                .flatMap(attributes -> attributes.children("fault").stream())
                .map(fault -> new AttributeFault(
                        fault.textOf("name").orElse(""), fault.textOf("fault").orElse("")))
                .toList();
    }
}
