package io.orderweave.couriers.packeta;

import io.orderweave.shipment.Parcel.Dimensions;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The body of one call: the root element is the method, its first child the API password. Prints the method only.
 *
 * @param method of Packeta's API
 * @param arguments what follows the password
 */
record PacketaRequest(String method, Consumer<Arguments> arguments) {

    static PacketaRequest createPacket(PacketAttributes attributes) {
        return new PacketaRequest(
                "createPacket",
                writer -> writer.nested("packetAttributes", packet -> {
                    attributes.texts().forEach(packet::text);
                    attributes.size().ifPresent(size -> packet.nested("size", inner -> writeSize(inner, size)));
                }));
    }

    /** A call about one packet. */
    static PacketaRequest about(String method, String packetId) {
        return new PacketaRequest(method, writer -> writer.text("packetId", packetId));
    }

    static PacketaRequest packetLabelPdf(String packetId, PacketaLabelFormat format) {
        return new PacketaRequest("packetLabelPdf", writer -> {
            writer.text("packetId", packetId);
            writer.text("format", format.text());
            // The first place on the sheet.
            writer.text("offset", "0");
        });
    }

    private static void writeSize(Arguments writer, Dimensions size) {
        writer.text("length", Integer.toString(size.lengthMm()));
        writer.text("width", Integer.toString(size.widthMm()));
        writer.text("height", Integer.toString(size.heightMm()));
    }

    /** The document in UTF-8. */
    byte[] write(String apiPassword) {
        StringWriter document = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(document);
            Arguments writer = new Arguments(xml);
            writer.nested(method, root -> {
                root.text("apiPassword", apiPassword);
                arguments.accept(root);
            });
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write the request " + method, e);
        }
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "PacketaRequest[" + method + "]";
    }

    /** Writes elements; escaping is the JDK's. */
    static final class Arguments {

        private final XMLStreamWriter xml;

        private Arguments(XMLStreamWriter xml) {
            this.xml = xml;
        }

        void text(String name, String value) {
            try {
                xml.writeStartElement(name);
                xml.writeCharacters(value);
                xml.writeEndElement();
            } catch (XMLStreamException e) {
                throw new IllegalStateException("cannot write " + name, e);
            }
        }

        void nested(String name, Consumer<Arguments> content) {
            try {
                xml.writeStartElement(name);
                content.accept(this);
                xml.writeEndElement();
            } catch (XMLStreamException e) {
                throw new IllegalStateException("cannot write " + name, e);
            }
        }
    }
}
