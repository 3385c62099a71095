package io.orderweave.simulator.inpost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.simulator.CourierCounters;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.Pace;
import io.orderweave.simulator.SimulatorClock;
import io.orderweave.simulator.TestHttp;
import io.orderweave.simulator.TestHttp.Reply;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InPostSimulatorTest {

    private static final String TOKEN = "tests-only";

    @TempDir
    Path folder;

    private final SimulatorClock clock = SimulatorClock.at(Instant.parse("2026-11-21T10:00:00Z"));
    private final TestHttp http = new TestHttp();
    private InPostSimulator inpost = settings().start();

    @AfterEach
    void close() {
        inpost.close();
    }

    @Test
    void aShipmentGetsItsNumberOnlyWhenConfirmed() throws Exception {
        JsonNode created = create(locker("ORD-7001")).json();
        assertThat(created.path("status").asText()).isEqualTo("created");
        assertThat(created.path("tracking_number").isNull()).isTrue();
        assertThat(created.path("created_at").asText()).isEqualTo("2026-11-21T11:00:00.000+01:00");

        String id = created.path("id").asText();
        assertThat(read(id).path("status").asText()).as("asked once").isEqualTo("created");
        JsonNode confirmed = read(id);
        assertThat(confirmed.path("status").asText()).as("asked twice").isEqualTo("confirmed");
        assertThat(confirmed.path("tracking_number").asText()).matches("[0-9]{24}");
        assertThat(read(id).path("tracking_number")).isEqualTo(confirmed.path("tracking_number"));
    }

    @Test
    void confirmationMayTakeTime() throws Exception {
        restart(settings().confirmation(Pace.onClock(Duration.ofSeconds(90))));
        String id = create(locker("ORD-7001")).json().path("id").asText();

        clock.advance(Duration.ofSeconds(89));
        assertThat(read(id).path("status").asText()).isEqualTo("created");
        clock.advance(Duration.ofSeconds(1));
        assertThat(read(id).path("status").asText()).isEqualTo("confirmed");
    }

    @Test
    void aFailedPurchaseHasNoStatusOfItsOwn() throws Exception {
        restart(settings().confirmation(Pace.atOnce()));
        inpost.parcels().failNextPurchases(1);
        String failed = create(locker("ORD-7001")).json().path("id").asText();
        String good = create(locker("ORD-7002")).json().path("id").asText();

        JsonNode shipment = read(failed);
        assertThat(shipment.path("status").asText()).isEqualTo("offer_selected");
        assertThat(shipment.at("/offers/0/status").asText()).isEqualTo("unavailable");
        assertThat(shipment.at("/transactions/0/status").asText()).isEqualTo("failure");
        assertThat(shipment.path("tracking_number").isNull()).isTrue();
        assertThat(read(good).path("status").asText()).isEqualTo("confirmed");
    }

    @Test
    void theLabelComesOnlyAfterConfirmation() throws Exception {
        String id = create(locker("ORD-7001")).json().path("id").asText();

        Reply early = get("/v1/shipments/" + id + "/label?format=pdf&type=A6");
        assertThat(early.status()).isEqualTo(400);
        assertThat(early.json().path("error").asText()).isEqualTo("invalid_action");
        assertThat(early.json().path("message").asText())
                .isEqualTo("Action (get_label) can not be taken on shipment with status (created).");

        inpost.parcels().moveTo("ORD-7001", "confirmed");
        String number = read(id).path("tracking_number").asText();
        Reply label = get("/v1/shipments/" + id + "/label?format=pdf&type=A6");
        assertThat(label.response().headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(label.text()).startsWith("%PDF-").contains(number).contains("[0 0 298 420]");
        assertThat(get("/v1/shipments/" + id + "/label?format=Zpl").text()).startsWith("^XA");
        assertThat(get("/v1/shipments/" + id + "/label?format=png").status()).isEqualTo(400);
        assertThat(inpost.counters().labels()).containsExactly(Map.entry("ORD-7001", 2));
    }

    @Test
    void isCancelledOnlyBeforeItIsPaid() throws Exception {
        String early = create(locker("ORD-7001")).json().path("id").asText();
        assertThat(delete(early).status()).isEqualTo(204);
        assertThat(read(early).path("status").asText()).isEqualTo("canceled");
        assertThat(delete(early).status()).as("again").isEqualTo(400);

        String late = create(locker("ORD-7002")).json().path("id").asText();
        inpost.parcels().moveTo("ORD-7002", "confirmed");
        assertThat(delete(late).json().path("error").asText()).isEqualTo("invalid_action");
        assertThat(inpost.counters().cancelled()).containsExactly(Map.entry("ORD-7001", 1));
        assertThat(inpost.counters().live()).containsExactly(Map.entry("ORD-7002", 1));
    }

    @Test
    void theSameReferenceTwiceIsTwoShipments() throws Exception {
        create(locker("ORD-7001"));
        assertThat(inpost.counters().duplicates()).isEmpty();

        create(locker("ORD-7001"));

        CourierCounters counters = inpost.counters();
        assertThat(counters.live()).containsExactly(Map.entry("ORD-7001", 2));
        assertThat(counters.duplicates()).containsExactly("ORD-7001 has 2 live shipments");
        assertThat(counters.cashOnDelivery().get("ORD-7001")).isEqualByComparingTo(new BigDecimal("299.80"));
    }

    @Test
    void aLostAnswerIsFoundInTheListByReference() throws Exception {
        create(locker("ORD-6999"));
        clock.advance(Duration.ofMinutes(5));
        inpost.faults().on("POST", ".*/shipments").once(Fault.cutAfterWrite());

        assertThatThrownBy(() -> create(locker("ORD-7001"))).isInstanceOf(IOException.class);

        JsonNode list = list("?created_at_gteq=2026-11-21T11:05:00%2B01:00").json();
        assertThat(list.path("items").findValuesAsText("reference")).containsExactly("ORD-7001");
        assertThat(inpost.counters().live()).containsEntry("ORD-7001", 1);
    }

    @Test
    void theListHasPagesAndFilters() throws Exception {
        for (int i = 1; i <= 5; i++) {
            create(locker("ORD-700" + i));
        }
        inpost.parcels().moveTo("ORD-7003", "confirmed");

        JsonNode second = list("?per_page=2&page=2").json();
        assertThat(second.path("count").asInt()).isEqualTo(5);
        assertThat(second.path("items").findValuesAsText("reference")).containsExactly("ORD-7003", "ORD-7002");
        assertThat(list("?status=confirmed").json().path("items").findValuesAsText("reference"))
                .containsExactly("ORD-7003");
        assertThat(list("?created_at_gteq=yesterday").status()).isEqualTo(400);
    }

    @Test
    void aParcelTravelsWithTheClock() throws Exception {
        restart(settings().confirmation(Pace.atOnce()).transit(Pace.onClock(Duration.ofHours(6))));
        String id = create(locker("ORD-7001")).json().path("id").asText();
        String number = read(id).path("tracking_number").asText();

        clock.advance(Duration.ofHours(13));
        JsonNode underway = track(number);
        assertThat(underway.path("status").asText()).isEqualTo("adopted_at_source_branch");
        assertThat(underway.at("/tracking_details/0/datetime").asText()).isEqualTo("2026-11-21T23:00:00.000+01:00");
        assertThat(underway.at("/tracking_details/1/datetime").asText()).isEqualTo("2026-11-21T17:00:00.000+01:00");

        clock.advance(Duration.ofDays(9));
        assertThat(track(number).path("status").asText()).isEqualTo("delivered");
    }

    @Test
    void aParcelTravelsWithBeingAskedAbout() throws Exception {
        restart(settings().confirmation(Pace.perPolls(1)).transit(Pace.perPolls(1)));
        String id = create(courier("ORD-7001")).json().path("id").asText();
        String number = read(id).path("tracking_number").asText();

        assertThat(track(number).path("status").asText()).isEqualTo("collected_from_sender");
        assertThat(track(number).path("status").asText()).isEqualTo("adopted_at_source_branch");
    }

    @Test
    void aMovedParcelStaysWhereItWasPut() throws Exception {
        restart(settings().confirmation(Pace.atOnce()).transit(Pace.perPolls(1)));
        String id = create(locker("ORD-7001")).json().path("id").asText();
        String number = read(id).path("tracking_number").asText();

        inpost.parcels().moveTo(number, "eaten_by_a_dragon");

        assertThat(track(number).path("status").asText()).isEqualTo("eaten_by_a_dragon");
        assertThat(track(number).path("status").asText()).isEqualTo("eaten_by_a_dragon");
        assertThatThrownBy(() -> inpost.parcels().moveTo("ORD-9", "delivered"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'500700800', '+48500700800', /receiver/0/phone/0, invalid",
        "'\"template\":\"small\"', '\"template\":\"huge\"', /parcels/0/template/0, required",
        "'TOR01N', 'TOR99X', /custom_attributes/0/target_point/0, does_not_exist",
        "'\"insurance\":{\"amount\":149.9', '\"insurance\":{\"amount\":149.8', /cod/0, must_be_less_than_or_equal_to_insurance",
        "'ORD-7001', 'O1', /reference/0, too_short",
        "'inpost_locker_standard', 'pigeon', /service/0, does_not_exist",
    })
    void checksALockerShipment(String good, String bad, String where, String word) throws Exception {
        assertThat(locker("ORD-7001")).contains(good);

        Reply refused = create(locker("ORD-7001").replace(good, bad));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("error").asText()).isEqualTo("validation_failed");
        assertThat(refused.json().path("details").at(where).asText()).isEqualTo(word);
        assertThat(inpost.counters().shipments()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"city\":\"Gdynia\",', '', /receiver/0/city/0",
        "'\"weight\":{\"amount\":\"1.2\",\"unit\":\"kg\"}', '\"x\":1', /parcels/0/weight/0"
    })
    void checksACourierShipment(String good, String bad, String where) throws Exception {
        assertThat(create(courier("ORD-7001")).status()).isEqualTo(201);

        Reply refused = create(courier("ORD-7001").replace(good, bad));

        assertThat(refused.json().path("details").at(where).asText()).isEqualTo("required");
    }

    @Test
    void checksAmountsAndAddresses() throws Exception {
        String good = locker("ORD-7001");

        assertThat(word(
                        good.replace(
                                "\"cod\":{\"amount\":149.9,\"currency\":\"PLN\"",
                                "\"cod\":{\"amount\":149.9,\"currency\":\"EUR\""),
                        "/cod/0/currency/0"))
                .isEqualTo("invalid");
        assertThat(word(
                        good.replace("\"insurance\":{\"amount\":149.9", "\"insurance\":{\"amount\":\"much\""),
                        "/insurance/0/amount/0"))
                .isEqualTo("invalid");
        assertThat(word(good.replace("\"cod\":{\"amount\":149.9", "\"cod\":{\"amount\":-1"), "/cod/0/amount/0"))
                .isEqualTo("invalid");
        assertThat(word(good.replace("\"email\":\"zofia@mail.example\",", ""), "/receiver/0/email/0"))
                .isEqualTo("required");
        assertThat(word(good.replace("\"service\":\"inpost_locker_standard\",", ""), "/service/0"))
                .isEqualTo("required");
        assertThat(word("no json", "/body/0")).isEqualTo("invalid");
        assertThat(word(locker("R".repeat(101)), "/reference/0")).isEqualTo("too_long");
        assertThat(create(locker("R".repeat(100))).status()).isEqualTo(201);
        assertThat(create(locker("R-3")).status()).isEqualTo(201);
    }

    @Test
    void readsOnlyJson() throws Exception {
        Reply reply = http.send(
                "POST",
                url("/v1/organizations/41/shipments"),
                locker("ORD-7001"),
                "Authorization",
                "Bearer " + TOKEN,
                "Content-Type",
                "text/plain");

        assertThat(reply.status()).isEqualTo(415);
        assertThat(inpost.counters().shipments()).isZero();
    }

    @Test
    void confirmationIsSeenWhereverOneLooks() throws Exception {
        restart(settings().confirmation(Pace.onClock(Duration.ofSeconds(30))));
        String listed = create(locker("ORD-7001")).json().path("id").asText();
        String labelled = create(locker("ORD-7002")).json().path("id").asText();
        String cancelled = create(locker("ORD-7003")).json().path("id").asText();
        clock.advance(Duration.ofSeconds(30));

        assertThat(get("/v1/shipments/" + labelled + "/label").status()).isEqualTo(200);
        assertThat(delete(cancelled).status()).isEqualTo(400);
        JsonNode found = list("?id=" + listed).json().at("/items/0");
        assertThat(found.path("status").asText()).isEqualTo("confirmed");
        assertThat(found.at("/offers/0/status").asText()).isEqualTo("bought");
        assertThat(found.at("/transactions/0/status").asText()).isEqualTo("success");
    }

    @Test
    void theListFiltersByEveryPart() throws Exception {
        String locker = create(locker("ORD-7001")).json().path("id").asText();
        clock.advance(Duration.ofMinutes(1));
        create(courier("ORD-7002"));
        inpost.parcels().moveTo("ORD-7001", "confirmed");
        String number = read(locker).path("tracking_number").asText();

        assertThat(references("?service=inpost_courier_standard")).containsExactly("ORD-7002");
        assertThat(references("?tracking_number=" + number)).containsExactly("ORD-7001");
        assertThat(references("?created_at_lteq=2026-11-21T10:00:00Z")).containsExactly("ORD-7001");
        assertThat(references("?created_at_lteq=2026-11-21T10:01:00Z")).hasSize(2);
    }

    @Test
    void letsOnlyItsOwnerIn() throws Exception {
        Reply stranger = http.send("GET", url("/v1/organizations/41/shipments"), "", "Authorization", "Bearer x");
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.json().path("error").asText()).isEqualTo("token_invalid");

        assertThat(get("/v1/organizations/42/shipments").json().path("error").asText())
                .isEqualTo("access_forbidden");
        assertThat(get("/v1/shipments/7").json().path("error").asText()).isEqualTo("resource_not_found");
        assertThat(http.send("GET", url("/v1/tracking/7"), "").status())
                .as("public")
                .isEqualTo(404);
    }

    @Test
    void showsItsPoints() throws Exception {
        assertThat(http.send("GET", url("/v1/points"), "").json().path("items").findValuesAsText("name"))
                .containsExactly("GDA05B", "KRA010", "POZ08A", "TOR01N", "WAW330M");
        assertThat(http.send("GET", url("/v1/points/TOR01N"), "")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("Operating");
        assertThat(http.send("GET", url("/v1/points/TOR99X"), "").status()).isEqualTo(404);
    }

    @Test
    void goesOnFromItsStateFile() throws Exception {
        Path file = folder.resolve("inpost.json");
        restart(settings().stateFile(file).confirmation(Pace.atOnce()));
        String id = create(locker("ORD-7001")).json().path("id").asText();
        JsonNode before = read(id);

        restart(settings().stateFile(file).confirmation(Pace.atOnce()));

        assertThat(read(id)).isEqualTo(before);
        assertThat(inpost.counters().live()).containsExactly(Map.entry("ORD-7001", 1));
        assertThat(List.of(id))
                .doesNotContain(create(locker("ORD-7002")).json().path("id").asText());
    }

    private String word(String body, String where) throws Exception {
        Reply refused = create(body);
        assertThat(refused.status()).isEqualTo(400);
        return refused.json().path("details").at(where).asText();
    }

    private List<String> references(String query) throws Exception {
        return list(query).json().path("items").findValuesAsText("reference");
    }

    private InPostSettings.Builder settings() {
        return InPostSimulator.builder("41", TOKEN).clock(clock);
    }

    private void restart(InPostSettings.Builder settings) {
        inpost.close();
        inpost = settings.start();
    }

    private Reply create(String body) throws Exception {
        return http.send(
                "POST",
                url("/v1/organizations/41/shipments"),
                body,
                "Authorization",
                "Bearer " + TOKEN,
                "Content-Type",
                "application/json");
    }

    private JsonNode read(String id) throws Exception {
        return get("/v1/shipments/" + id).json();
    }

    private Reply list(String query) throws Exception {
        return get("/v1/organizations/41/shipments" + query);
    }

    private Reply get(String path) throws Exception {
        return http.send("GET", url(path), "", "Authorization", "Bearer " + TOKEN);
    }

    private Reply delete(String id) throws Exception {
        return http.send("DELETE", url("/v1/shipments/" + id), "", "Authorization", "Bearer " + TOKEN);
    }

    private JsonNode track(String number) throws Exception {
        return http.send("GET", url("/v1/tracking/" + number), "").json();
    }

    private String url(String path) {
        return inpost.baseUrl() + path;
    }

    private static String locker(String reference) {
        return "{\"receiver\":{\"first_name\":\"Zofia\",\"last_name\":\"Malinowska\",\"email\":\"zofia@mail.example\","
                + "\"phone\":\"500700800\"},\"parcels\":{\"template\":\"small\"},"
                + "\"insurance\":{\"amount\":149.9,\"currency\":\"PLN\"},\"cod\":{\"amount\":149.9,\"currency\":\"PLN\"},"
                + "\"custom_attributes\":{\"sending_method\":\"parcel_locker\",\"target_point\":\"TOR01N\"},"
                + "\"service\":\"inpost_locker_standard\",\"reference\":\"" + reference + "\"}";
    }

    private static String courier(String reference) {
        return "{\"receiver\":{\"first_name\":\"Zofia\",\"last_name\":\"Malinowska\",\"phone\":\"500700800\","
                + "\"address\":{\"street\":\"Morska\",\"building_number\":\"5\",\"city\":\"Gdynia\","
                + "\"post_code\":\"81-001\",\"country_code\":\"PL\"}},"
                + "\"parcels\":[{\"dimensions\":{\"length\":\"200\",\"width\":\"150\",\"height\":\"100\",\"unit\":\"mm\"},"
                + "\"weight\":{\"amount\":\"1.2\",\"unit\":\"kg\"}}],"
                + "\"service\":\"inpost_courier_standard\",\"reference\":\"" + reference + "\"}";
    }
}
