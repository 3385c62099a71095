package io.orderweave.couriers.internal;

import java.util.List;
import java.util.regex.Pattern;

/** Takes personal data out of a courier's free text: couriers quote what they refuse. */
public final class PersonalText {

    private static final int MOST_READ = 2_000;
    private static final int LONGEST = 200;
    private static final String GONE = "\u2026";
    private static final Pattern NUMBER_OR_MAIL = Pattern.compile("\\d[\\d ]{3,}\\d|\\S+@\\S+");
    private static final Pattern WORD_BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");

    private PersonalText() {}

    /**
     * The text without the values, without any word of theirs of two or more letters, and without long numbers and mail addresses
     * whosever they are.
     */
    public static String scrub(String text, List<String> values) {
        String scrubbed = cut(text, MOST_READ);
        scrubbed = NUMBER_OR_MAIL.matcher(scrubbed).replaceAll(GONE);
        for (String value : values) {
            scrubbed = without(scrubbed, value);
            for (String word : WORD_BREAK.split(value, -1)) {
                scrubbed = without(scrubbed, word);
            }
        }
        // Only now: a value cut in two would not have been found.
        return cut(scrubbed.replaceAll("\\p{Cntrl}", " ").strip(), LONGEST);
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    private static String without(String text, String part) {
        if (part.length() < 2) {
            return text;
        }
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(part) + "(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .replaceAll(GONE);
    }
}
