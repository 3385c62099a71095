package io.orderweave.rule;

/** What values a field has, and with it which operators compare it. */
public enum FieldType {
    TEXT("text", "\"paid\""),
    /** Several texts, or none; an operator of texts holds when it holds of one of them. */
    TEXTS("several texts", "\"vip\""),
    FLAG("yes or no", "true"),
    NUMBER("a number", "3"),
    /** Always with its currency. */
    AMOUNT("an amount", "\"100.00 PLN\""),
    DURATION("a duration", "\"P2D\""),
    /** A time of day in the seller's zone. */
    TIME("a time of day", "\"22:00\""),
    MOMENT("a moment", "\"2026-01-31T12:00:00Z\"");

    private final String words;
    private final String example;

    FieldType(String words, String example) {
        this.words = words;
        this.example = example;
    }

    /** The type for people, in English: {@code an amount}. */
    public String words() {
        return words;
    }

    /** A value of the type as rules write it in JSON. */
    public String example() {
        return example;
    }
}
