package io.orderweave.couriers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.connection.OutsideFault;
import io.orderweave.error.FaultCategory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfLabelTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "%PD", "<html>%PDF-1.4</html>", "{\"error\":\"invalid_action\"}", "^XA^XZ"})
    void believesTheFirstBytesOnly(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> PdfLabel.of(bytes, "label"))
                .isInstanceOfSatisfying(
                        OutsideFault.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.CONTRACT))
                .hasMessageContaining("label")
                .hasMessageContaining(bytes.length + " bytes");
    }
}
