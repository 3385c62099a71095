package io.orderweave.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Does due effects by plain JDBC: claims some in a transaction, then marks each as done in one of its own. */
final class RawEffects {

    private final BenchBook book;
    private final int atOnce;
    private final String due;
    private final String update;

    RawEffects(BenchBook book, int atOnce) {
        this.book = book;
        this.atOnce = atOnce;
        String table = book.prefix() + "effects";
        due = "SELECT effect_key, version, json FROM " + table + " WHERE due <= ? ORDER BY due, effect_key LIMIT ?"
                + book.lockRows();
        update = "UPDATE " + table + " SET state = ?, due = ?, version = version + 1, json = ?"
                + " WHERE effect_key = ? AND version = ?";
    }

    /** Returns how many were done. */
    int run() throws SQLException {
        int done = 0;
        try (RawBook raw = new RawBook(book)) {
            List<Claim> claims = claim(raw);
            while (!claims.isEmpty()) {
                for (Claim claim : claims) {
                    raw.begin();
                    bind(raw.prepared(update), "DONE", false, claim).executeUpdate();
                    raw.commit();
                }
                done += claims.size();
                claims = claim(raw);
            }
        }
        return done;
    }

    static long count(BenchBook book, String state) throws SQLException {
        String sql = "SELECT COUNT(*) FROM " + book.prefix() + "effects WHERE state = ?";
        try (Connection connection = book.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, state);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private List<Claim> claim(RawBook raw) throws SQLException {
        raw.begin();
        List<Claim> claims = new ArrayList<>();
        PreparedStatement select = raw.prepared(due);
        select.setLong(1, micros(Instant.now()));
        select.setInt(2, atOnce);
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                claims.add(new Claim(rows.getString(1), rows.getLong(2) + 1, rows.getBytes(3)));
            }
        }
        PreparedStatement statement = raw.prepared(update);
        for (Claim claim : claims) {
            bind(statement, "CLAIMED", true, new Claim(claim.key(), claim.version() - 1, claim.json()))
                    .addBatch();
        }
        if (!claims.isEmpty()) {
            statement.executeBatch();
        }
        raw.commit();
        return claims;
    }

    private static PreparedStatement bind(PreparedStatement statement, String state, boolean looksAgain, Claim claim)
            throws SQLException {
        statement.setString(1, state);
        if (looksAgain) {
            statement.setLong(2, micros(Instant.now().plusSeconds(90)));
        } else {
            statement.setNull(2, Types.BIGINT);
        }
        statement.setBytes(3, claim.json());
        statement.setString(4, claim.key());
        statement.setLong(5, claim.version());
        return statement;
    }

    private static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    /** An effect of ours, by the version that its claim gave it. */
    @SuppressWarnings("ArrayRecordComponent") // bytes are handed over, never compared
    private record Claim(String key, long version, byte[] json) {}
}
