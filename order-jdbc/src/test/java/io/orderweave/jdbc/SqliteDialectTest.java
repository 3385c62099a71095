package io.orderweave.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteDialectTest {

    private final SqliteDialect dialect = new SqliteDialect(Duration.ofSeconds(10));

    @ParameterizedTest
    @CsvSource({
        "5, TRANSIENT, locked",
        "6, TRANSIENT, locked",
        "8, INVALID_CONFIGURATION, read-only",
        "10, TRANSIENT, disk",
        "11, INTERNAL, restore a backup",
        "13, TRANSIENT, no room",
        "14, INVALID_CONFIGURATION, cannot be opened",
        "26, INVALID_CONFIGURATION, not a SQLite database",
        "1, INTERNAL, refused a statement",
    })
    void saysWhatToDoAboutAFault(int code, FaultCategory category, String words) {
        SQLException cause = new SQLException("as the driver says", null, code);

        OrderweaveException fault = dialect.translate(cause, "jdbc:sqlite:book.db");

        assertThat(fault.category()).isEqualTo(category);
        assertThat(fault).hasMessageContainingAll("book.db", words).hasCause(cause);
    }

    @Test
    void tellsAUniqueIndexFromOtherConstraints() {
        assertThat(dialect.isUniqueViolation(new SQLException("UNIQUE constraint failed: t.c", null, 19)))
                .isTrue();
        assertThat(dialect.isUniqueViolation(new SQLException("NOT NULL constraint failed: t.c", null, 19)))
                .isFalse();
        assertThat(dialect.isUniqueViolation(new SQLException("UNIQUE", null, 1)))
                .isFalse();
    }
}
