package io.orderweave.rule;

import io.orderweave.written.ShortText;
import java.util.Set;
import java.util.TreeSet;

/** Values as findings and messages show them: never longer than a person reads, whatever a channel or a file wrote. */
final class Shown {

    private Shown() {}

    static String of(FieldValue value) {
        return value instanceof FieldValue.Texts texts ? of(texts.values()) : of(value.toString());
    }

    static String of(Set<String> values) {
        StringBuilder shown = new StringBuilder("[");
        String between = "";
        for (String value : new TreeSet<>(values)) {
            shown.append(between);
            if (shown.length() > ShortText.LONGEST) {
                return shown.append(ShortText.MORE).append(']').toString();
            }
            shown.append(of(value));
            between = ", ";
        }
        return shown.append(']').toString();
    }

    static String of(String text) {
        return ShortText.of(text);
    }
}
