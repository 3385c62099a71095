package io.orderweave.benchmarks;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Fills a ledger with effects that were done long ago, as a shop's ledger is. */
final class DoneEffects {

    private static final int AT_ONCE = 10_000;

    /** About as long as the content of a real one. */
    private static final byte[] CONTENT = ("{\"filler\":\"" + "x".repeat(600) + "\"}").getBytes(StandardCharsets.UTF_8);

    private DoneEffects() {}

    static void insert(BenchBook book, int count) throws SQLException {
        String sql =
                "INSERT INTO " + book.prefix() + "effects (effect_key, subject, kind, connection, state, created_at,"
                        + " version, schema_number, json) VALUES (?, ?, 'status', 'channel', 'DONE', ?, 3, 1, ?)";
        long first = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse("2024-01-01T00:00:00Z"));
        try (Connection connection = book.connect();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            connection.setAutoCommit(false);
            for (int i = 0; i < count; i++) {
                String subject = "order/" + "%032x".formatted(i);
                insert.setString(1, subject + "/status/packing-" + Integer.toHexString(i));
                insert.setString(2, subject);
                insert.setLong(3, first + i * 1_000_000L);
                insert.setBytes(4, CONTENT);
                insert.addBatch();
                if (i % AT_ONCE == AT_ONCE - 1) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
            insert.executeBatch();
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
