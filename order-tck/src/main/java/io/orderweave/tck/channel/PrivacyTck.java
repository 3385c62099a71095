package io.orderweave.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connector.OrderFeed.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Secrets and personal data stand in no log, message or {@code toString}. A part of {@link ChannelConnectorTck}. */
public abstract class PrivacyTck extends ChannelGroup {

    private static final Logger LOG = LoggerFactory.getLogger(PrivacyTck.class);

    @Test
    void theLogIsCapturedAtEveryLevel() {
        String mark = UUID.randomUUID().toString();

        LOG.trace("The kit's mark {}", mark);

        assertThat(channel().log()).as("what was logged at TRACE").contains(mark);
    }

    @Test
    void readingLogsNothingPrivate() {
        int before = channel().log().length();
        List<String> placed = place(4);
        server.play(Scenario.POISON_ORDER, placed.get(1));
        everything();
        server.change(placed.get(0));
        everything();
        if (channel().facets().contains(Facet.ORDER_READER)) {
            connector.orderReader().orElseThrow().read(placed.get(2));
        }

        assertLogIsClean(before);
    }

    @Test
    void writingLogsNothingPrivate() {
        AnyWrite write = AnyWrite.of(this);
        int before = channel().log().length();
        String order = server.place(TestOrder.paid(1));
        write.send(order);
        write.send(server.unknownOrder());

        assertLogIsClean(before);
    }

    @Test
    void troubleLogsNothingPrivate() {
        int before = channel().log().length();
        place(2);
        warmUp();
        String echo = "{\"message\":\"" + TestOrder.paid(1).buyer().email().orElseThrow() + "\",\"code\":\""
                + TestOrder.paid(1).buyer().personName().orElseThrow() + "\"}";
        List<Trouble> troubles = List.of(
                Trouble.answer(400, echo, "Content-Type: application/json"),
                Trouble.answer(422, echo, "Content-Type: application/json"),
                Trouble.answer(500, echo, "Content-Type: application/json"),
                Trouble.answer(401, echo, "Content-Type: application/json"),
                Trouble.answer(200, echo + "}", "Content-Type: application/json"),
                Trouble.truncated(),
                Trouble.cutAfter());
        for (Trouble trouble : troubles) {
            proxy.calm();
            proxy.alwaysReads(trouble);

            fault(() -> feed().poll(Optional.empty(), 5));
        }

        assertLogIsClean(before);
    }

    @Test
    void refusalsOfWritesQuoteNothingPrivate() {
        AnyWrite write = AnyWrite.of(this);
        int before = channel().log().length();
        String order = server.place(TestOrder.paid(1));
        warmUp();
        String name = TestOrder.paid(1).recipient().personName().orElseThrow();
        proxy.alwaysWrites(Trouble.answer(
                422,
                "{\"errors\":[{\"code\":\"" + name + "\",\"message\":\"" + name + "\"}],\"error\":\"" + name + "\"}",
                "Content-Type: application/json"));

        assertThat(String.valueOf(write.send(order))).doesNotContain(personal()).doesNotContain(secrets());
        assertLogIsClean(before);
    }

    @Test
    void losingAccessLogsNothingPrivate() {
        possible(Scenario.ACCESS_REVOKED);
        int before = channel().log().length();
        String order = place(1).get(0);
        everything();
        List<String> secrets = new ArrayList<>(secrets());
        server.play(Scenario.ACCESS_REVOKED, order);

        OutsideFault fault = fault(() -> feed().poll(Optional.empty(), 5));

        assertThat(fault.getMessage()).doesNotContain(secrets);
        assertThat(channel().log().substring(before)).doesNotContain(secrets);
    }

    @Test
    void nothingPrintsWhatIsPrivate() {
        List<String> placed = place(3);
        server.play(Scenario.POISON_ORDER, placed.get(1));
        Map<String, Item> items = everything();

        assertThat(items.values())
                .allSatisfy(item ->
                        assertThat(item.toString()).doesNotContain(personal()).doesNotContain(secrets()));
        assertThat(connector.toString() + connector.profile() + factory() + settings)
                .doesNotContain(personal())
                .doesNotContain(secrets());
    }
}
