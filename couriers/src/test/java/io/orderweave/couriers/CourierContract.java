package io.orderweave.couriers;

import static io.orderweave.couriers.SimulatedCourier.fault;
import static io.orderweave.couriers.SimulatedCourier.tracked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.courier.Courier;
import io.orderweave.courier.CourierFactory;
import io.orderweave.courier.CourierProfile;
import io.orderweave.courier.CreateAnswer;
import io.orderweave.courier.Labels.Label;
import io.orderweave.courier.ShipmentRequest;
import io.orderweave.courier.Tracking.TrackedShipment;
import io.orderweave.error.FaultCategory;
import io.orderweave.party.Party;
import io.orderweave.shipment.TrackingEvent;
import io.orderweave.shipment.TrackingStatus;
import io.orderweave.simulator.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every courier does, whatever it is called: each test is a clause of the SPI, shown against a simulator that behaves as the
 * courier is documented to, and misbehaves on cue. A courier's test extends it and says how its simulator is told things.
 */
public abstract class CourierContract {

    protected final SimulatedCourier it = simulated();

    /** A new courier with a new simulator. */
    protected abstract SimulatedCourier simulated();

    @AfterEach
    void stopSimulator() {
        it.simulator().close();
    }

    // Announcing

    @Test
    void announcesAShipmentToAPointWithCollectOnDelivery() {
        CreateAnswer.Created created = it.created(
                it.courier(), it.toPoint().collectOnDelivery(it.collected()).build());

        assertThat(created.shipmentId()).isNotBlank();
        assertThat(created.trackingNumber()).isNotBlank();
        assertThat(created.trackingUrl())
                .hasValueSatisfying(url -> assertThat(url).startsWith("https://"));
        assertThat(it.counters().live()).containsOnly(Map.entry(it.reference(), 1));
        assertThat(it.counters().cashOnDelivery().get(it.reference()))
                .isEqualByComparingTo(it.collected().amount());
    }

    @Test
    void announcesAPrepaidShipment() {
        it.created(it.courier(), it.toPoint().build());

        assertThat(it.counters().live()).containsOnly(Map.entry(it.reference(), 1));
        assertThat(it.counters().cashOnDelivery()).doesNotContainKey(it.reference());
    }

    @Test
    void rejectsWhatTheCourierRejectsNamingTheField() {
        ShipmentRequest request =
                it.toPoint().destination(Requests.toPoint(it.unknownPoint())).build();

        CreateAnswer answer = it.courier().create(request);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        CreateAnswer.Rejected.class,
                        rejected -> assertThat(rejected.reasons())
                                .isNotEmpty()
                                .allSatisfy(reason -> assertThat(reason).contains(":"))
                                .noneSatisfy(reason -> assertThat(reason).contains(personal())));
        assertThat(it.counters().shipments()).isZero();
    }

    @Test
    void sendsNothingThatIsSureToBeRefused() {
        CreateAnswer answer = it.courier()
                .create(it.toPoint().collectOnDelivery(it.neverCollected()).build());

        assertThat(answer)
                .isInstanceOfSatisfying(
                        CreateAnswer.Rejected.class,
                        rejected -> assertThat(rejected.reasons())
                                .anySatisfy(reason -> assertThat(reason).startsWith("cod:")));
        assertThat(it.simulator().requests()).isEmpty();
    }

    // Taking back

    @Test
    void cancelsAShipmentOnceAndKnowsThatItDid() {
        String id = it.cancellable();

        assertThat(cancel(id)).isInstanceOf(WriteAnswer.Applied.class);
        assertThat(cancel(id)).isInstanceOf(WriteAnswer.AlreadyApplied.class);
        assertThat(it.counters().live()).isEmpty();
    }

    @Test
    void refusesToCancelAShipmentThatHasGoneTooFarSayingWhy() {
        CreateAnswer.Created created = it.created(it.courier(), it.toPoint().build());
        it.moveTo(it.reference(), it.deliveredCode());

        assertThat(cancel(created.shipmentId()))
                .isInstanceOfSatisfying(
                        WriteAnswer.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains("cancels only"));
        assertThat(it.counters().live()).containsOnly(Map.entry(it.reference(), 1));
    }

    private WriteAnswer cancel(String shipmentId) {
        return it.courier().cancellations().orElseThrow().cancel(shipmentId);
    }

    // Lost and strange answers

    @Test
    void leavesAnAnnouncementInDoubtWhoseAnswerIsLostAndSendsItOnce() {
        it.announcements().always(Fault.cutAfterWrite());

        OutsideFault fault = fault(() -> it.courier().create(it.toPoint().build()));

        assertThat(fault.category()).isEqualTo(FaultCategory.TRANSIENT);
        assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);
        assertThat(it.announced()).isEqualTo(1);
        assertThat(it.counters().live()).containsOnly(Map.entry(it.reference(), 1));
    }

    @Test
    void leavesAnAnnouncementInDoubtThatIsCutUnprocessed() {
        it.announcements().always(Fault.cutBefore());

        assertInDoubt(FaultCategory.TRANSIENT);

        assertThat(it.counters().shipments()).isZero();
    }

    @Test
    void leavesAnAnnouncementInDoubtThatIsAnsweredTooLate() {
        it.announcements().always(Fault.slow(Duration.ofMinutes(1)));
        Courier impatient = it.courier(Map.of("call.deadline", "PT0.5S"));

        OutsideFault fault = fault(() -> impatient.create(it.toPoint().build()));

        assertThat(fault.category()).isEqualTo(FaultCategory.TRANSIENT);
        assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);
        assertThat(it.counters().live()).containsOnly(Map.entry(it.reference(), 1));
    }

    @ParameterizedTest
    @MethodSource("answersThatTellNothing")
    void leavesAnAnnouncementInDoubtThatIsAnsweredStrangely(Fault answer, FaultCategory category) {
        it.announcements().always(answer);

        assertInDoubt(category);
    }

    static Stream<Arguments> answersThatTellNothing() {
        Map<String, String> html = Map.of("Content-Type", "text/html");
        return Stream.of(
                Arguments.of(Fault.htmlPage(), FaultCategory.TRANSIENT),
                Arguments.of(Fault.statusAfterWrite(500, html, "<h1>Oops</h1>"), FaultCategory.TRANSIENT),
                Arguments.of(Fault.statusAfterWrite(503, Map.of("Retry-After", "0"), ""), FaultCategory.TRANSIENT),
                Arguments.of(Fault.statusAfterWrite(408, Map.of(), ""), FaultCategory.TRANSIENT),
                Arguments.of(
                        Fault.status(200, html, "<html><body>Be right back</body></html>"), FaultCategory.CONTRACT),
                Arguments.of(Fault.status(302, Map.of("Location", "http://127.0.0.1:1/"), ""), FaultCategory.CONTRACT));
    }

    @Test
    void leavesAnAnnouncementInDoubtWhoseAnswerIsCutShort() {
        it.announcements().always(it.cutAnswer());

        assertInDoubt(FaultCategory.CONTRACT);

        assertThat(it.counters().live()).containsOnly(Map.entry(it.reference(), 1));
    }

    @Test
    void knowsThatNothingWasReachedWhenNobodyListens() {
        Courier courier = it.courier();
        it.simulator().close();

        OutsideFault fault = fault(() -> courier.create(it.toPoint().build()));

        assertThat(fault.category()).isEqualTo(FaultCategory.TRANSIENT);
        assertThat(fault.reached()).isEqualTo(Reached.NO);
    }

    @Test
    void callsNobodyWhileItIsBlocked() {
        it.announcements().once(Fault.status(429, Map.of("Retry-After", "120"), "error code: 1015"));
        Courier courier = it.courier();

        OutsideFault blocked = fault(() -> courier.create(it.toPoint().build()));
        OutsideFault stillBlocked = fault(() -> courier.create(it.toPoint().build()));

        assertThat(blocked.category()).isEqualTo(FaultCategory.RATE_LIMITED);
        assertThat(blocked.reached()).isEqualTo(Reached.NO);
        assertThat(blocked.retryAfter()).contains(Duration.ofSeconds(120));
        assertThat(stillBlocked.category()).isEqualTo(FaultCategory.RATE_LIMITED);
        assertThat(it.announced()).isEqualTo(1);

        it.clock.advance(Duration.ofSeconds(121));
        it.created(courier, it.toPoint().build());
    }

    // Looking up

    @Test
    void findsAnAnnouncementWhoseAnswerWasLost() {
        Courier courier = it.courier();
        assumeTrue(courier.search().isPresent(), "this courier cannot search: a lost answer waits for a person");
        it.announcements().once(Fault.cutAfterWrite());
        fault(() -> courier.create(it.toPoint().build()));

        Lookup lookup = courier.search().orElseThrow().find(it.reference());

        assertThat(lookup).isInstanceOf(Lookup.Underway.class);
        CreateAnswer answer = it.decided(courier, courier.resume(((Lookup.Underway) lookup).handle()));
        assertThat(answer).isInstanceOf(CreateAnswer.Created.class);
        assertThat(it.counters().live()).containsOnly(Map.entry(it.reference(), 1));
    }

    @Test
    void doesNotFindWhatIsNotThere() {
        Courier courier = it.courier();
        assumeTrue(courier.search().isPresent(), "this courier cannot search: a lost answer waits for a person");
        it.created(courier, it.toPoint().reference(it.reference() + "0").build());

        assertThat(courier.search().orElseThrow().find(it.reference())).isEqualTo(Lookup.absent());
    }

    // Credentials

    @Test
    void provesItsCredentials() {
        assertThatCode(() -> it.courier().probe()).doesNotThrowAnyException();
    }

    @Test
    void stopsOnWrongCredentials() {
        Courier intruder = it.courier(it.wrongCredentials());

        assertThat(List.of(
                        fault(intruder::probe),
                        fault(() -> intruder.create(it.toPoint().build())),
                        fault(() -> intruder.labels().fetch("1"))))
                .allSatisfy(fault -> {
                    assertThat(fault.category()).isEqualTo(FaultCategory.AUTHORISATION);
                    assertThat(fault.reached()).isEqualTo(Reached.NO);
                });
        assertThat(it.counters().shipments()).isZero();
    }

    // Labels

    @Test
    void givesTheLabelInPdfAgainAndAgain() {
        Courier courier = it.courier();
        String id = it.created(courier, it.toPoint().build()).shipmentId();

        Label label = courier.labels().fetch(id);

        assertThat(label.mediaType()).isEqualTo("application/pdf");
        assertThat(new String(label.content(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        assertThat(courier.labels().fetch(id).content()).isEqualTo(label.content());
        assertThat(it.counters().labels()).containsEntry(it.reference(), 2);
    }

    @Test
    void takesNothingForALabelThatIsNoPdf() {
        Courier courier = it.courier();
        String id = it.created(courier, it.toPoint().build()).shipmentId();
        it.labels().once(Fault.status(200, Map.of("Content-Type", "application/pdf"), it.answerWithoutLabel()));

        OutsideFault fault = fault(() -> courier.labels().fetch(id));

        assertThat(fault.category()).isEqualTo(FaultCategory.CONTRACT);
        assertThat(fault.reached()).isEqualTo(Reached.NO);
    }

    @Test
    void leavesNothingInDoubtWhenAReadFails() {
        Courier courier = it.courier();
        CreateAnswer.Created created = it.created(courier, it.toPoint().build());
        it.labels().once(Fault.htmlPage());
        it.trackings().once(Fault.cutBefore());

        assertThat(List.of(
                        fault(() -> courier.labels().fetch(created.shipmentId())),
                        fault(() -> courier.tracking().track(List.of(tracked(created))))))
                .allSatisfy(fault -> {
                    assertThat(fault.category()).isEqualTo(FaultCategory.TRANSIENT);
                    assertThat(fault.reached()).isEqualTo(Reached.NO);
                });
    }

    // Tracking

    @Test
    void tellsTheWayToTheDelivery() {
        Courier courier = it.courier();
        TrackedShipment shipment = tracked(it.created(courier, it.toPoint().build()));
        assertThat(it.events(courier, shipment))
                .extracting(TrackingEvent::status)
                .containsOnly(TrackingStatus.ANNOUNCED);

        it.clock.advance(Duration.ofHours(20));
        Instant delivered = it.clock.instant();
        it.moveTo(it.reference(), it.deliveredCode());

        List<TrackingEvent> events = it.events(courier, shipment);
        assertThat(events).contains(new TrackingEvent(TrackingStatus.DELIVERED, it.deliveredCode(), delivered));
    }

    @Test
    void keepsACodeThatItDoesNotKnow() {
        Courier courier = it.courier();
        TrackedShipment shipment = tracked(it.created(courier, it.toPoint().build()));

        it.moveTo(it.reference(), it.unknownCode());

        assertThat(it.events(courier, shipment))
                .filteredOn(event -> event.status() == TrackingStatus.UNKNOWN)
                .singleElement()
                .satisfies(event -> assertThat(event.code()).isEqualTo(it.unknownCode()));
    }

    @Test
    void hasNoEntryForAShipmentThatTheCourierDoesNotKnow() {
        Courier courier = it.courier();
        TrackedShipment known = tracked(it.created(courier, it.toPoint().build()));
        TrackedShipment unknown = new TrackedShipment("999999", "999999");

        assertThat(courier.tracking().track(List.of(unknown, known))).containsOnlyKeys(known);
    }

    // What it says of itself

    @Test
    void isFoundByServiceLoader() {
        assertThat(ServiceLoader.load(CourierFactory.class))
                .anySatisfy(found -> assertThat(found).isInstanceOf(it.factory().getClass()));
    }

    @Test
    void saysWhatItCollectsAndHowLongItTakes() {
        CourierProfile profile = it.courier(Map.of("call.deadline", "PT7S")).profile();

        assertThat(profile.collectOnDeliveryCurrencies())
                .contains(it.collected().currency());
        assertThat(profile.deliversToPoints()).isTrue();
        assertThat(profile.callDeadline()).isEqualTo(Duration.ofSeconds(7));
        assertThat(profile.trackingBatch()).isPositive();
    }

    @Test
    void tellsNoSecretAndNobodysDataInLogsFaultsAndReasons() {
        StringBuilder told = new StringBuilder();
        CapturedLog log = CapturedLog.start();
        Courier courier = it.courier();
        CreateAnswer.Created created = it.created(
                courier, it.toPoint().collectOnDelivery(it.collected()).build());
        courier.labels().fetch(created.shipmentId());
        courier.tracking().track(List.of(tracked(created)));
        told.append(courier.create(
                it.toPoint().destination(Requests.toPoint(it.unknownPoint())).build()));
        it.announcements().once(Fault.statusAfterWrite(500, Map.of(), personal()));
        told.append(printed(fault(() -> courier.create(it.toPoint().build()))));
        it.announcements().once(it.cutAnswer());
        told.append(printed(fault(() -> courier.create(it.toPoint().build()))));
        told.append(printed(fault(() -> it.courier(it.wrongCredentials()).probe())));
        told.append(courier).append(it.toPoint().build());
        told.append(log.text());

        Party recipient = it.toPoint().build().recipient();
        assertThat(told.toString())
                .doesNotContain(SimulatedCourier.SECRET)
                .doesNotContain(personal())
                .doesNotContain(recipient.email().orElseThrow())
                .doesNotContain("601234567")
                .doesNotContain("601 234 567");
        assertThat(told.toString()).contains("answered 200");
    }

    private void assertInDoubt(FaultCategory category) {
        OutsideFault fault = fault(() -> it.courier().create(it.toPoint().build()));
        assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);
        assertThat(fault.category()).isEqualTo(category);
        assertThat(it.announced()).isEqualTo(1);
    }

    private String personal() {
        return it.toPoint().build().recipient().personName().orElseThrow();
    }

    private static String printed(Throwable fault) {
        StringBuilder printed = new StringBuilder();
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            printed.append(cause).append('\n');
        }
        return printed.toString();
    }
}
