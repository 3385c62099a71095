package io.orderweave.rule;

import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the texts of comparisons share. */
final class Texts {

    private static final int MOST = 20_000;
    private static final int LONGEST = 1_000;
    private static final int MOST_MARKS = 60;
    private static final int FIRST_BEYOND_ASCII = 128;

    private Texts() {}

    /** The texts, each once. */
    static Set<String> set(String... texts) {
        return Set.copyOf(List.of(texts));
    }

    /** The wanted texts of a comparison, sorted. */
    static Set<String> checked(Set<String> values) {
        if (values.isEmpty() || values.size() > MOST) {
            throw new IllegalArgumentException("a comparison wants 1 to " + MOST + " texts, not " + values.size());
        }
        for (String value : values) {
            if (value.isEmpty() || value.length() > LONGEST) {
                throw new IllegalArgumentException(
                        "a wanted text has 1 to " + LONGEST + " characters, not " + value.length());
            }
        }
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }

    /** The value with its texts folded. */
    static FieldValue folded(FieldValue value) {
        if (value instanceof FieldValue.Text text) {
            return new FieldValue.Text(folded(text.value()));
        }
        return value instanceof FieldValue.Texts texts
                ? new FieldValue.Texts(
                        texts.values().stream().map(Texts::folded).collect(Collectors.toUnmodifiableSet()))
                : value;
    }

    /**
     * The text without what sets upper and lower case apart: two texts that differ in that alone fold to the same. The sharp s is two s,
     * the final sigma any sigma; composed and decomposed letters are one. Takes time by the length of the text.
     */
    static String folded(String text) {
        String composed = isStreamSafe(text) ? Normalizer.normalize(text, Normalizer.Form.NFC) : text;
        StringBuilder folded = new StringBuilder(composed.length());
        composed.codePoints().forEach(letter -> fold(letter, folded));
        return folded.toString();
    }

    /**
     * Letter by letter: of a whole text, Java would lower a sigma by its place, and its upper case of a text of ligatures takes time by the
     * square of the length.
     */
    private static void fold(int letter, StringBuilder folded) {
        if (letter < FIRST_BEYOND_ASCII) {
            folded.append((char) Character.toLowerCase(letter));
            return;
        }
        Character.toString(letter)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .map(Character::toLowerCase)
                .forEach(folded::appendCodePoint);
    }

    /**
     * Whether no letter carries more marks than any writing needs (Unicode Standard Annex 15, stream-safe text). To put marks in order
     * takes time by the square of their number.
     */
    private static boolean isStreamSafe(String text) {
        int marks = 0;
        for (int i = 0; i < text.length() && marks <= MOST_MARKS; i++) {
            int type = Character.getType(text.charAt(i));
            boolean mark = type == Character.NON_SPACING_MARK
                    || type == Character.COMBINING_SPACING_MARK
                    || type == Character.ENCLOSING_MARK
                    // Half of a character from beyond the basic plane: marks are among them.
                    || type == Character.SURROGATE;
            marks = mark ? marks + 1 : 0;
        }
        return marks <= MOST_MARKS;
    }
}
