package io.orderweave.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expects faults. */
final class Faults {

    private Faults() {}

    static void assertFault(ThrowingCallable call, FaultCategory category, String... words) {
        OrderweaveException fault = catchThrowableOfType(OrderweaveException.class, call);
        assertThat(fault).isNotNull();
        assertThat(fault.category()).isEqualTo(category);
        for (String word : words) {
            assertThat(fault).hasMessageContaining(word);
        }
    }
}
