package io.orderweave.couriers.packeta;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.ConnectionId;
import io.orderweave.courier.ShipmentRequest;
import io.orderweave.couriers.Fixtures;
import io.orderweave.couriers.Requests;
import io.orderweave.couriers.internal.Checked;
import io.orderweave.money.Money;
import io.orderweave.party.Party;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

class PacketaRequestTest {

    private static final String PASSWORD = "s3cret<&";

    @Test
    void isTheMethodWithThePasswordFirst() {
        assertThat(create(Requests.toCzechPoint()
                        .collectOnDelivery(Money.of("1290", "CZK"))
                        .build()))
                .isEqualTo(Fixtures.text("packeta/point-cod.request.xml").strip());
    }

    @Test
    void writesTheSizeAsElementsOfItsOwn() {
        assertThat(create(Requests.toCzechAddress().build()))
                .isEqualTo(Fixtures.text("packeta/home.request.xml").strip());
    }

    @Test
    void escapesWhateverTheRecipientIsCalled() throws XMLStreamException {
        Party bobby = Requests.czech().personName("<!DOCTYPE> & </name> ]]>").build();

        String document = create(Requests.toCzechPoint().recipient(bobby).build());

        XmlNode packet = XmlReader.read(document.getBytes(StandardCharsets.UTF_8))
                .child("packetAttributes")
                .orElseThrow();
        assertThat(packet.textOf("name")).contains("<!DOCTYPE> & </name>");
        assertThat(packet.textOf("surname")).contains("]]>");
    }

    @Test
    void asksForALabelInOneOfTheFormats() {
        assertThat(text(PacketaRequest.packetLabelPdf("4700000001", PacketaLabelFormat.A6_ON_A4)))
                .endsWith(
                        "<packetId>4700000001</packetId><format>A6 on A4</format><offset>0</offset></packetLabelPdf>");
    }

    @Test
    void printsTheMethodOnly() {
        assertThat(PacketaRequest.about("packetStatus", "4700000001").toString())
                .isEqualTo("PacketaRequest[packetStatus]");
    }

    private static String create(ShipmentRequest request) {
        PacketaShipmentMapper mapper = new PacketaShipmentMapper(
                "weave-shop", PacketaHomeCarriers.parse(new ConnectionId("packeta-1"), "home.carriers", "CZ=106"));
        Checked<PacketAttributes> checked = mapper.map(request);
        assertThat(checked).isInstanceOf(Checked.Ready.class);
        return text(PacketaRequest.createPacket(((Checked.Ready<PacketAttributes>) checked).body()));
    }

    private static String text(PacketaRequest request) {
        return new String(request.write(PASSWORD), StandardCharsets.UTF_8);
    }
}
