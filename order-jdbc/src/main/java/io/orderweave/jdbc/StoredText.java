package io.orderweave.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Texts as columns hold them. PostgreSQL refuses U+0000 and SQLite's own functions cut a text off there, so it is written as
 * two characters, and U+0001, which begins such a pair, too. Equality and the order by code point stay what they were.
 */
final class StoredText {

    private static final char MARK = '\u0001';
    private static final char NUL_FOLLOWS = '\u0001';
    private static final char MARK_FOLLOWS = '\u0002';

    private StoredText() {}

    static String encode(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder stored = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character > MARK) {
                stored.append(character);
            } else {
                stored.append(MARK).append(character == MARK ? MARK_FOLLOWS : NUL_FOLLOWS);
            }
        }
        return stored.toString();
    }

    /** Every text that is written passes here: no stream. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= MARK) {
                return false;
            }
        }
        return true;
    }

    static String decode(String stored) {
        if (stored.indexOf(MARK) < 0) {
            return stored;
        }
        StringBuilder text = new StringBuilder(stored.length());
        for (int i = 0; i < stored.length(); i++) {
            char character = stored.charAt(i);
            if (character == MARK && i + 1 < stored.length()) {
                i++;
                text.append(stored.charAt(i) == MARK_FOLLOWS ? MARK : '\0');
            } else {
                text.append(character);
            }
        }
        return text.toString();
    }

    /** The text of a column, null where it is NULL. */
    static @Nullable String read(ResultSet row, String column) throws SQLException {
        String stored = row.getString(column);
        return stored == null ? null : decode(stored);
    }
}
