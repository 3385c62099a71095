package io.orderweave.bankmail.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A sentence of a notice, read from left to right. */
final class Sentence {

    private static final int MOST_LINES = 3;

    /** Several times the longest sentence of a bank. */
    private static final int LONGEST = 400;

    private final String text;
    private String opening = "";
    private int at;

    private Sentence(String text) {
        this.text = text;
    }

    /**
     * The sentence of the text that holds the phrase, ready to be read behind it.
     *
     * @param opening what must be true of the words before the phrase, so that a payer's message is no sentence of the bank
     * @throws DefectiveNoticeException when there are several
     */
    static Optional<Sentence> only(NoticeText text, Phrase phrase, Predicate<String> opening)
            throws DefectiveNoticeException {
        Optional<Sentence> only = Optional.empty();
        for (int line = 0; line < text.lines().size(); line++) {
            Sentence sentence = at(text.lines(), line);
            Optional<String> before = sentence.upTo(phrase).filter(opening);
            if (before.isPresent()) {
                if (only.isPresent()) {
                    throw new DefectiveNoticeException(
                            NoticeDefect.AMBIGUOUS, "the sentence about the balance occurs more than once");
                }
                sentence.opening = before.get();
                only = Optional.of(sentence);
            }
        }
        return only;
    }

    /** The sentence that begins with this line; a mail program may have broken it into up to three. */
    private static Sentence at(List<String> lines, int first) {
        StringBuilder sentence = new StringBuilder(lines.get(first));
        for (int i = first + 1; i < Math.min(lines.size(), first + MOST_LINES) && isOpen(sentence); i++) {
            if (lines.get(i).isEmpty()) {
                break;
            }
            sentence.append(' ').append(lines.get(i));
        }
        return new Sentence(sentence.substring(0, Math.min(sentence.length(), LONGEST)));
    }

    private static boolean isOpen(CharSequence sentence) {
        return sentence.length() > 0 && sentence.length() < LONGEST && sentence.charAt(sentence.length() - 1) != '.';
    }

    /** The text up to the phrase, which is stepped over; empty, and no step, when the phrase does not follow. */
    Optional<String> upTo(Phrase phrase) {
        for (int start = at; start < text.length(); start++) {
            boolean wordBegins = start == 0 || text.charAt(start - 1) == ' ';
            int end = wordBegins ? phrase.endIn(text, start) : Phrase.NO_MATCH;
            if (end >= 0) {
                String before = text.substring(at, start).strip();
                at = end;
                return Optional.of(before);
            }
        }
        return Optional.empty();
    }

    /** The words before the phrase that the sentence was found by. */
    String opening() {
        return opening;
    }

    /** The rest without the full stop; empty when the sentence does not end with one, as a cut one does not. */
    Optional<String> rest() {
        return text.endsWith(".")
                ? Optional.of(
                        text.substring(at, Math.max(at, text.length() - 1)).strip())
                : Optional.empty();
    }
}
