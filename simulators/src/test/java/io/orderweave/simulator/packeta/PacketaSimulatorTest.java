package io.orderweave.simulator.packeta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.simulator.CourierCounters;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.Pace;
import io.orderweave.simulator.SimulatorClock;
import io.orderweave.simulator.TestHttp;
import io.orderweave.simulator.TestHttp.Reply;
import io.orderweave.simulator.internal.XmlElement;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketaSimulatorTest {

    private static final String PASSWORD = "tests0only0tests0only0tests0only";

    @TempDir
    Path folder;

    private final SimulatorClock clock = SimulatorClock.at(Instant.parse("2026-11-21T10:00:00Z"));
    private final TestHttp http = new TestHttp();
    private PacketaSimulator packeta = settings().start();

    @AfterEach
    void close() {
        packeta.close();
    }

    @Test
    void aPacketGetsAnIdAboveThirtyTwoBits() throws Exception {
        XmlElement result = ok(create("OBJ-501"));

        assertThat(result.textOf("id")).isEqualTo("4154090001");
        assertThat(result.textOf("barcode")).isEqualTo("Z4154090001");
        assertThat(result.textOf("barcodeText")).isEqualTo("Z 415 4090 001");
        assertThat(status("4154090001").textOf("statusCode")).isEqualTo("1");
    }

    @Test
    void faultsComeWithStatus200() throws Exception {
        Reply reply = post("<packetStatus><apiPassword>wrong</apiPassword><packetId>1</packetId></packetStatus>");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.response().headers().firstValue("Content-Type")).contains("text/xml; charset=utf-8");
        XmlElement fault = XmlElement.parse(reply.response().body()).orElseThrow();
        assertThat(fault.name()).isEqualTo("response");
        assertThat(fault.textOf("status")).isEqualTo("fault");
        assertThat(fault.textOf("fault")).isEqualTo("IncorrectApiPasswordFault");
    }

    @ParameterizedTest
    @CsvSource({
        "<number>OBJ-501</number>, '', number",
        "<surname>Nováková</surname>, <surname>#</surname>, surname",
        "<email>jana@mail.example</email>, '', email",
        "<phone>+420601555020</phone>, <phone>call me</phone>, phone",
        "<addressId>52</addressId>, <addressId>53</addressId>, addressId",
        "<addressId>52</addressId>, '', addressId",
        "<addressId>52</addressId>, <addressId>3060</addressId>, carrierPickupPoint",
        "<addressId>52</addressId>, <addressId>106</addressId>, street",
        "<cod>499</cod>, <cod>499.50</cod>, cod",
        "<cod>499</cod>, <cod>all of it</cod>, cod",
        "<name>Jana</name>, <name>J@na</name>, name",
        "<email>jana@mail.example</email>, <email>jana</email>, email",
        "<eshop>dobry-sklep</eshop>, <note>a;b</note>, note",
        "<value>499</value>, '', value",
        "<weight>0.8</weight>, <weight>light</weight>, weight",
        "<currency>CZK</currency>, <currency>USD</currency>, currency"
    })
    void checksAttributes(String good, String bad, String attribute) throws Exception {
        String body = packet("OBJ-501");
        assertThat(body).contains(good);
        // Either email or phone is enough, so the one under test must be alone.
        String alone = attribute.equals("email") ? body.replace("<phone>+420601555020</phone>", "") : body;

        for (String operation : List.of("createPacket", "packetAttributesValid")) {
            XmlElement fault = call(operation, alone.replace(good, bad));

            assertThat(fault.textOf("fault")).isEqualTo("PacketAttributesFault");
            XmlElement first = fault.child("detail")
                    .orElseThrow()
                    .child("attributes")
                    .orElseThrow()
                    .children()
                    .get(0);
            assertThat(first.textOf("name")).isEqualTo(attribute);
            assertThat(first.textOf("fault")).isNotEmpty();
        }
        assertThat(packeta.counters().shipments()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"EUR, 19.90, ok", "HUF, 4995, ok", "HUF, 4993, fault", "CZK, 500.0, ok"})
    void collectsAmountsAsTheCurrencyAllows(String currency, String amount, String expected) throws Exception {
        String body = packet("OBJ-501")
                .replace("<currency>CZK</currency>", "<currency>" + currency + "</currency>")
                .replace("<cod>499</cod>", "<cod>" + amount + "</cod>");

        assertThat(call("packetAttributesValid", body).textOf("status")).isEqualTo(expected);
    }

    @Test
    void theSameNumberTwiceIsTwoPackets() throws Exception {
        ok(create("OBJ-501"));
        assertThat(packeta.counters().duplicates()).isEmpty();

        ok(create("OBJ-501"));

        CourierCounters counters = packeta.counters();
        assertThat(counters.live()).containsExactly(Map.entry("OBJ-501", 2));
        assertThat(counters.duplicates()).containsExactly("OBJ-501 has 2 live shipments");
        assertThat(counters.cashOnDelivery().get("OBJ-501")).isEqualByComparingTo(new BigDecimal("998"));
    }

    @Test
    void aCutAnswerLeavesOnePacket() throws Exception {
        packeta.faults().onOperation("createPacket").once(Fault.cutAfterWrite());

        assertThatThrownBy(() -> create("OBJ-501")).isInstanceOf(IOException.class);

        assertThat(packeta.counters().live()).containsExactly(Map.entry("OBJ-501", 1));
        assertThat(packeta.requestsByOperation()).containsExactly(Map.entry("createPacket", 1));
        assertThat(status("4154090001").textOf("statusCode"))
                .as("other operations go on")
                .isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"A6 on A6, 298 420", "A7 on A4, 595 842"})
    void labelsAreBase64Pdf(String format, String size) throws Exception {
        ok(create("OBJ-501"));

        String result = call("packetLabelPdf", "<packetId>4154090001</packetId><format>" + format + "</format>")
                .textOf("result");

        String pdf = new String(Base64.getDecoder().decode(result), StandardCharsets.US_ASCII);
        assertThat(pdf).startsWith("%PDF-").contains("Z4154090001").contains("[0 0 " + size + "]");
        assertThat(packeta.counters().labels()).containsExactly(Map.entry("OBJ-501", 1));
    }

    @Test
    void labelsComeInKnownFormatsOnly() throws Exception {
        ok(create("OBJ-501"));

        assertThat(fault("packetLabelPdf", "<packetId>4154090001</packetId><format>A5 on A4</format>"))
                .isEqualTo("UnknownLabelFormatFault");
        assertThat(packeta.counters().labels()).isEmpty();
    }

    @Test
    void onlyWhatNobodyTookOverIsCancelled() throws Exception {
        ok(create("OBJ-501"));
        ok(create("OBJ-502"));
        packeta.packets().moveTo("OBJ-502", 2);

        assertThat(call("cancelPacket", "<packetId>4154090001</packetId>").textOf("status"))
                .isEqualTo("ok");

        assertThat(status("4154090001").textOf("codeText")).isEqualTo("cancelled");
        assertThat(fault("cancelPacket", "<packetId>4154090001</packetId>")).isEqualTo("CancelNotAllowedFault");
        assertThat(fault("cancelPacket", "<packetId>4154090002</packetId>")).isEqualTo("CancelNotAllowedFault");
        assertThat(packeta.counters().cancelled()).containsExactly(Map.entry("OBJ-501", 1));
        assertThat(packeta.counters().live()).containsExactly(Map.entry("OBJ-502", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"packetStatus", "packetTracking", "cancelPacket"})
    void unknownPacketsAreFaults(String operation) throws Exception {
        assertThat(fault(operation, "<packetId>7</packetId>")).isEqualTo("PacketIdFault");
    }

    @Test
    void aPacketTravelsWithTheClockInPragueTime() throws Exception {
        restart(settings().transit(Pace.onClock(Duration.ofHours(8))));
        ok(create("OBJ-501"));

        clock.advance(Duration.ofHours(33));

        List<XmlElement> records =
                ok(call("packetTracking", "<packetId>Z4154090001</packetId>")).children();
        assertThat(records).extracting(it -> it.textOf("statusCode")).containsExactly("1", "2", "3", "4", "5");
        assertThat(records.get(0).textOf("dateTime")).isEqualTo("2026-11-21T11:00:00");
        assertThat(records.get(4).textOf("dateTime")).isEqualTo("2026-11-22T19:00:00");
        assertThat(records.get(4).textOf("branchId")).isEqualTo("52");
        assertThat(status("4154090001").textOf("storedUntil")).isEqualTo("2026-11-29");
    }

    @Test
    void aPacketTravelsWithBeingAskedAbout() throws Exception {
        restart(settings().transit(Pace.perPolls(2)));
        ok(create("OBJ-501"));

        assertThat(status("4154090001").textOf("statusCode")).isEqualTo("1");
        assertThat(ok(call("packetTracking", "<packetId>4154090001</packetId>")).children())
                .hasSize(2);
        assertThat(status("4154090001").textOf("statusCode")).isEqualTo("2");
        assertThat(status("4154090001").textOf("statusCode")).isEqualTo("3");
        assertThat(status("4154090001").textOf("branchId")).isEqualTo("0");
        assertThat(status("4154090001").textOf("storedUntil")).isEmpty();
    }

    @Test
    void nothingIsCancelledThatHasTravelledMeanwhile() throws Exception {
        restart(settings().transit(Pace.onClock(Duration.ofHours(8))));
        ok(create("OBJ-501"));

        clock.advance(Duration.ofHours(8));

        assertThat(fault("cancelPacket", "<packetId>4154090001</packetId>")).isEqualTo("CancelNotAllowedFault");
    }

    @Test
    void aRequestWithoutAttributesLacksThemAll() throws Exception {
        assertThat(fault("createPacket", "")).isEqualTo("PacketAttributesFault");
    }

    @Test
    void aPersonFindsThePacketsOfANumber() throws Exception {
        ok(create("OBJ-501"));
        ok(create("OBJ-502"));
        ok(create("OBJ-501"));

        assertThat(packeta.packets().idsOf("OBJ-501")).containsExactly("4154090001", "4154090003");
        assertThat(packeta.packets().idsOf("OBJ-9")).isEmpty();
    }

    @Test
    void aMovedPacketStaysWhereItWasPut() throws Exception {
        restart(settings().transit(Pace.perPolls(1)));
        ok(create("OBJ-501"));

        packeta.packets().moveTo("OBJ-501", 9);

        assertThat(status("4154090001").textOf("isReturning")).isEqualTo("1");
        assertThat(status("4154090001").textOf("statusCode")).isEqualTo("9");
        assertThatThrownBy(() -> packeta.packets().moveTo("OBJ-9", 7)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hostileXmlIsAFaultAndNothingElse() throws Exception {
        String hostile = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><createPacket>&x;</createPacket>";

        Reply reply = post(hostile);

        assertThat(reply.text()).contains("<status>fault</status>");
        assertThat(XmlElement.parse(post("<sendPigeon/>").response().body())
                        .orElseThrow()
                        .textOf("status"))
                .isEqualTo("fault");
    }

    @Test
    void thereIsOneAddressAndOneMethod() throws Exception {
        assertThat(http.send("GET", packeta.baseUrl() + "/api/rest", "").status())
                .isEqualTo(405);
        assertThat(http.send("POST", packeta.baseUrl() + "/api/soap", "<a/>").status())
                .isEqualTo(404);
    }

    @Test
    void goesOnFromItsStateFile() throws Exception {
        Path file = folder.resolve("packeta.json");
        restart(settings().stateFile(file));
        ok(create("OBJ-501"));

        restart(settings().stateFile(file));

        assertThat(status("4154090001").textOf("statusCode")).isEqualTo("1");
        assertThat(packeta.counters().live()).containsExactly(Map.entry("OBJ-501", 1));
        assertThat(ok(create("OBJ-502")).textOf("id")).isEqualTo("4154090002");
    }

    private PacketaSettings.Builder settings() {
        return PacketaSimulator.builder(PASSWORD).clock(clock);
    }

    private void restart(PacketaSettings.Builder settings) {
        packeta.close();
        packeta = settings.start();
    }

    private XmlElement create(String number) throws Exception {
        return call("createPacket", packet(number));
    }

    private XmlElement status(String id) throws Exception {
        return ok(call("packetStatus", "<packetId>" + id + "</packetId>"));
    }

    private String fault(String operation, String body) throws Exception {
        return call(operation, body).textOf("fault");
    }

    private XmlElement call(String operation, String body) throws Exception {
        Reply reply =
                post("<" + operation + "><apiPassword>" + PASSWORD + "</apiPassword>" + body + "</" + operation + ">");
        return XmlElement.parse(reply.response().body()).orElseThrow();
    }

    private Reply post(String xml) throws Exception {
        return http.send("POST", packeta.baseUrl() + "/api/rest", xml);
    }

    private static XmlElement ok(XmlElement response) {
        assertThat(response.textOf("status")).as("%s", response).isEqualTo("ok");
        return response.child("result").orElseThrow();
    }

    private static String packet(String number) {
        return "<packetAttributes><number>" + number + "</number><name>Jana</name><surname>Nováková</surname>"
                + "<email>jana@mail.example</email><phone>+420601555020</phone><addressId>52</addressId>"
                + "<cod>499</cod><value>499</value><currency>CZK</currency><weight>0.8</weight>"
                + "<eshop>dobry-sklep</eshop></packetAttributes>";
    }
}
