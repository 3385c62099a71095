package io.orderweave.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.Settings;
import io.orderweave.courier.Courier;
import io.orderweave.courier.ShipmentRequest;
import io.orderweave.couriers.inpost.InPostCourierFactory;
import io.orderweave.crash.node.NodeDatabase;
import io.orderweave.crash.node.NodeSettings;
import io.orderweave.crash.node.SharedTime;
import io.orderweave.crash.node.Shop;
import io.orderweave.money.Money;
import io.orderweave.order.Order;
import io.orderweave.order.OrderQuery;
import io.orderweave.order.PickupPoint;
import io.orderweave.party.Party;
import io.orderweave.shipment.Destination;
import io.orderweave.shipment.Parcel;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.allegro.AllegroAddress;
import io.orderweave.simulator.allegro.AllegroBuyer;
import io.orderweave.simulator.allegro.AllegroLine;
import io.orderweave.simulator.allegro.AllegroMarketplace;
import io.orderweave.simulator.allegro.AllegroOrderScript;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients of marketplaces and couriers were publicly caught at, played against ours on a wire that can be cut. */
class BugsOfClientsTest {

    private static final AllegroMarketplace PL = AllegroMarketplace.PL;
    private static final String CREATE = "POST /v1/organizations/{organization}/shipments";

    @TempDir
    Path folder;

    private SharedTime time;
    private Outside outside;

    @BeforeEach
    void start() {
        time = SharedTime.in(folder.resolve("time"));
        outside = new Outside(folder, time, Duration.ZERO);
    }

    @AfterEach
    void stop() {
        outside.close();
    }

    /** The first order of the list is updated, so moves to the list's end, whenever a page of it is asked for. */
    @Test
    void pageThatShiftsLosesNoOrder() {
        List<String> sold = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            time.advance(Duration.ofSeconds(20));
            sold.add(outside.allegro()
                    .buyers()
                    .place(AllegroOrderScript.builder()
                            .marketplace(PL)
                            .buyer(AllegroBuyer.sample(PL))
                            .addLines(AllegroLine.of("16001", "MUG-BLUE", "Kubek niebieski", 1, "29.90"))
                            .build()));
        }
        AtomicInteger moved = new AtomicInteger();
        Wire.Watch shift = point -> {
            boolean pageWasRead = point.isAnswer() && pagesAsked() > 0;
            if (pageWasRead && moved.get() < 3) {
                time.advance(Duration.ofSeconds(1));
                outside.allegro()
                        .buyers()
                        .changeAddress(sold.get(moved.getAndIncrement()), AllegroAddress.sample(AllegroMarketplace.PL));
            }
            return Wire.Fate.PASS;
        };
        try (Wire wire = Wire.to("allegro", port(outside.allegro().baseUrl()), shift)) {
            NodeSettings settings = settings(wire.url());
            try (NodeDatabase database = NodeDatabase.open(settings);
                    OrderHub hub = Shop.open(database.stores(), settings)) {
                hub.pull(Shop.ALLEGRO);

                assertThat(hub.orders().find(OrderQuery.all()).orders())
                        .extracting(Order::number)
                        .containsExactlyInAnyOrderElementsOf(sold);
            }
        }
        assertThat(moved).as("the pages did shift").hasValue(3);
        assertThat(pagesAsked()).isGreaterThan(sold.size() / 2);
    }

    private int pagesAsked() {
        return outside.allegro().requestsByOperation().getOrDefault("GET /order/checkout-forms", 0);
    }

    /** On a connection that served before: there OkHttp, left to itself, takes the cut for a stale connection and sends again. */
    @Test
    void postWhoseAnswerIsCutIsSentOnce() {
        AtomicInteger answers = new AtomicInteger();
        Wire.Watch cutAfterFirst =
                point -> point.isAnswer() && answers.incrementAndGet() > 1 ? Wire.Fate.CUT : Wire.Fate.PASS;
        try (Wire wire = Wire.to("inpost", port(outside.inpost().baseUrl()), cutAfterFirst)) {
            announceInVain(wire.url());
        }
        assertSentOnce();
    }

    /** OkHttp, left to itself, sends such a request again at once. */
    @Test
    void postAnsweredByACallToRetryAtOnceIsSentOnce() {
        outside.inpost()
                .faults()
                .on("POST", "/v1/organizations/.*")
                .always(Fault.statusAfterWrite(503, Map.of("Retry-After", "0"), ""));

        announceInVain(outside.inpost().baseUrl());

        assertSentOnce();
    }

    private void announceInVain(String url) {
        InPostCourierFactory factory = new InPostCourierFactory();
        Settings settings = factory.settings()
                .complete(
                        Shop.INPOST,
                        Settings.of(Map.of(
                                "base.url", url,
                                "organization.id", Shop.INPOST_ORGANIZATION,
                                "token", Shop.INPOST_TOKEN)));
        Courier courier = factory.create(Shop.INPOST, settings, time);
        courier.probe();
        ShipmentRequest request = ShipmentRequest.builder()
                .reference("order-1-1")
                .recipient(Party.builder()
                        .personName("Jan Przykładowy")
                        .email("jan@example.org")
                        .phone("+48600100200")
                        .build())
                .destination(new Destination.ToPoint(PickupPoint.builder()
                        .id(Outside.LOCKER)
                        .name(Outside.LOCKER)
                        .build()))
                .addParcel(
                        Parcel.builder().weightGrams(1_000).sizeClass("small").build())
                .value(Money.of("29.90", "PLN"))
                .build();
        assertThatThrownBy(() -> courier.create(request))
                .isInstanceOfSatisfying(
                        OutsideFault.class,
                        fault -> assertThat(fault.reached()).isEqualTo(OutsideFault.Reached.PERHAPS));
    }

    private void assertSentOnce() {
        assertThat(outside.inpost().requestsByOperation()).containsEntry(CREATE, 1);
        assertThat(outside.inpost().counters().live()).containsExactly(Map.entry("order-1-1", 1));
    }

    private NodeSettings settings(String allegroUrl) {
        return NodeSettings.builder()
                .node("node-0")
                .database("jdbc:sqlite:" + folder.resolve("book.db"))
                .time(folder.resolve("time").toString())
                .pageSize(2)
                .allegroUrl(allegroUrl)
                .inpostUrl(outside.inpost().baseUrl())
                .packetaUrl(outside.packeta().baseUrl())
                .kauflandUrl(outside.kaufland().baseUrl())
                .refreshToken(outside.allegro().accounts().mintRefreshToken())
                .mails(outside.mails().toString())
                .liveFrom(time.instant().minus(Duration.ofDays(1)))
                .build();
    }

    private static int port(String url) {
        return Integer.parseInt(url.substring(url.lastIndexOf(':') + 1));
    }
}
