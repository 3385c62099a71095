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
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stall, as far as its documentation goes: an invented marketplace of one account, on the JDK's web server. */
final class StallServer implements ChannelServer {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOKEN_LIFE_SECONDS = 3_600;

    static {
        // Otherwise each answer waits for the acknowledgement of its head; read once per process.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final SettableClock clock;
    private final HttpServer http;
    private final String clientSecret = "stall-secret-" + UUID.randomUUID();
    private final Map<String, StallOrder> orders = new LinkedHashMap<>();
    private final Set<String> tokens = new HashSet<>();
    private boolean revoked;
    private long changes;
    private long oldestCursor;

    private StallServer(SettableClock clock, HttpServer http) {
        this.clock = clock;
        this.http = http;
    }

    static StallServer start(SettableClock clock) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
            StallServer server = new StallServer(clock, http);
            http.createContext("/", server::handle);
            http.start();
            return server;
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
        return Map.of("url", base.toString(), "client.id", "shop-7", "client.secret", clientSecret);
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

    private StallOrder order(String id) {
        return Objects.requireNonNull(orders.get(id), id);
    }

    private void touch(String id) {
        order(id).changedAt = ++changes;
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
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        if (path.length == 2 && path[1].equals("token")) {
            return token(authorization);
        }
        if (!tokens.contains(authorization)) {
            return Answer.bare(401);
        }
        if (path.length == 2) {
            return path[1].equals("account") ? account() : changes(exchange.getRequestURI());
        }
        StallOrder order = path.length > 2 ? orders.get(path[2]) : null;
        if (order == null) {
            return Answer.bare(404);
        }
        return path.length == 3
                ? new Answer(200, order.document)
                : part(path[3], exchange.getRequestMethod(), order, body);
    }

    private Answer part(String part, String method, StallOrder order, byte[] body) throws IOException {
        if (part.equals("status")) {
            order.document.set("status", JSON.readTree(body).path("status"));
            order.statusWrites++;
            touch(order.document.path("id").asText());
            return Answer.bare(204);
        }
        if (method.equals("POST")) {
            order.parcels.add((ObjectNode) JSON.readTree(body));
            return Answer.bare(201);
        }
        ObjectNode parcels = JSON.createObjectNode();
        parcels.putArray("parcels").addAll(order.parcels);
        return new Answer(200, parcels);
    }

    private Answer token(String authorization) {
        String pair = "shop-7:" + clientSecret;
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

    /** Orders in the order of their last change, each once. */
    private Answer changes(URI uri) {
        long after = parameter(uri, "after").map(Long::parseLong).orElse(-1L);
        if (after >= 0 && after < oldestCursor) {
            return Answer.bare(410);
        }
        int limit = Integer.parseInt(parameter(uri, "limit").orElse("50"));
        List<StallOrder> later = orders.values().stream()
                .filter(order -> order.changedAt > after)
                .sorted(Comparator.comparingLong(order -> order.changedAt))
                .toList();
        List<StallOrder> page = later.subList(0, Math.min(limit, later.size()));
        ObjectNode answer = JSON.createObjectNode();
        page.forEach(order -> answer.withArray("orders").add(order.document));
        answer.withArray("orders");
        long cursor = page.isEmpty() ? Math.max(after, 0) : page.get(page.size() - 1).changedAt;
        answer.put("cursor", String.valueOf(cursor)).put("more", page.size() < later.size());
        return new Answer(200, answer);
    }

    private static Optional<String> parameter(URI uri, String name) {
        for (String pair : String.valueOf(uri.getQuery()).split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return Optional.of(pair.substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }

    private record Answer(int status, @Nullable JsonNode body) {

        /** An answer without a body. */
        static Answer bare(int status) {
            return new Answer(status, null);
        }
    }
}
