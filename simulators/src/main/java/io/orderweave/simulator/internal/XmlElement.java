package io.orderweave.simulator.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * An XML element with either text or child elements, as far as simple XML interfaces use it. Immutable.
 *
 * @param text without the white space around it; empty when there are children
 */
public record XmlElement(String name, String text, List<XmlElement> children) {

    private static final int MOST_LEVELS = 20;

    public XmlElement {
        children = List.copyOf(children);
    }

    public static XmlElement of(String name, String text) {
        return new XmlElement(name, text, List.of());
    }

    public static XmlElement of(String name, XmlElement... children) {
        return new XmlElement(name, "", List.of(children));
    }

    public static XmlElement of(String name, List<XmlElement> children) {
        return new XmlElement(name, "", children);
    }

    /** Reads a document; empty when it is not well-formed, has a document type, or is too deep to be honest. */
    public static Optional<XmlElement> parse(byte[] document) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            return read(builder.parse(new ByteArrayInputStream(document)).getDocumentElement(), 0);
        } catch (SAXException | IOException notXml) {
            return Optional.empty();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every Java can read XML safely", e);
        }
    }

    /** The first child of this name. */
    public Optional<XmlElement> child(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).findFirst();
    }

    /** The text of the first child of this name; empty when there is no such child or it has no text. */
    public String textOf(String childName) {
        return child(childName).map(XmlElement::text).orElse("");
    }

    /** The whole document. */
    public String toXml() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        write(xml);
        return xml.append('\n').toString();
    }

    private void write(StringBuilder xml) {
        xml.append('<').append(name).append('>').append(escaped(text));
        children.forEach(child -> child.write(xml));
        xml.append("</").append(name).append('>');
    }

    private static Optional<XmlElement> read(Element element, int depth) {
        if (depth > MOST_LEVELS) {
            return Optional.empty();
        }
        List<XmlElement> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                Optional<XmlElement> read = read(child, depth + 1);
                if (read.isEmpty()) {
                    return Optional.empty();
                }
                children.add(read.get());
            }
        }
        String text = children.isEmpty() ? element.getTextContent().strip() : "";
        return Optional.of(new XmlElement(element.getTagName(), text, children));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The JDK's own prints to the console. */
    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
