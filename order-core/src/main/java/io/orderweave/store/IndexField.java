package io.orderweave.store;

import java.util.List;

/**
 * One declared index of a collection.
 *
 * @param name lower-case letters and underscores; a column name in SQL stores
 * @param type type of every value in this field
 * @param cardinality whether a record has at most one value or several (kept in a side table)
 * @param unique whether a value belongs to at most one record of the collection; only with {@link Cardinality#SINGLE}
 */
public record IndexField(String name, Type type, Cardinality cardinality, boolean unique) {

    /** What a value of the field is. */
    public enum Type {
        /** Unicode text, compared by code point: no case folding, no trimming, at most 400 characters. */
        TEXT,
        /** A 64-bit signed number; moments are microseconds since 1970-01-01T00:00:00Z. */
        NUMBER;

        private static final int LONGEST_TEXT = 400;

        private static boolean isShort(String text) {
            // Counting is for the few that are near the limit.
            return text.length() <= LONGEST_TEXT || text.codePointCount(0, text.length()) <= LONGEST_TEXT;
        }

        private boolean holds(IndexValue value) {
            return switch (this) {
                case TEXT -> value instanceof IndexValue.Text text && isShort(text.value());
                case NUMBER -> value instanceof IndexValue.Number;
            };
        }
    }

    /** How many values of the field one record may have. */
    public enum Cardinality {
        SINGLE,
        MULTIPLE
    }

    public IndexField {
        if (!name.matches("[a-z][a-z_]{0,30}")) {
            throw new IllegalArgumentException("index field name must be lower-case letters and underscores: " + name);
        }
        if (unique && cardinality == Cardinality.MULTIPLE) {
            throw new IllegalArgumentException("index field " + name + " cannot be both unique and multiple");
        }
    }

    void requireFits(RecordCollection collection, List<IndexValue> values) {
        if (cardinality == Cardinality.SINGLE && values.size() > 1) {
            throw new IllegalArgumentException(
                    "index field " + collection + "." + name + " has one value, not " + values.size());
        }
        values.forEach(value -> requireFits(collection, value));
    }

    void requireFits(RecordCollection collection, IndexValue value) {
        if (!type.holds(value)) {
            throw new IllegalArgumentException("index field " + collection + "." + name + " holds " + type
                    + " of the size it declares, and was given something else");
        }
    }

    public static IndexField text(String name) {
        return new IndexField(name, Type.TEXT, Cardinality.SINGLE, false);
    }

    public static IndexField uniqueText(String name) {
        return new IndexField(name, Type.TEXT, Cardinality.SINGLE, true);
    }

    public static IndexField texts(String name) {
        return new IndexField(name, Type.TEXT, Cardinality.MULTIPLE, false);
    }

    public static IndexField number(String name) {
        return new IndexField(name, Type.NUMBER, Cardinality.SINGLE, false);
    }
}
