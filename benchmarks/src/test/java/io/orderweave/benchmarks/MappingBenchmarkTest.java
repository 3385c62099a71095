package io.orderweave.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.OrderFeed;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Comparator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connector's mapping and plain Jackson read the whole of the same order, so that their times can be compared. */
class MappingBenchmarkTest {

    private static final ObjectMapper JACKSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource
    void mapsAnOrderThatAddsUp(Marketplace marketplace) throws IOException {
        OrderFeed.Item item = opened(marketplace).engine();

        assertThat(item).as(item.toString()).isInstanceOf(OrderFeed.Item.Changed.class);
        ChannelOrder order = ((OrderFeed.Item.Changed) item).order();
        BigDecimal sum = order.lines().stream()
                .map(line -> line.total().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .add(order.charges().stream()
                        .map(charge -> charge.amount().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(sum).isEqualByComparingTo(order.total().amount());
        assertThat(order.lines()).hasSizeGreaterThan(1);
        assertThat(order.buyer().address()).isPresent();
        assertThat(order.delivery().recipient()).isPresent();
        assertThat(order.raw().content()).isEqualTo(marketplace.document());
    }

    @ParameterizedTest
    @EnumSource
    void thePeerBindsEveryField(Marketplace marketplace) throws IOException {
        JsonNode bound = JACKSON.valueToTree(opened(marketplace).records());

        JsonNode document = JACKSON.readTree(marketplace.document());
        assertThat(document.equals(numbers(), bound)).as(bound.toString()).isTrue();
    }

    private static MappingBenchmark opened(Marketplace marketplace) throws IOException {
        MappingBenchmark benchmark = new MappingBenchmark();
        benchmark.marketplace = marketplace;
        benchmark.open();
        return benchmark;
    }

    /** 1 is 1.0 and "1.0": an amount that was sent as text is bound as a number. */
    private static Comparator<JsonNode> numbers() {
        return (one, other) ->
                one.equals(other) || (isNumber(one) && amount(one).compareTo(amount(other)) == 0) ? 0 : 1;
    }

    private static boolean isNumber(JsonNode node) {
        return node.isNumber() || node.asText().matches("\\d+\\.\\d+");
    }

    private static BigDecimal amount(JsonNode node) {
        return new BigDecimal(node.asText());
    }
}
