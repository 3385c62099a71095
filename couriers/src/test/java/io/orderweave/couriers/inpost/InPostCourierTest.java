package io.orderweave.couriers.inpost;

import static io.orderweave.couriers.SimulatedCourier.fault;
import static io.orderweave.couriers.SimulatedCourier.tracked;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.courier.Courier;
import io.orderweave.courier.CreateAnswer;
import io.orderweave.couriers.CourierContract;
import io.orderweave.couriers.Fixtures;
import io.orderweave.couriers.Requests;
import io.orderweave.couriers.SimulatedCourier;
import io.orderweave.error.FaultCategory;
import io.orderweave.shipment.TrackingEvent;
import io.orderweave.shipment.TrackingStatus;
import io.orderweave.simulator.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InPostCourierTest extends CourierContract {

    private final SimulatedInPost inPost = (SimulatedInPost) it;

    @Override
    protected SimulatedCourier simulated() {
        return new SimulatedInPost();
    }

    @Test
    void takesAnAnnouncementFirstAndConfirmsItLater() {
        Courier courier = inPost.courier();

        CreateAnswer taken = courier.create(inPost.toPoint().build());
        CreateAnswer still = courier.resume(((CreateAnswer.Accepted) taken).handle());
        CreateAnswer confirmed = courier.resume(((CreateAnswer.Accepted) still).handle());

        assertThat(confirmed).isInstanceOfSatisfying(CreateAnswer.Created.class, created -> {
            assertThat(created.shipmentId()).isEqualTo(((CreateAnswer.Accepted) taken).handle());
            assertThat(created.trackingNumber()).isNotEqualTo(created.shipmentId());
            assertThat(created.trackingUrl())
                    .contains("https://inpost.pl/sledzenie-przesylek?number=" + created.trackingNumber());
        });
    }

    @Test
    void announcesAShipmentToADoor() {
        inPost.created(inPost.courier(), Requests.toPolishAddress().build());

        assertThat(inPost.counters().shipments()).isEqualTo(1);
    }

    @Test
    void rejectsWhatInPostCouldNotBuy() {
        inPost.parcels().failNextPurchases(1);
        Courier courier = inPost.courier();

        CreateAnswer answer =
                inPost.decided(courier, courier.create(inPost.toPoint().build()));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        CreateAnswer.Rejected.class,
                        rejected -> assertThat(rejected.reasons())
                                .anySatisfy(reason -> assertThat(reason).contains("debt_collection")));
    }

    @Test
    void looksAgainWhenAShipmentThatWasTakenIsNotThere() {
        OutsideFault fault = fault(() -> inPost.courier().resume("999"));

        assertThat(fault.category()).isEqualTo(FaultCategory.TRANSIENT);
        assertThat(fault.reached()).isEqualTo(Reached.NO);
    }

    @Test
    void waitsForALabelThatIsTooEarly() {
        Courier courier = inPost.courier();
        CreateAnswer taken = courier.create(inPost.toPoint().build());

        OutsideFault fault = fault(() -> courier.labels().fetch(((CreateAnswer.Accepted) taken).handle()));

        assertThat(fault.category()).isEqualTo(FaultCategory.TRANSIENT);
        assertThat(fault.reached()).isEqualTo(Reached.NO);
    }

    @Test
    void refusesALabelOfAShipmentThatIsNotThere() {
        assertThat(fault(() -> inPost.courier().labels().fetch("999")).category())
                .isEqualTo(FaultCategory.REJECTED);
    }

    @Test
    void stopsWhenTheOrganizationIsNotOurs() {
        Courier elsewhere = inPost.courier(Map.of("organization.id", "9999"));

        assertThat(fault(elsewhere::probe).category()).isEqualTo(FaultCategory.AUTHORISATION);
        assertThat(fault(() -> elsewhere.create(inPost.toPoint().build())).category())
                .isEqualTo(FaultCategory.AUTHORISATION);
    }

    @Test
    void leavesAnAnnouncementInDoubtWhoseAnswerHasNoId() {
        inPost.announcements().once(Fault.statusAfterWrite(201, Map.of("Content-Type", "application/json"), "{}"));

        OutsideFault fault =
                fault(() -> inPost.courier().create(inPost.toPoint().build()));

        assertThat(fault.category()).isEqualTo(FaultCategory.CONTRACT);
        assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);
    }

    @Test
    void findsAShipmentOnALaterPage() {
        Courier courier = inPost.courier();
        CreateAnswer taken = courier.create(inPost.toPoint().build());
        for (int i = 0; i < 110; i++) {
            courier.create(inPost.toPoint().reference("OW-OTHER-" + i).build());
        }

        Lookup lookup = courier.search().orElseThrow().find(inPost.reference());

        assertThat(lookup).isEqualTo(new Lookup.Underway(((CreateAnswer.Accepted) taken).handle()));
        assertThat(inPost.simulator().requestsByOperation().get("GET /v1/organizations/{organization}/shipments"))
                .isGreaterThan(1);
    }

    @Test
    void comparesReferencesToTheLetter() {
        Courier courier = inPost.courier();
        courier.create(inPost.toPoint().reference("OW-7301-10").build());
        courier.create(inPost.toPoint().reference("ow-7301-1").build());

        assertThat(courier.search().orElseThrow().find("OW-7301-1")).isEqualTo(Lookup.absent());
    }

    @Test
    void countsACancelledShipmentAsAbsent() {
        Courier courier = inPost.courier();
        courier.create(inPost.toPoint().build());
        inPost.parcels().moveTo(inPost.reference(), "canceled");

        assertThat(courier.search().orElseThrow().find(inPost.reference())).isEqualTo(Lookup.absent());
    }

    @Test
    void findsTheLiveShipmentBesideOneThatFailed() {
        Courier courier = inPost.courier();
        CreateAnswer live = courier.create(inPost.toPoint().build());
        inPost.parcels().failNextPurchases(1);
        courier.create(inPost.toPoint().build());

        assertThat(courier.search().orElseThrow().find(inPost.reference()))
                .isEqualTo(new Lookup.Underway(((CreateAnswer.Accepted) live).handle()));
    }

    @Test
    void findsAFailedShipmentWhenThereIsNoOther() {
        Courier courier = inPost.courier();
        inPost.parcels().failNextPurchases(1);
        inPost.announcements().once(Fault.cutAfterWrite());
        fault(() -> courier.create(inPost.toPoint().build()));

        Lookup lookup = courier.search().orElseThrow().find(inPost.reference());

        assertThat(courier.resume(((Lookup.Underway) lookup).handle())).isInstanceOf(CreateAnswer.Rejected.class);
    }

    @Test
    void looksNoFurtherBackThanItsWindow() {
        Courier courier = inPost.courier();
        courier.create(inPost.toPoint().build());
        inPost.clock.advance(Duration.ofDays(31));

        assertThat(courier.search().orElseThrow().find(inPost.reference())).isEqualTo(Lookup.absent());
        assertThat(inPost.courier(Map.of("search.window", "P40D"))
                        .search()
                        .orElseThrow()
                        .find(inPost.reference()))
                .isInstanceOf(Lookup.Underway.class);
    }

    @Test
    void tellsScansInAnyZoneAndKeepsUnknownOnes() {
        inPost.trackings()
                .once(Fault.status(
                        200, Map.of("Content-Type", "application/json"), Fixtures.text("inpost/tracking.json")));

        Courier courier = inPost.courier();
        Map<?, List<TrackingEvent>> tracked = courier.tracking()
                .track(List.of(tracked(new CreateAnswer.Created("1", "620999000000000000000017", Optional.empty()))));

        assertThat(tracked.values())
                .singleElement()
                .isEqualTo(List.of(
                        new TrackingEvent(
                                TrackingStatus.READY_FOR_COLLECTION,
                                "ready_to_pickup",
                                Instant.parse("2026-11-22T07:15:00Z")),
                        new TrackingEvent(
                                TrackingStatus.UNKNOWN, "drone_hovering", Instant.parse("2026-11-22T06:00:00Z")),
                        new TrackingEvent(
                                TrackingStatus.ANNOUNCED, "confirmed", Instant.parse("2026-07-20T08:00:02Z"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"tracking_details\":[]}", "{\"tracking_details\":null}"})
    void hasNoEntryForAnEmptyAnswerAsTheSandboxGives(String body) {
        inPost.trackings().once(Fault.status(200, Map.of("Content-Type", "application/json"), body));

        assertThat(inPost.courier()
                        .tracking()
                        .track(List.of(tracked(new CreateAnswer.Created("1", "6209", Optional.empty())))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tracking_details\":[{\"status\":\"delivered\",\"datetime\":\"soon\"}]}",
                "{\"tracking_details\":[{\"status\":\"delivered\"}]}",
                "{\"tracking_details\":\"Żaneta\"}",
                "<html>",
            })
    void refusesScansThatItCannotRead(String body) {
        inPost.trackings().once(Fault.status(200, Map.of("Content-Type", "application/json"), body));

        OutsideFault fault = fault(() -> inPost.courier()
                .tracking()
                .track(List.of(tracked(new CreateAnswer.Created("1", "6209", Optional.empty())))));

        assertThat(fault.category()).isEqualTo(FaultCategory.CONTRACT);
        assertThat(fault.reached()).isEqualTo(Reached.NO);
        assertThat(fault).hasMessageNotContaining("Żaneta").hasNoCause();
    }
}
