package io.orderweave.rule;

import java.util.Set;
import java.util.TreeSet;

/** Values as findings and messages show them: never longer than a person reads, whatever a channel or a file wrote. */
final class Shown {

    private static final int LONGEST = 200;
    private static final String MORE = "...";

    private Shown() {}

    static String of(FieldValue value) {
        return value instanceof FieldValue.Texts texts ? of(texts.values()) : of(value.toString());
    }

    static String of(Set<String> values) {
        StringBuilder shown = new StringBuilder("[");
        String between = "";
        for (String value : new TreeSet<>(values)) {
            shown.append(between);
            if (shown.length() > LONGEST) {
                return shown.append(MORE).append(']').toString();
            }
            shown.append(of(value));
            between = ", ";
        }
        return shown.append(']').toString();
    }

    static String of(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        // Not through the middle of a character that takes two.
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + MORE;
    }
}
