package io.orderweave.bankmail.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads the texts of one mail by the layouts of a bank. Stateless, thread-safe. */
public final class NoticeReader {

    private NoticeReader() {}

    /**
     * The movements that the mail tells of; none when no text of it has a layout of the bank.
     *
     * @param texts of one mail, the preferred first; each may be another form of the same notice
     * @param forwarded whether a person's mail program may have put quotation marks before the lines
     * @throws DefectiveNoticeException when a text has a layout of the bank and cannot be read for certain, or two disagree
     */
    public static List<Movement> read(Bank bank, String subject, List<String> texts, boolean forwarded)
            throws DefectiveNoticeException {
        UnaryOperator<NoticeText> unquoted = forwarded ? NoticeText::unquoted : UnaryOperator.identity();
        List<List<Movement>> readings = new ArrayList<>();
        Optional<DefectiveNoticeException> defect = Optional.empty();
        for (String text : texts) {
            try {
                List<Movement> movements = readRepaired(bank, subject, text, unquoted);
                if (!movements.isEmpty()) {
                    readings.add(movements);
                }
            } catch (DefectiveNoticeException e) {
                if (e.defect() == NoticeDefect.AMBIGUOUS) {
                    throw e;
                }
                defect = defect.or(() -> Optional.of(e));
            }
        }
        if (readings.isEmpty() && defect.isPresent()) {
            throw defect.get();
        }
        requireAgreement(readings);
        return readings.isEmpty() ? List.of() : readings.get(0);
    }

    private static List<Movement> readRepaired(
            Bank bank, String subject, String text, UnaryOperator<NoticeText> unquoted)
            throws DefectiveNoticeException {
        List<Movement> movements = readBy(bank, new Notice(subject, unquoted.apply(NoticeText.of(text))));
        Optional<String> repaired = movements.isEmpty() ? Mojibake.repair(text) : Optional.empty();
        return repaired.isPresent()
                ? readBy(bank, new Notice(subject, unquoted.apply(NoticeText.of(repaired.get()))))
                : movements;
    }

    private static List<Movement> readBy(Bank bank, Notice notice) throws DefectiveNoticeException {
        List<Movement> found = List.of();
        for (NoticeLayout layout : bank.layouts()) {
            List<Movement> movements = layout.read(notice);
            if (!found.isEmpty() && !movements.isEmpty()) {
                throw new DefectiveNoticeException(NoticeDefect.AMBIGUOUS, "the text has two layouts at once");
            }
            found = found.isEmpty() ? movements : found;
        }
        return found;
    }

    /** Plain text and HTML of one mail tell the same money, or somebody made one of them for us and one for people. */
    private static void requireAgreement(List<List<Movement>> readings) throws DefectiveNoticeException {
        boolean agree = readings.stream().map(NoticeReader::essence).distinct().count() <= 1;
        if (!agree) {
            throw new DefectiveNoticeException(NoticeDefect.AMBIGUOUS, "the texts of the mail disagree");
        }
    }

    private static List<List<Object>> essence(List<Movement> movements) {
        return movements.stream()
                .map(movement -> List.<Object>of(
                        movement.direction(),
                        movement.ownAccount().key(),
                        movement.amount(),
                        movement.variableSymbol().map(PaymentSymbol::digits)))
                .toList();
    }
}
