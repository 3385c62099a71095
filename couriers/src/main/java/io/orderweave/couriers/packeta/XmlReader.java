package io.orderweave.couriers.packeta;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads small XML documents from outside: no DTD, no entities but the five of XML, bounded in depth and elements. The size in bytes
 * is bounded by the HTTP client.
 */
final class XmlReader {

    private static final int DEEPEST = 16;
    private static final int MOST_ELEMENTS = 50_000;

    private final XMLStreamReader stream;
    private int elements;

    private XmlReader(XMLStreamReader stream) {
        this.stream = stream;
    }

    /**
     * The root element.
     *
     * @throws XMLStreamException when it is not well-formed, has a DTD, or is too deep or too large
     */
    static XmlNode read(byte[] document) throws XMLStreamException {
        XMLStreamReader stream = safeFactory().createXMLStreamReader(new ByteArrayInputStream(document));
        try {
            while (stream.next() != XMLStreamConstants.START_ELEMENT) {
                if (stream.getEventType() == XMLStreamConstants.DTD) {
                    throw new XMLStreamException("a DTD is not accepted");
                }
            }
            XmlNode root = new XmlReader(stream).element(1);
            // What follows the root must be well-formed too; a cut document ends in an exception here.
            while (stream.hasNext()) {
                stream.next();
            }
            return root;
        } finally {
            stream.close();
        }
    }

    private XmlNode element(int depth) throws XMLStreamException {
        if (depth > DEEPEST || ++elements > MOST_ELEMENTS) {
            throw new XMLStreamException("too deep or too many elements");
        }
        String name = stream.getLocalName();
        StringBuilder text = new StringBuilder();
        List<XmlNode> children = new ArrayList<>();
        while (true) {
            switch (stream.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(stream.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return new XmlNode(name, text.toString(), children);
                }
                case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                    // Says nothing to us.
                }
                default -> throw new XMLStreamException("unexpected content in " + name);
            }
        }
    }

    private static XMLInputFactory safeFactory() {
        // The JDK's own, whatever else is on the class path: its limits are the ones meant here.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("external entities are not accepted");
        });
        return factory;
    }
}
