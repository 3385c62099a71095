package io.orderweave.store;

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
        NUMBER
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
