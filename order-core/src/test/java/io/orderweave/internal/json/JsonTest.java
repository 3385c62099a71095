package io.orderweave.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.error.OrderweaveException;
import io.orderweave.order.Order;
import io.orderweave.testing.TestOrders;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void anOrderReadsBackEqual() {
        Order order = TestOrders.rich();

        byte[] json = Json.bytes(order);

        assertThat(Json.read(json, Order.class)).isEqualTo(order);
        assertThat(Json.read(Json.tree(order), Order.class)).isEqualTo(order);
    }

    @Test
    void conveniencesAreNotWritten() {
        assertThat(new String(Json.bytes(TestOrders.rich()), StandardCharsets.UTF_8))
                .doesNotContain("held", "axes", "computedTotal", "totalMismatch");
    }

    @Test
    void aFaultyDocumentIsNamedWithoutItsContent() {
        byte[] broken = "{\"id\":\"secret-name\",\"lines\":[{]".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Json.read(broken, Order.class))
                .isInstanceOf(OrderweaveException.class)
                .hasMessageContaining("Order")
                .hasMessageContaining("line 1")
                .hasNoCause()
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("secret-name");
    }

    @Test
    void aFaultWithoutAPlaceIsNamedWithoutOne() {
        assertThatThrownBy(() -> Json.bytes(new Object()))
                .isInstanceOf(OrderweaveException.class)
                .hasMessage("cannot write java.lang.Object as JSON (InvalidDefinitionException)");
    }

    @Test
    void whatIsNotEvenTextIsAFaultLikeAnyOther() {
        byte[] noCharacter = {0, 0, (byte) 0xFE, (byte) 0xFF, 0x7F, 0, 0, 0};

        assertThatThrownBy(() -> Json.tree(noCharacter))
                .isInstanceOf(OrderweaveException.class)
                .hasMessage("stored JSON cannot be read (CharConversionException)");
    }
}
