package io.orderweave.couriers.packeta;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.ConnectionId;
import io.orderweave.courier.ShipmentRequest;
import io.orderweave.couriers.Reference;
import io.orderweave.couriers.Requests;
import io.orderweave.couriers.internal.Checked;
import io.orderweave.money.Money;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our requests and our reading of answers, beside Packeta's documentation and the reference's samples. */
class PacketaReferenceTest {

    private static final String DOCS = "specs/couriers/packeta/docs/";

    @Test
    void announcesInTheElementsOfTheDataStructuresReference() throws IOException {
        Set<String> documented = documentedAttributes();

        assertThat(documented)
                .hasSizeGreaterThan(20)
                .containsAll(elements(Requests.toCzechAddress().collectOnDelivery(Money.of("1290", "CZK"))))
                .containsAll(elements(Requests.toCzechPoint().service("3060")));
    }

    @Test
    void announcesInTheShapeOfTheSample() throws IOException, XMLStreamException {
        XmlNode sample = sample("packet-creation-packeta-pudos-01-rest-request.xml");
        XmlNode ours = XmlReader.read(
                PacketaRequest.createPacket(packet(Requests.toCzechPoint().collectOnDelivery(Money.of("1290", "CZK"))))
                        .write("x"));

        assertThat(ours.name()).isEqualTo(sample.name());
        assertThat(names(ours)).isEqualTo(names(sample));
        assertThat(names(sample.child("packetAttributes").orElseThrow()))
                .containsAll(names(ours.child("packetAttributes").orElseThrow()));
    }

    @Test
    void asksForLabelsAsTheSampleDoes() throws IOException, XMLStreamException {
        XmlNode sample = sample("label-printing-packeta-label-01-rest-request.xml");

        XmlNode ours = XmlReader.read(PacketaRequest.packetLabelPdf("1234567890", PacketaLabelFormat.A7_ON_A4)
                .write("{{apiPassword}}"));

        assertThat(ours.name()).isEqualTo(sample.name());
        assertThat(ours.children()).isEqualTo(sample.children());
    }

    @Test
    void readsTheAnswerToAnAnnouncement() throws IOException, XMLStreamException {
        PacketaAnswer answer = PacketaAnswer.read(
                        bytes("samples/couriers/packeta/packet-creation-packeta-pudos-01-rest-response.xml"))
                .orElseThrow();

        assertThat(answer)
                .isInstanceOfSatisfying(
                        PacketaAnswer.Ok.class,
                        ok -> assertThat(ok.result().textOf("id")).contains("4154090000"));
    }

    @Test
    void readsTheFaults() throws IOException, XMLStreamException {
        PacketaAnswer attributes = PacketaAnswer.read(
                        bytes("samples/couriers/packeta/fault-PacketAttributesFault.response.xml"))
                .orElseThrow();
        PacketaAnswer password = PacketaAnswer.read(
                        bytes("samples/couriers/packeta/fault-IncorrectApiPassword.response.xml"))
                .orElseThrow();

        assertThat(attributes)
                .isEqualTo(new PacketaAnswer.Fault(
                        "PacketAttributesFault",
                        List.of(new PacketaAnswer.AttributeFault("addressId", "Pickup point is not available."))));
        assertThat(password).isEqualTo(new PacketaAnswer.Fault("IncorrectApiPasswordFault", List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PacketAttributesFault",
                "IncorrectApiPasswordFault",
                "PacketIdFault",
                "SenderNotExists",
                "DispatchOrderNotAllowedFault",
                "CustomBarcodeNotAllowedFault",
                "DateOutOfRangeFault",
                "ExternalGatewayFault",
                "NotSupportedFault",
                "UnknownLabelFormatFault"
            })
    void knowsFaultsByTheirDocumentedNames(String name) throws IOException {
        assertThat(text(DOCS + "api-reference/errors-reference.mdx")).contains("### `" + name + "`");
    }

    @Test
    void readsTheScansOfTheDocumentation() throws IOException, XMLStreamException {
        Matcher answer = Pattern.compile("<response>.*?</response>", Pattern.DOTALL)
                .matcher(text(DOCS + "packet-tracking/tracking.mdx"));
        assertThat(answer.find()).isTrue();

        PacketaAnswer read = PacketaAnswer.read(answer.group().getBytes(StandardCharsets.UTF_8))
                .orElseThrow();

        List<XmlNode> records = ((PacketaAnswer.Ok) read).result().children("record");
        assertThat(records).hasSizeGreaterThan(5).allSatisfy(record -> {
            assertThat(record.textOf("dateTime")).isPresent();
            assertThat(PacketaStatuses.TABLE.find(record.textOf("statusCode").orElseThrow()))
                    .isPresent();
        });
    }

    private static Set<String> documentedAttributes() throws IOException {
        String reference = text(DOCS + "api-reference/data-structures-reference.mdx");
        String table = reference.substring(reference.indexOf("### `PacketAttributes`"));
        return table.substring(0, table.indexOf("\n### ", 5))
                .lines()
                .map(Pattern.compile("^\\|[^|]*\\|\\s*`(\\w+)`")::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> elements(ShipmentRequest.Builder request) throws IOException {
        try {
            return names(
                    XmlReader.read(PacketaRequest.createPacket(packet(request)).write("x"))
                            .child("packetAttributes")
                            .orElseThrow());
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static PacketAttributes packet(ShipmentRequest.Builder request) {
        Checked<PacketAttributes> checked = new PacketaShipmentMapper(
                        "weave-shop", PacketaHomeCarriers.parse(new ConnectionId("p"), "home.carriers", "CZ=106"))
                .map(request.build());
        return ((Checked.Ready<PacketAttributes>) checked).body();
    }

    private static List<String> names(XmlNode node) {
        return node.children().stream().map(XmlNode::name).toList();
    }

    private static XmlNode sample(String name) throws IOException, XMLStreamException {
        return XmlReader.read(bytes("samples/couriers/packeta/" + name));
    }

    private static byte[] bytes(String path) throws IOException {
        return Files.readAllBytes(Reference.resolve(path));
    }

    private static String text(String path) throws IOException {
        return Files.readString(Reference.resolve(path));
    }
}
