package io.orderweave.bankmail.internal;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The lines {@code label: value} of a notice, by the layout's own enum of fields. Each may occur once: a payer who writes a
 * second {@code Částka:} into a message makes the notice unreadable, not the payment larger.
 *
 * @param <F> the layout's fields
 */
final class NoticeFields<F extends Enum<F> & NoticeFields.Field> {

    /** What a layout's enum of fields tells. */
    interface Field {

        /** As the bank writes it, without the colon. */
        String label();

        /** Whether lines without a label that follow, up to an empty one, belong to the value. */
        boolean mayContinue();
    }

    /** Several times the longest message of a transfer. */
    private static final int LONGEST_VALUE = 1_000;

    private final Map<F, String> values;
    private final Set<F> repeated;

    private NoticeFields(Class<F> fields) {
        this.values = new EnumMap<>(fields);
        this.repeated = EnumSet.noneOf(fields);
    }

    /** Never objects: whether the text is a notice at all is for the layout to say first. */
    static <F extends Enum<F> & Field> NoticeFields<F> in(NoticeText text, Class<F> fields) {
        NoticeFields<F> found = new NoticeFields<>(fields);
        Optional<F> open = Optional.empty();
        for (String line : text.lines()) {
            Optional<F> labelled = labelOf(line, fields);
            if (labelled.isPresent()) {
                found.begin(labelled.get(), line);
                open = labelled.filter(Field::mayContinue);
            } else if (line.isEmpty()) {
                open = Optional.empty();
            } else {
                open.ifPresent(field -> found.append(field, line));
            }
        }
        return found;
    }

    private void begin(F field, String line) {
        if (values.putIfAbsent(field, valueIn(line, field)) != null) {
            repeated.add(field);
        }
    }

    private void append(F field, String line) {
        String value = values.getOrDefault(field, "");
        // Once it is too long, how long does not matter.
        if (value.length() <= LONGEST_VALUE) {
            values.put(field, value + ' ' + line);
        }
    }

    /** Whether the label is there, with or without a value. */
    boolean has(F field) {
        return values.containsKey(field);
    }

    /**
     * To be called by every layout that has recognised its notice.
     *
     * @throws DefectiveNoticeException when one of the fields is missing, or any field is there twice or too long
     */
    @SafeVarargs
    final void require(F... fields) throws DefectiveNoticeException {
        for (F field : values.keySet()) {
            if (repeated.contains(field)) {
                throw new DefectiveNoticeException(NoticeDefect.AMBIGUOUS, field + " occurs more than once");
            }
            if (values.getOrDefault(field, "").length() > LONGEST_VALUE) {
                throw new DefectiveNoticeException(NoticeDefect.MALFORMED, field + " is too long");
            }
        }
        for (F field : fields) {
            if (!has(field)) {
                throw new DefectiveNoticeException(NoticeDefect.INCOMPLETE, field + " is missing");
            }
        }
    }

    /** The value, composed to NFC; empty when the label is absent or has no value. */
    Optional<String> text(F field) {
        return Optional.ofNullable(values.get(field))
                .filter(value -> !value.isEmpty())
                .map(value -> Normalizer.normalize(value, Normalizer.Form.NFC));
    }

    AmountText amount(F field) throws DefectiveNoticeException {
        return text(field).flatMap(AmountText::parse).orElseThrow(() -> malformed(field));
    }

    Optional<AmountText> optionalAmount(F field) throws DefectiveNoticeException {
        return text(field).isPresent() ? Optional.of(amount(field)) : Optional.empty();
    }

    Optional<PaymentSymbol> symbol(F field) {
        return text(field).flatMap(PaymentSymbol::parse);
    }

    DefectiveNoticeException malformed(F field) {
        return new DefectiveNoticeException(NoticeDefect.MALFORMED, field + " is malformed");
    }

    private static <F extends Enum<F> & Field> Optional<F> labelOf(String line, Class<F> fields) {
        for (F field : fields.getEnumConstants()) {
            if (colonAfter(line, field) >= 0) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    private static String valueIn(String line, Field field) {
        return line.substring(colonAfter(line, field) + 1).strip();
    }

    /** Where the colon stands that ends the field's label at the start of the line; negative when there is none. */
    private static int colonAfter(String line, Field field) {
        int end = Phrase.of(field.label()).endIn(line, 0);
        while (end >= 0 && end < line.length() && line.charAt(end) == ' ') {
            end++;
        }
        return end >= 0 && end < line.length() && line.charAt(end) == ':' ? end : -1;
    }
}
