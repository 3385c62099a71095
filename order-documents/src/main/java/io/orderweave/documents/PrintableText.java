package io.orderweave.documents;

import java.text.Normalizer;
import java.util.function.IntPredicate;

/**
 * Makes text from outside fit to print: names and descriptions come from buyers and marketplaces, and an invoice must neither
 * break on them nor show something else than it says.
 */
final class PrintableText {

    /** Longer than any honest description; the rest is cut, so that one line cannot fill pages. */
    private static final int LONGEST = 500;

    private static final int REPLACEMENT = '?';

    private PrintableText() {}

    /**
     * The text in composed form on one line, without control and direction characters, at most five hundred characters.
     *
     * @param drawable whether the font has a character; what it has not becomes a question mark, because leaving it out
     *     silently would change a name
     */
    static String of(String raw, IntPredicate drawable) {
        // The cut before the normalisation bounds its cost; composed text is never longer than four times the cut.
        String bounded = raw.length() > 4 * LONGEST ? raw.substring(0, 4 * LONGEST) : raw;
        StringBuilder clean = new StringBuilder();
        boolean space = false;
        int count = 0;
        int[] characters =
                Normalizer.normalize(bounded, Normalizer.Form.NFC).codePoints().toArray();
        for (int character : characters) {
            if (Character.isWhitespace(character)) {
                space = clean.length() > 0;
                continue;
            }
            if (isInvisible(character)) {
                continue;
            }
            if (count >= LONGEST) {
                return clean.append('…').toString();
            }
            if (space) {
                clean.append(' ');
                space = false;
                count++;
            }
            clean.appendCodePoint(drawable.test(character) ? character : REPLACEMENT);
            count++;
        }
        return clean.toString();
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            // FORMAT holds the direction overrides, which can make a number read backwards.
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
            default -> false;
        };
    }
}
