package io.orderweave.couriers.packeta;

import static io.orderweave.couriers.SimulatedCourier.fault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.courier.CreateAnswer;
import io.orderweave.courier.Tracking.TrackedShipment;
import io.orderweave.couriers.CourierContract;
import io.orderweave.couriers.Fixtures;
import io.orderweave.couriers.Requests;
import io.orderweave.couriers.SimulatedCourier;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.party.Party;
import io.orderweave.shipment.TrackingEvent;
import io.orderweave.shipment.TrackingStatus;
import io.orderweave.simulator.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketaCourierTest extends CourierContract {

    private static final Map<String, String> XML = Map.of("Content-Type", "text/xml; charset=utf-8");

    private final SimulatedPacketa packeta = (SimulatedPacketa) it;

    @Override
    protected SimulatedCourier simulated() {
        return new SimulatedPacketa();
    }

    @Test
    void decidesAtOnceAndIsTrackedByTheBarcode() {
        CreateAnswer answer = packeta.courier().create(packeta.toPoint().build());

        assertThat(answer).isInstanceOfSatisfying(CreateAnswer.Created.class, created -> {
            // Beyond 32 bits, as real ids are.
            assertThat(Long.parseLong(created.shipmentId())).isGreaterThan(Integer.MAX_VALUE);
            assertThat(created.trackingNumber()).isEqualTo("Z" + created.shipmentId());
            assertThat(created.trackingUrl()).contains("https://tracking.packeta.com/cs/?id=" + created.shipmentId());
        });
    }

    @Test
    void announcesAShipmentToADoor() {
        packeta.created(packeta.courier(), Requests.toCzechAddress().build());

        assertThat(packeta.counters().shipments()).isEqualTo(1);
    }

    @Test
    void announcesAShipmentToACarriersPoint() {
        packeta.created(
                packeta.courier(),
                packeta.toPoint()
                        .destination(Requests.toPoint("KRA010"))
                        .service("3060")
                        .build());

        assertThat(packeta.counters().shipments()).isEqualTo(1);
    }

    @Test
    void sendsAnythingAPersonMayBeCalled() {
        Party recipient =
                Requests.czech().personName("D'Arcy & Søn Ľubomír-Žigmund").build();

        packeta.created(
                packeta.courier(), packeta.toPoint().recipient(recipient).build());

        assertThat(packeta.counters().shipments()).isEqualTo(1);
    }

    @Test
    void cannotSearchSoThatALostAnswerWaitsForAPerson() {
        assertThat(packeta.courier().search()).isEmpty();
    }

    @Test
    void hasNothingToResume() {
        assertThatThrownBy(() -> packeta.courier().resume("1"))
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.INTERNAL));
    }

    @Test
    void rejectsByTheFieldsThatPacketaNamesWithoutPersonalData() {
        packeta.announcements().once(Fault.status(200, XML, Fixtures.text("packeta/attributes-fault.xml")));

        CreateAnswer answer = packeta.courier().create(packeta.toPoint().build());

        assertThat(answer)
                .isEqualTo(new CreateAnswer.Rejected(List.of(
                        "addressId: Pickup point is not available.",
                        "surname: Surname \u2026 of \u2026 has invalid characters.")));
    }

    @ParameterizedTest
    @CsvSource({
        "ExternalGatewayFault, TRANSIENT",
        "BrandNewFault, CONTRACT",
    })
    void leavesAnAnnouncementInDoubtWhenAFaultDoesNotSayThatNothingWasStored(String name, FaultCategory category) {
        packeta.announcements().once(Fault.status(200, XML, faultAnswer(name)));

        OutsideFault fault =
                fault(() -> packeta.courier().create(packeta.toPoint().build()));

        assertThat(fault.category()).isEqualTo(category);
        assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);
    }

    @Test
    void leavesAnAnnouncementInDoubtWhoseAnswerHasNoId() {
        packeta.announcements()
                .once(Fault.statusAfterWrite(200, XML, "<response><status>ok</status><result/></response>"));

        OutsideFault fault =
                fault(() -> packeta.courier().create(packeta.toPoint().build()));

        assertThat(fault.category()).isEqualTo(FaultCategory.CONTRACT);
        assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);
    }

    @Test
    void takesTheBarcodeFromTheIdWhenItIsMissing() {
        packeta.announcements()
                .once(Fault.status(
                        200, XML, "<response><status>ok</status><result><id>4700000001</id></result></response>"));

        CreateAnswer.Created created =
                packeta.created(packeta.courier(), packeta.toPoint().build());

        assertThat(created.trackingNumber()).isEqualTo("Z4700000001");
    }

    @Test
    void saysWhenTheLabelsFormatIsWrong() {
        packeta.labels().once(Fault.status(200, XML, faultAnswer("UnknownLabelFormatFault")));

        OutsideFault fault = fault(() -> packeta.courier().labels().fetch("4700000001"));

        assertThat(fault.category()).isEqualTo(FaultCategory.INVALID_CONFIGURATION);
    }

    @Test
    void refusesALabelOfAPacketThatIsNotThere() {
        assertThat(fault(() -> packeta.courier().labels().fetch("999")).category())
                .isEqualTo(FaultCategory.REJECTED);
    }

    @Test
    void takesNothingForALabelThatIsNotBase64() {
        packeta.labels()
                .once(Fault.status(200, XML, "<response><status>ok</status><result>%PDF-1.4</result></response>"));

        assertThat(fault(() -> packeta.courier().labels().fetch("4700000001")).category())
                .isEqualTo(FaultCategory.CONTRACT);
    }

    @Test
    void tellsScansInPraguesTimeAndKeepsUnknownOnes() {
        packeta.trackings().once(Fault.status(200, XML, Fixtures.text("packeta/tracking.xml")));
        TrackedShipment shipment = new TrackedShipment("4700000001", "Z4700000001");

        assertThat(packeta.events(packeta.courier(), shipment))
                .containsExactly(
                        new TrackingEvent(TrackingStatus.ANNOUNCED, "1", Instant.parse("2026-07-20T09:43:09Z")),
                        new TrackingEvent(
                                TrackingStatus.READY_FOR_COLLECTION, "5", Instant.parse("2026-11-22T11:44:43Z")),
                        new TrackingEvent(TrackingStatus.UNKNOWN, "77", Instant.parse("2026-11-22T12:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<response><status>ok</status><result><record><statusCode>7</statusCode></record></result></response>",
                "<response><status>ok</status><result><record><statusCode>7</statusCode><dateTime>Řehoř</dateTime>"
                        + "</record></result></response>",
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><response><status>&x;</status></response>",
                "Řehoř",
            })
    void refusesScansThatItCannotRead(String body) {
        packeta.trackings().once(Fault.status(200, XML, body));
        TrackedShipment shipment = new TrackedShipment("4700000001", "Z4700000001");

        OutsideFault fault = fault(() -> packeta.events(packeta.courier(), shipment));

        assertThat(fault.category()).isEqualTo(FaultCategory.CONTRACT);
        assertThat(fault.reached()).isEqualTo(Reached.NO);
        assertThat(fault).hasMessageNotContaining("Řehoř").hasNoCause();
    }

    @Test
    void stopsTheProbeOnAnyOtherFault() {
        packeta.simulator()
                .faults()
                .onOperation("packetStatus")
                .once(Fault.status(200, XML, faultAnswer("BrandNewFault")));

        assertThat(fault(() -> packeta.courier().probe()).category()).isEqualTo(FaultCategory.CONTRACT);
    }

    private static String faultAnswer(String name) {
        return "<response><status>fault</status><fault>" + name + "</fault><string>?</string></response>";
    }
}
