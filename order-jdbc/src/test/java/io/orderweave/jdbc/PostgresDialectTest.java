package io.orderweave.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresDialectTest {

    private static final String DATABASE = "jdbc:postgresql://db.example/shop";

    private final PostgresDialect dialect = new PostgresDialect(Duration.ofSeconds(10), () -> Duration.ZERO);

    @ParameterizedTest
    @CsvSource({
        "08001, TRANSIENT, cannot be reached",
        "08006, TRANSIENT, cannot be reached",
        "57P01, TRANSIENT, cannot be reached",
        "57P03, TRANSIENT, cannot be reached",
        "25P03, TRANSIENT, cannot be reached",
        "57014, TRANSIENT, cancelled",
        "55P03, TRANSIENT, locked by another transaction",
        "40001, STALE_VERSION, repeat the change",
        "40P01, STALE_VERSION, deadlock",
        "53100, TRANSIENT, short of disk",
        "53300, TRANSIENT, short of disk",
        "28P01, INVALID_CONFIGURATION, check user",
        "3D000, INVALID_CONFIGURATION, check user",
        "3F000, INVALID_CONFIGURATION, schema",
        "42501, INVALID_CONFIGURATION, rights",
        "25006, INVALID_CONFIGURATION, read-only",
        "54000, INVALID_REQUEST, too long",
        "23502, INTERNAL, refused a statement",
        "42P01, INTERNAL, refused a statement",
    })
    void saysWhatToDoAboutAFault(String state, FaultCategory category, String words) {
        OrderweaveException fault = dialect.translate(new SQLException("as the driver says", state), DATABASE);

        assertThat(fault.category()).isEqualTo(category);
        assertThat(fault).hasMessageContainingAll(DATABASE, words);
        assertThat(fault)
                .cause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        cause -> assertThat(cause.getSQLState()).isEqualTo(state));
    }

    @Test
    void aPoolWithoutConnectionIsAnOutage() {
        for (SQLException fault : List.of(
                new SQLTransientConnectionException("the pool is empty"), new SQLRecoverableException("it is gone"))) {
            assertThat(dialect.translate(fault, DATABASE).category()).isEqualTo(FaultCategory.TRANSIENT);
        }
    }

    @Test
    void quotesTheDriverOnTheNetworkAndNeverOnRows() {
        assertThat(printed(new SQLException("Connection to db.example:5432 refused", "08001")))
                .contains("Connection to db.example:5432 refused");
        assertThat(printed(new SQLException("Key (number)=(Jana) already exists", "23505")))
                .contains("23505")
                .doesNotContain("Jana");
        assertThat(printed(new BatchUpdateException(
                        "Batch entry 0 INSERT INTO t VALUES ('Jana') was aborted", "08006", new int[0])))
                .doesNotContain("Jana");
    }

    @Test
    void tellsAUniqueIndexFromOtherConstraints() {
        assertThat(dialect.isUniqueViolation(new SQLException("", "23505"))).isTrue();
        assertThat(dialect.isUniqueViolation(new SQLException("", "23502"))).isFalse();
        assertThat(dialect.isUniqueViolation(new SQLException(""))).isFalse();
    }

    private String printed(SQLException cause) {
        StringWriter all = new StringWriter();
        dialect.translate(cause, DATABASE).printStackTrace(new PrintWriter(all));
        return all.toString();
    }
}
