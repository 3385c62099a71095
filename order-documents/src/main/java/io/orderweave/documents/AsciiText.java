package io.orderweave.documents;

import java.text.Normalizer;
import java.util.Map;

/** Text reduced to printable ASCII: some banks' apps refuse a payment QR with other letters. */
final class AsciiText {

    /** Letters that have no decomposition in Unicode. */
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('ł', "l"),
            Map.entry('Ł', "L"),
            Map.entry('đ', "d"),
            Map.entry('Đ', "D"),
            Map.entry('ø', "o"),
            Map.entry('Ø', "O"),
            Map.entry('ß', "ss"),
            Map.entry('æ', "ae"),
            Map.entry('Æ', "AE"),
            Map.entry('œ', "oe"),
            Map.entry('Œ', "OE"),
            Map.entry('–', "-"),
            Map.entry('’', "'"));

    private AsciiText() {}

    /** At most {@code longest} characters; what has no ASCII form becomes a space, and runs of spaces one. */
    static String of(String text, int longest) {
        StringBuilder ascii = new StringBuilder();
        for (char c : Normalizer.normalize(text, Normalizer.Form.NFD).toCharArray()) {
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            ascii.append(c > ' ' && c < 0x7f ? String.valueOf(c) : LETTERS.getOrDefault(c, " "));
        }
        String folded = ascii.toString().replaceAll(" +", " ").strip();
        return folded.length() <= longest
                ? folded
                : folded.substring(0, longest).strip();
    }
}
