package io.orderweave.bankmail.internal;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

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

    private NoticeFields(Map<F, String> values) {
        this.values = values;
    }

    static <F extends Enum<F> & Field> NoticeFields<F> in(NoticeText text, Class<F> fields)
            throws DefectiveNoticeException {
        Map<F, String> values = new EnumMap<>(fields);
        Optional<F> open = Optional.empty();
        for (String line : text.lines()) {
            Optional<F> labelled = labelOf(line, fields);
            if (labelled.isPresent()) {
                F field = labelled.get();
                if (values.put(field, bounded(field, valueIn(line, field))) != null) {
                    throw new DefectiveNoticeException(NoticeDefect.AMBIGUOUS, field + " occurs more than once");
                }
                open = labelled.filter(Field::mayContinue);
            } else if (line.isEmpty()) {
                open = Optional.empty();
            } else if (open.isPresent()) {
                F field = open.get();
                values.put(field, bounded(field, values.get(field) + ' ' + line));
            }
        }
        return new NoticeFields<>(values);
    }

    /** Whether the label is there, with or without a value. */
    boolean has(F field) {
        return values.containsKey(field);
    }

    @SafeVarargs
    final void require(F... fields) throws DefectiveNoticeException {
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

    private static <F extends Enum<F> & Field> String bounded(F field, String value) throws DefectiveNoticeException {
        if (value.length() > LONGEST_VALUE) {
            throw new DefectiveNoticeException(NoticeDefect.MALFORMED, field + " is too long");
        }
        return value;
    }
}
