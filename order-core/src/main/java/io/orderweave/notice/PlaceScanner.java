package io.orderweave.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the places in a template's text and fills them: one pass, in time linear in text and values. */
final class PlaceScanner {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    /** Of a value in code points: nobody reads a name of a million letters. */
    private static final int LONGEST_VALUE = 1_000;

    private PlaceScanner() {}

    /** What is wrong with the places of a text, each as half a sentence. */
    static List<String> problems(String text) {
        List<String> problems = new ArrayList<>();
        int at = text.indexOf(OPEN);
        while (at >= 0) {
            int end = text.indexOf(CLOSE, at);
            if (end < 0) {
                problems.add("the '{{' at character " + at + " is not closed by '}}'");
                return problems;
            }
            String name = name(text, at, end);
            if (Placeholder.find(name).isEmpty()) {
                problems.add("no value {{" + name + "}}; there are " + Placeholder.names());
            }
            at = text.indexOf(OPEN, end + CLOSE.length());
        }
        return problems;
    }

    /** The text with its places filled; of a verified text nothing else is a place. */
    static String render(String text, Map<Placeholder, String> values, Escaping escaping) {
        StringBuilder rendered = new StringBuilder();
        int from = 0;
        int at = text.indexOf(OPEN);
        while (at >= 0) {
            int end = text.indexOf(CLOSE, at);
            if (end < 0) {
                break;
            }
            rendered.append(text, from, at);
            Placeholder.find(name(text, at, end))
                    .map(place -> values.getOrDefault(place, ""))
                    .ifPresent(value -> append(rendered, value, escaping));
            from = end + CLOSE.length();
            at = text.indexOf(OPEN, from);
        }
        return rendered.append(text, from, text.length()).toString();
    }

    private static void append(StringBuilder rendered, String value, Escaping escaping) {
        value.codePoints().limit(LONGEST_VALUE).forEach(letter -> escaping.append(rendered, letter));
    }

    private static String name(String text, int open, int close) {
        return text.substring(open + OPEN.length(), close).trim();
    }
}
