package io.orderweave.couriers.packeta;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.couriers.Fixtures;
import io.orderweave.couriers.packeta.PacketaAnswer.Fault;
import io.orderweave.error.FaultCategory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketaAnswerTest {

    private static final PacketAttributes PACKET = new PacketAttributes(
            Map.of("surname", "Řehoř", "email", "ondrej.rehor@example.com", "number", "OW-8401-1"), Optional.empty());

    @Test
    void isOkWithItsResult() throws XMLStreamException {
        assertThat(PacketaAnswer.read(Fixtures.bytes("packeta/created.xml")))
                .containsInstanceOf(PacketaAnswer.Ok.class)
                .hasValueSatisfying(answer -> assertThat(
                                ((PacketaAnswer.Ok) answer).result().textOf("id"))
                        .contains("4700000001"));
    }

    @Test
    void isAFaultWithItsAttributesWithoutPersonalData() throws XMLStreamException {
        Fault fault = (Fault) PacketaAnswer.read(Fixtures.bytes("packeta/attributes-fault.xml"))
                .orElseThrow();

        assertThat(PacketaFaults.refusal(fault, PACKET))
                .contains(List.of(
                        "addressId: Pickup point is not available.",
                        "surname: Surname \u2026 of \u2026 has invalid characters."));
        assertThat(fault.toString()).doesNotContain("Řehoř");
    }

    @Test
    void isARefusalAlsoWithoutDetails() {
        assertThat(PacketaFaults.refusal(new Fault("SenderNotExists", List.of()), PACKET))
                .contains(List.of("SenderNotExists"));
    }

    @ParameterizedTest
    @CsvSource({
        "ExternalGatewayFault, TRANSIENT",
        "UnknownLabelFormatFault, INVALID_CONFIGURATION",
        "PacketIdFault, REJECTED",
        "NotSupportedFault, REJECTED",
        "BrandNewFault, CONTRACT",
    })
    void isNoRefusalByAFaultThatLeavesTheOutcomeOpen(String name, FaultCategory category) {
        Fault fault = new Fault(name, List.of());

        OutsideFault outside = PacketaFaults.outside("createPacket", fault, Reached.PERHAPS);

        assertThat(PacketaFaults.refusal(fault, PACKET)).isEmpty();
        assertThat(outside.category()).isEqualTo(category);
        assertThat(outside.reached()).isEqualTo(Reached.PERHAPS);
        assertThat(outside).hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Maintenance</body></html>",
                "<response><status>maybe</status></response>",
                "<response><status>fault</status></response>",
                "<response/>"
            })
    void isNothingWhenItSaysNeither(String document) throws XMLStreamException {
        assertThat(PacketaAnswer.read(document.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
