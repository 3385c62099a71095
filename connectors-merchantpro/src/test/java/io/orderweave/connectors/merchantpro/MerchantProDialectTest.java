package io.orderweave.connectors.merchantpro;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MerchantProDialectTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void asksFromADayEarlierWhereAfterMayLeaveTheDayOut() {
        assertThat(MerchantProDialect.CREATED_AFTER.since(DAY))
                .isEqualTo(Map.of("created_after", "2026-02-28", "sort", "date_created.desc"));
        assertThat(MerchantProDialect.CREATED.since(DAY))
                .isEqualTo(Map.of("created[gt]", "2026-02-28", "sort", "date_created.desc"));
        assertThat(MerchantProDialect.MODIFIED.since(DAY))
                .isEqualTo(Map.of("modified[gte]", "2026-03-01", "sort", "date_modified.desc"));
        assertThat(MerchantProDialect.ALL.since(DAY)).isEmpty();
    }

    @Test
    void isKnownByItsWord() {
        for (MerchantProDialect dialect : MerchantProDialect.values()) {
            assertThat(MerchantProDialect.named(dialect.word())).contains(dialect);
        }
        assertThat(MerchantProDialect.named("updated")).isEmpty();
    }
}
