package io.orderweave.couriers.packeta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XmlReaderTest {

    @Test
    void readsTextChildrenAndTheFiveEntities() throws XMLStreamException {
        XmlNode root = read("<a><b>1 &lt; 2 &amp; <![CDATA[<c>]]></b><d/><b> </b><!-- said aside --></a>");

        assertThat(root.name()).isEqualTo("a");
        assertThat(root.children("b")).hasSize(2);
        assertThat(root.textOf("b")).contains("1 < 2 & <c>");
        assertThat(root.textOf("c")).isEmpty();
        assertThat(root.textOf("d")).isEmpty();
    }

    @Test
    void readsTheEncodingOfTheDeclaration() throws XMLStreamException {
        byte[] document = "<?xml version=\"1.0\" encoding=\"windows-1250\"?><a>Řehoř</a>"
                .getBytes(Charset.forName("windows-1250"));

        assertThat(XmlReader.read(document).text()).isEqualTo("Řehoř");
    }

    @Test
    void refusesADoctype() {
        assertRefused("<!DOCTYPE a><a/>");
    }

    @Test
    void doesNotReadAFileByAnExternalEntity(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret.txt"), "secret");

        assertRefused("<!DOCTYPE a [<!ENTITY x SYSTEM \"" + file.toUri() + "\">]><a>&x;</a>");
    }

    @Test
    void doesNotExpandEntities() {
        assertRefused("<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;\">]><a>&y;</a>");
        assertRefused("<a>&undeclared;</a>");
    }

    @Test
    void refusesTooDeepAndTooMany() {
        assertRefused("<a>".repeat(1_000) + "</a>".repeat(1_000));
        assertRefused("<a>" + "<b/>".repeat(60_000) + "</a>");
    }

    @Test
    void refusesACutDocument() {
        assertRefused("<response><status>ok</status><result><id>4700");
        assertRefused("<response><status>ok</status></response");
        assertRefused("");
    }

    @Test
    void refusesWhatFollowsTheRoot() {
        assertRefused("<a/><b/>");
        assertRefused("<a/>rest");
    }

    @Test
    void printsNoText() throws XMLStreamException {
        assertThat(read("<a><name>Řehoř</name></a>").toString()).isEqualTo("a[name]");
    }

    private static XmlNode read(String document) throws XMLStreamException {
        return XmlReader.read(document.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String document) {
        assertThatThrownBy(() -> read(document)).isInstanceOf(XMLStreamException.class);
    }
}
