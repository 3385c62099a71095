package io.orderweave.examples.marketplace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.orderweave.tck.SettableClock;
import io.orderweave.tck.channel.ChannelServer;
import io.orderweave.tck.channel.Facet;
import io.orderweave.tck.channel.OrderDetail;
import io.orderweave.tck.channel.Scenario;
import io.orderweave.tck.channel.TestOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stall, as far as its documentation goes: an invented marketplace of one account, on the JDK's web server. */
class StallServer implements ChannelServer {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOKEN_LIFE_SECONDS = 3_600;

    static {
        // Otherwise each answer waits for the acknowledgement of its head; read once per process.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final SettableClock clock;
    private final HttpServer http;
    /** Of this server alone: limits are kept by client and address, and the system gives an address again. */
    private final String clientId = "shop-" + UUID.randomUUID();

    private final String clientSecret = "stall-secret-" + UUID.randomUUID();
    private final Map<String, StallOrder> orders = new LinkedHashMap<>();
    private final Set<String> tokens = new HashSet<>();
    private boolean revoked;
    private long changes;
    private long oldestCursor;

    StallServer(SettableClock clock, HttpServer http) {
        this.clock = clock;
        this.http = http;
    }

    static StallServer start(SettableClock clock) {
        return started(new StallServer(clock, newHttp()));
    }

    /** The server, answering. */
    static <S extends StallServer> S started(S server) {
        StallServer stall = server;
        stall.http.createContext("/", stall::handle);
        stall.http.start();
        return server;
    }

    static HttpServer newHttp() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    @Override
    public Map<String, String> settings(URI base) {
        return Map.of("url", base.toString(), "client.id", clientId, "client.secret", clientSecret);
    }

    @Override
    public Currency currency() {
        return Currency.getInstance("EUR");
    }

    @Override
    public Set<OrderDetail> tells() {
        return EnumSet.complementOf(EnumSet.of(
                OrderDetail.INVOICE_COMPANY,
                OrderDetail.INVOICE_STREET,
                OrderDetail.INVOICE_TAX_ID,
                OrderDetail.PICKUP_POINT));
    }

    @Override
    public Set<Scenario> scenarios() {
        return EnumSet.allOf(Scenario.class);
    }

    @Override
    public synchronized String place(TestOrder order) {
        String id = "ST-" + (1_000 + orders.size());
        StallOrder placed = StallOrder.of(id, order, clock.instant());
        orders.put(id, placed);
        placed.changedAt = ++changes;
        return id;
    }

    @Override
    public synchronized void change(String externalId) {
        order(externalId).change();
        touch(externalId);
    }

    @Override
    public synchronized void play(Scenario scenario, String externalId) {
        switch (scenario) {
            case POISON_ORDER -> ((ObjectNode) order(externalId).document.at("/items/0")).put("price", "ten");
            case UNKNOWN_STATUS -> order(externalId).document.put("status", "bewitched");
            case WRONG_TOTAL -> order(externalId).document.put("total", "1.00");
            case ORDER_VANISHES -> orders.remove(externalId);
            case ORDER_CANCELLED -> order(externalId).document.put("status", "cancelled");
            case NAMED_TWICE -> touch(externalId);
            case CURSOR_FORGOTTEN -> {
                change(externalId);
                oldestCursor = changes;
            }
            case ACCESS_EXPIRES -> tokens.clear();
            case ACCESS_REVOKED -> {
                tokens.clear();
                revoked = true;
            }
        }
        if (orders.containsKey(externalId)) {
            touch(externalId);
        }
    }

    @Override
    public String unknownOrder() {
        return "ST-999999";
    }

    @Override
    public synchronized int landed(Facet facet, String externalId) {
        return facet == Facet.STATUS_UPDATES
                ? order(externalId).statusWrites
                : order(externalId).parcels.size();
    }

    @Override
    public void close() {
        http.stop(0);
    }

    final String clientSecret() {
        return clientSecret;
    }

    final boolean has(String id) {
        return orders.containsKey(id);
    }

    final StallOrder order(String id) {
        return Objects.requireNonNull(orders.get(id), id);
    }

    final synchronized void touch(String id) {
        touch(order(id));
    }

    /** Something changed, now. */
    final synchronized void touch(StallDocument one) {
        one.changedAt = ++changes;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Answer answer = answer(exchange, body);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("X-Request-Id", UUID.randomUUID().toString());
            byte[] bytes = answer.body() == null ? new byte[0] : JSON.writeValueAsBytes(answer.body());
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private synchronized Answer answer(HttpExchange exchange, byte[] body) throws IOException {
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        StallRequest request = StallRequest.of(exchange.getRequestMethod(), exchange.getRequestURI(), body);
        if (request.is("token")) {
            return token(authorization);
        }
        return tokens.contains(authorization) ? answer(request) : Answer.bare(401);
    }

    /** What Stall answers somebody who has access. */
    Answer answer(StallRequest request) throws IOException {
        if (request.is("account")) {
            return account();
        }
        if (request.is("orders")) {
            return changes(request);
        }
        StallOrder order = request.path().get(0).equals("orders")
                ? orders.get(request.path().get(1))
                : null;
        if (order == null) {
            return Answer.bare(404);
        }
        return request.path().size() == 2
                ? new Answer(200, order.document)
                : part(request.path().get(2), request, order);
    }

    private Answer part(String part, StallRequest request, StallOrder order) throws IOException {
        if (part.equals("status")) {
            order.document.set("status", request.json().path("status"));
            order.statusWrites++;
            touch(order.document.path("id").asText());
            return Answer.bare(204);
        }
        if (request.method().equals("POST")) {
            order.parcels.add(request.json());
            return Answer.bare(201);
        }
        ObjectNode parcels = JSON.createObjectNode();
        parcels.putArray("parcels").addAll(order.parcels);
        return new Answer(200, parcels);
    }

    private Answer token(String authorization) {
        String pair = clientId + ":" + clientSecret;
        String right = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        if (revoked || !authorization.equals(right)) {
            return Answer.bare(401);
        }
        String token = UUID.randomUUID().toString();
        tokens.add("Bearer " + token);
        return new Answer(
                200, JSON.createObjectNode().put("access_token", token).put("expires_in", TOKEN_LIFE_SECONDS));
    }

    private static Answer account() {
        return new Answer(200, JSON.createObjectNode().put("shop", "shop-7"));
    }

    private Answer changes(StallRequest request) {
        long after = request.after();
        return after >= 0 && after < oldestCursor
                ? Answer.bare(410)
                : new Answer(200, StallDocument.page("orders", orders.values(), after, request.limit()));
    }

    /** What is answered. */
    record Answer(int status, @Nullable JsonNode body) {

        /** An answer without a body. */
        static Answer bare(int status) {
            return new Answer(status, null);
        }
    }
}
