package io.orderweave.tck.channel;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.orderweave.connector.InboundEndpoint;
import io.orderweave.connector.InboundEndpoint.Hint;
import io.orderweave.connector.InboundEndpoint.InboundRequest;
import io.orderweave.connector.InboundEndpoint.Received;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The clauses of {@link InboundEndpoint}: a genuine notification is a hint, any other nothing. A part of {@link ChannelConnectorTck}. */
public abstract class InboundEndpointTck extends ChannelGroup {

    @Test
    void aGenuineNotificationIsAHint() {
        String order = order();

        Received received = endpoint().handle(notification(order));

        assertThat(received.response().status()).isBetween(200, 299);
        assertThat(received.hints()).isNotEmpty().isSubsetOf(new Hint.OrderChanged(order), new Hint.OrdersChanged());
    }

    @Test
    void aNotificationWithoutASignatureIsRefused() {
        InboundRequest genuine = notification(order());

        assertRefused(
                "without headers and query",
                new InboundRequest(genuine.method(), genuine.path(), Map.of(), Map.of(), genuine.body()));
    }

    @Test
    void aNotificationWithAnotherSignatureIsRefused() {
        InboundRequest genuine = notification(order());

        assertRefused("headers begin otherwise", with(genuine, altered(genuine.headers(), 0)));
        assertRefused("headers go on otherwise", with(genuine, altered(genuine.headers(), 1)));
        assertRefused("blank headers", with(genuine, replaced(genuine.headers(), " ")));
        assertRefused("huge headers", with(genuine, replaced(genuine.headers(), "ż".repeat(100_000))));
    }

    @Test
    void aBodyAlteredByAByteIsRefused() {
        InboundRequest genuine = notification(order());
        // Seen with its own body, the signature is still good for no other.
        endpoint().handle(genuine);

        for (int place = 0; place < genuine.body().length; place++) {
            byte[] altered = genuine.body().clone();
            altered[place] ^= 1;
            assertRefused("byte " + place, with(genuine, altered));
        }
    }

    @Test
    void aBodyOfAnotherLengthIsRefused() {
        InboundRequest genuine = notification(order());
        byte[] body = genuine.body();

        assertRefused("empty", with(genuine, new byte[0]));
        assertRefused("cut", with(genuine, Arrays.copyOf(body, body.length - 1)));
        assertRefused("longer", with(genuine, Arrays.copyOf(body, body.length + 1)));
        assertRefused("twice", with(genuine, (text(body) + text(body)).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theSignatureOfAnotherNotificationIsRefused() {
        claimed(Facet.INBOUND_ENDPOINT);
        List<String> orders = place(2);
        InboundRequest first = notification(orders.get(0));
        InboundRequest second = notification(orders.get(1));
        assumeFalse(Arrays.equals(first.body(), second.body()), "notifications do not say what they are about");

        assertRefused("headers of another", with(first, second.body()));
    }

    @Test
    void callsNobody() {
        InboundRequest genuine = notification(order());
        int before = proxy.count();

        endpoint().handle(genuine);
        endpoint().handle(with(genuine, new byte[] {1}));

        assertThat(proxy.count()).isEqualTo(before);
    }

    @Test
    void aNotificationThatComesAgainIsTheSameHint() {
        InboundRequest genuine = notification(order());
        List<Hint> first = endpoint().handle(genuine).hints();

        assertThat(endpoint().handle(genuine).hints()).isEqualTo(first);
        assertThat(newConnector()
                        .inboundEndpoint()
                        .orElseThrow()
                        .handle(genuine)
                        .hints())
                .isEqualTo(first);
    }

    @Test
    void pollingBringsTheOrderAllTheSame() {
        String order = order();
        endpoint().handle(notification(order));

        assertThat(everything()).containsKey(order);
    }

    @Test
    void anOrderNobodyNotifiedOfIsPolled() {
        List<String> orders = place(2);
        claimed(Facet.INBOUND_ENDPOINT);
        endpoint().handle(notification(orders.get(0)));

        assertThat(everything()).containsKeys(orders.get(0), orders.get(1));
    }

    private String order() {
        claimed(Facet.INBOUND_ENDPOINT);
        return place(1).get(0);
    }

    private InboundRequest notification(String order) {
        return server.notifications().orderChanged(order);
    }

    private InboundEndpoint endpoint() {
        return connector.inboundEndpoint().orElseThrow();
    }

    private void assertRefused(String what, InboundRequest request) {
        Received received = endpoint().handle(request);

        assertThat(received.response().status()).as(what).isBetween(400, 499);
        assertThat(received.hints()).as(what).isEmpty();
        assertThat(received.response().body()).as(what).doesNotContain(secrets());
    }

    private static InboundRequest with(InboundRequest request, byte[] body) {
        return new InboundRequest(request.method(), request.path(), request.query(), request.headers(), body);
    }

    private static InboundRequest with(InboundRequest request, Map<String, List<String>> headers) {
        return new InboundRequest(request.method(), request.path(), request.query(), headers, request.body());
    }

    /** With another character at so many halves of each value. The last one is left: of a Base64 text it need not count. */
    private static Map<String, List<String>> altered(Map<String, List<String>> headers, int halves) {
        return headers.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        header -> header.getValue().stream()
                                .map(value -> altered(value, value.length() * halves / 2))
                                .toList()));
    }

    private static String altered(String value, int place) {
        char other = value.charAt(place) == 'A' ? 'B' : 'A';
        return value.substring(0, place) + other + value.substring(place + 1);
    }

    private static Map<String, List<String>> replaced(Map<String, List<String>> headers, String value) {
        return headers.keySet().stream().collect(toMap(name -> name, name -> List.of(value)));
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
