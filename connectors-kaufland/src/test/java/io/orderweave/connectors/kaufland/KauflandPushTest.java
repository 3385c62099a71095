package io.orderweave.connectors.kaufland;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.orderweave.connector.InboundEndpoint;
import io.orderweave.connector.InboundEndpoint.Hint;
import io.orderweave.connector.InboundEndpoint.InboundRequest;
import io.orderweave.connector.InboundEndpoint.Received;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.kaufland.KauflandStorefront;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A host's web server that hands what comes to the connector's endpoint, and a simulated Kaufland that posts to it. */
class KauflandPushTest {

    private static final String URL = "https://shop.example/kaufland?shop=1";

    private final List<Hint> hints = new CopyOnWriteArrayList<>();
    private final List<Integer> statuses = new CopyOnWriteArrayList<>();
    private HttpServer host;
    private SimulatedKaufland world;

    @BeforeEach
    void listen() throws IOException {
        host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String url = "http://127.0.0.1:" + host.getAddress().getPort() + "/push";
        world = new SimulatedKaufland(
                Map.of(
                        KauflandConnectorFactory.PUSH_URL, url,
                        KauflandConnectorFactory.PUSH_EMAIL, "shop@shop.example",
                        KauflandConnectorFactory.STOREFRONTS, "de"),
                settings -> settings);
        host.createContext("/push", this::take);
        host.start();
    }

    @AfterEach
    void close() {
        host.stop(0);
        world.close();
    }

    @Test
    void subscribesOnceAndHearsOfWhatHappens() {
        world.pull();
        assertThat(world.kaufland.counters().activeSubscriptions())
                .hasSize(5)
                .allSatisfy((event, times) -> assertThat(times).isEqualTo(1));
        hints.clear();
        world.newRequests();
        world.pull();
        assertThat(world.newRequests()).as("they are looked at now and then").containsExactly("GET /orders");
        String order = world.kaufland.buyers().place(SimulatedKaufland.order());
        world.kaufland.platform().tell("return_new", "/returns/5/", KauflandStorefront.DE);
        world.kaufland.platform().tell("order_unit_status_changed", "/order-units/5/", KauflandStorefront.DE);

        assertThat(hints)
                .containsExactly(new Hint.OrderChanged(order), new Hint.ReturnsChanged(), new Hint.OrdersChanged());
        assertThat(statuses).containsOnly(200);
        assertThat(world.pull()).as("polling stays the truth").hasSize(1);
        assertThat(world.kaufland.counters().activeSubscriptions()).hasSize(5);
    }

    @Test
    void switchesOnAgainWhatKauflandSwitchedOff() {
        world.pull();
        world.kaufland.platform().disableSubscriptions();
        assertThat(world.kaufland.counters().activeSubscriptions()).isEmpty();

        world.context.clock.advance(Duration.ofHours(7));
        world.pull();

        assertThat(world.kaufland.counters().activeSubscriptions()).hasSize(5);
    }

    @Test
    void pollsOnWhenItCannotSubscribe() {
        host.removeContext("/push");
        world.kaufland.buyers().place(SimulatedKaufland.order());

        assertThat(world.pull()).hasSize(1);
        assertThat(world.kaufland.counters().activeSubscriptions()).isEmpty();
        world.kaufland.faults().on("GET", "/v2/subscriptions").always(Fault.htmlPage());
        world.context.clock.advance(Duration.ofHours(7));
        assertThat(world.pull()).isEmpty();
    }

    @Test
    void takesNothingThatKauflandDidNotSign() {
        String now = Long.toString(TestContext.START.getEpochSecond());
        String early = Long.toString(TestContext.START.getEpochSecond() - 301);
        byte[] body = "{\"event_name\":\"order_new\"}".getBytes(StandardCharsets.UTF_8);
        KauflandSigner own = new KauflandSigner(new KauflandConfig.Keys("c", TestContext.SECRET_KEY), Optional.empty());
        KauflandSigner other = new KauflandSigner(new KauflandConfig.Keys("c", "other"), Optional.empty());
        InboundEndpoint push = endpoint();

        assertThat(status(push, post(headers(own, body, now), body))).isEqualTo(200);
        assertThat(status(push, post(headers(other, body, now), body))).isEqualTo(401);
        assertThat(status(push, post(headers(own, body, early), body))).isEqualTo(401);
        assertThat(status(push, post(headers(own, body, now), "{}".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(401);
        assertThat(status(push, post(Map.of(), body))).isEqualTo(401);
        assertThat(status(push, post(Map.of("shop-timestamp", List.of("x")), body)))
                .isEqualTo(401);
        assertThat(status(push, new InboundRequest("GET", "/", Map.of(), Map.of(), body)))
                .isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'event_name':'order_new','resource':'/orders/MB7/'} | OrderChanged[externalId=MB7]",
                "{'event_name':'order_new','resource':'https://sellerapi.kaufland.com/v2/orders/MB7'} | OrderChanged[externalId=MB7]",
                "{'event_name':'order_new','resource':'/orders/../units'} | OrdersChanged[]",
                "{'event_name':'order_unit_new'} | OrdersChanged[]",
                "{'event_name':'return_unit_status_changed'} | ReturnsChanged[]",
                "{'event_name':'item_unit_changed'} | CatalogChanged[]",
                "{'event_name':'something_new'} | ''",
                "{'event_name':{}} | ''",
                "[] | ''",
                "callback verification | ''"
            })
    void hintsAtWhatChangedAndAtNothingItDoesNotKnow(String json, String hint) {
        byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        KauflandSigner own = new KauflandSigner(new KauflandConfig.Keys("c", TestContext.SECRET_KEY), Optional.empty());

        Received received =
                endpoint().handle(post(headers(own, body, Long.toString(TestContext.START.getEpochSecond())), body));

        assertThat(received.response().status()).isEqualTo(200);
        assertThat(received.hints()).extracting(Object::toString).isEqualTo(hint.isEmpty() ? List.of() : List.of(hint));
    }

    @Test
    void hasNoEndpointWithoutAnAddress() {
        try (SimulatedKaufland quiet = new SimulatedKaufland()) {
            assertThat(quiet.connector.inboundEndpoint()).isEmpty();
            quiet.pull();
            assertThat(quiet.newRequests()).containsExactly("GET /orders");
        }
    }

    private static InboundEndpoint endpoint() {
        return new TestContext()
                .connector(
                        "http://127.0.0.1:1/v2",
                        Map.of(
                                KauflandConnectorFactory.PUSH_URL,
                                URL,
                                KauflandConnectorFactory.PUSH_EMAIL,
                                "shop@shop.example"))
                .inboundEndpoint()
                .orElseThrow();
    }

    private static Map<String, List<String>> headers(KauflandSigner signer, byte[] body, String timestamp) {
        Map<String, String> signed = signer.sign("POST", URL, body, Instant.ofEpochSecond(Long.parseLong(timestamp)));
        Map<String, List<String>> headers = new HashMap<>();
        signed.forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        return headers;
    }

    private static InboundRequest post(Map<String, List<String>> headers, byte[] body) {
        return new InboundRequest("POST", "/kaufland", Map.of(), headers, body);
    }

    private static int status(InboundEndpoint endpoint, InboundRequest request) {
        Received received = endpoint.handle(request);
        assertThat(received.hints()).hasSize(received.response().status() == 200 ? 1 : 0);
        return received.response().status();
    }

    /** What a host does with a request. */
    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, List<String>> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
            Received received = world.connector
                    .inboundEndpoint()
                    .orElseThrow()
                    .handle(new InboundRequest(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath(),
                            Map.of(),
                            headers,
                            exchange.getRequestBody().readAllBytes()));
            hints.addAll(received.hints());
            statuses.add(received.response().status());
            exchange.sendResponseHeaders(
                    received.response().status(), received.response().bytes().length);
            exchange.getResponseBody().write(received.response().bytes());
        }
    }
}
