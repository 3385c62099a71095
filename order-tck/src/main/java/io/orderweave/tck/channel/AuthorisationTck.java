package io.orderweave.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.error.FaultCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Access that ends in the middle, and who may see credentials. A part of {@link ChannelConnectorTck}. */
public abstract class AuthorisationTck extends ChannelGroup {

    /** What a connector may spend on finding out that it is locked out: the request, a renewal, each once more. */
    private static final int MOST_REQUESTS = 6;

    @Test
    void accessThatExpiresMidRunIsRenewed() {
        possible(Scenario.ACCESS_EXPIRES);
        List<String> placed = place(12);
        OrderFeedReader reader = new OrderFeedReader();
        List<Item> items = new ArrayList<>(reader.readOne(feed(), 5).items());

        server.play(Scenario.ACCESS_EXPIRES, placed.get(0));
        items.addAll(reader.readAll(feed(), 5));

        assertThat(OrderFeedReader.latest(items)).containsKeys(placed.toArray(new String[0]));
    }

    @Test
    void aWriteWhoseAccessExpiredLandsOnce() {
        possible(Scenario.ACCESS_EXPIRES);
        AnyWrite write = AnyWrite.of(this);
        String order = server.place(TestOrder.paid(1));
        warmUp();

        server.play(Scenario.ACCESS_EXPIRES, order);
        write.send(order);

        assertThat(server.landed(write.facet(), order)).isEqualTo(1);
    }

    @Test
    void accessTakenBackStopsTheConnector() {
        possible(Scenario.ACCESS_REVOKED);
        String order = place(1).get(0);
        warmUp();
        server.play(Scenario.ACCESS_REVOKED, order);

        for (int attempt = 0; attempt < 2; attempt++) {
            int before = proxy.count();

            OutsideFault fault = fault(FaultCategory.AUTHORISATION, () -> feed().poll(Optional.empty(), 5));

            assertThat(fault.reached()).isEqualTo(Reached.NO);
            assertThat(proxy.count() - before).as("requests spent").isLessThanOrEqualTo(MOST_REQUESTS);
        }
    }

    @Test
    void aRefusalOfEveryRequestEnds() {
        warmUp();
        proxy.alwaysReads(Trouble.answer(401, "{}", "Content-Type: application/json"));
        int before = proxy.count();

        OutsideFault fault = fault(FaultCategory.AUTHORISATION, () -> feed().poll(Optional.empty(), 5));

        assertThat(fault.reached()).isEqualTo(Reached.NO);
        assertThat(proxy.count() - before).as("requests spent").isLessThanOrEqualTo(MOST_REQUESTS);
    }

    @Test
    void followsNoRedirectOfARead() {
        warmUp();
        try (FaultProxy elsewhere = FaultProxy.before(server.baseUrl())) {
            proxy.alwaysReads(Trouble.answer(302, "", "Location: " + elsewhere.url() + "/elsewhere"));

            fault(() -> feed().poll(Optional.empty(), 5));

            assertThat(elsewhere.requests()).as("requests that went elsewhere").isEmpty();
        }
    }

    @Test
    void followsNoRedirectOfAWrite() {
        AnyWrite write = AnyWrite.of(this);
        String order = server.place(TestOrder.paid(1));
        warmUp();
        try (FaultProxy elsewhere = FaultProxy.before(server.baseUrl())) {
            proxy.alwaysWrites(Trouble.answer(307, "", "Location: " + elsewhere.url() + "/elsewhere"));

            fault(() -> write.send(order));

            assertThat(elsewhere.requests()).as("requests that went elsewhere").isEmpty();
        }
    }

    @Test
    void noSecretStandsInAnAddress() {
        place(2);
        everything();

        assertThat(proxy.requests())
                .allSatisfy(request -> assertThat(request.target()).doesNotContain(secrets()));
    }
}
