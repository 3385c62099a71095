package io.orderweave.bankmail.internal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Fio banka since August 2026: a sentence with date, time and currency, then label lines. One public sample is known. */
final class FioProseLayout implements NoticeLayout {

    private enum Field implements NoticeFields.Field {
        MOVEMENT_TYPE("Typ pohybu"),
        COUNTERPARTY("Protistrana"),
        BANK_REFERENCE("ID pokynu"),
        VARIABLE_SYMBOL("Variabilní symbol"),
        SPECIFIC_SYMBOL("Specifický symbol"),
        CONSTANT_SYMBOL("Konstantní symbol"),
        OWN_NOTE("Uživatelský symbol"),
        MESSAGE("Zpráva pro příjemce"),
        BALANCE("Aktuální zůstatek");

        private final String label;

        Field(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }

        @Override
        public boolean mayContinue() {
            return this == MESSAGE;
        }
    }

    private static final Phrase BALANCE_OF_ACCOUNT = Phrase.of("zůstatek účtu");
    private static final Phrase HAS = Phrase.of("se");
    private static final String BEFORE_TIME = " v ";
    private static final Phrase RISEN_BY = Phrase.of("zvýšil o");
    private static final Phrase FALLEN_BY = Phrase.of("snížil o");
    private static final int LONGEST_REFERENCE = 40;

    @Override
    public List<Movement> read(Notice notice) throws DefectiveNoticeException {
        Optional<Sentence> found = Sentence.only(notice.text(), BALANCE_OF_ACCOUNT, String::isEmpty);
        if (found.isEmpty()) {
            return List.of();
        }
        Sentence sentence = found.get();
        NoticeFields<Field> fields = NoticeFields.in(notice.text(), Field.class);
        // The balance closes the notice: without it the text was cut.
        fields.require(Field.BALANCE);
        Optional<AccountNumber> own =
                sentence.upTo(HAS).flatMap(text -> AccountNumber.parse(text, FioLabelLayout.BANK_CODE));
        Optional<String> whenRisen = sentence.upTo(RISEN_BY);
        Optional<String> when = whenRisen.or(() -> sentence.upTo(FALLEN_BY));
        Optional<AmountText> amount = sentence.rest()
                .flatMap(AmountText::parse)
                .filter(text -> text.currency().isPresent());
        Optional<LocalDate> date = when.flatMap(FioProseLayout::date);
        if (own.isEmpty() || amount.isEmpty() || date.isEmpty()) {
            throw new DefectiveNoticeException(NoticeDefect.MALFORMED, "the sentence about the balance is malformed");
        }
        return List.of(Movement.builder()
                .direction(whenRisen.isPresent() ? Direction.CREDIT : Direction.DEBIT)
                .byCard(byCard(fields))
                .ownAccount(own.get())
                .amount(amount.get())
                .counterparty(fields.text(Field.COUNTERPARTY).flatMap(FioProseLayout::account))
                .counterpartyName(fields.text(Field.COUNTERPARTY).flatMap(FioProseLayout::name))
                .variableSymbol(fields.symbol(Field.VARIABLE_SYMBOL))
                .specificSymbol(fields.symbol(Field.SPECIFIC_SYMBOL))
                .constantSymbol(fields.symbol(Field.CONSTANT_SYMBOL))
                .message(fields.text(Field.MESSAGE))
                .bankReference(fields.text(Field.BANK_REFERENCE).filter(text -> text.length() <= LONGEST_REFERENCE))
                .bookedOn(date)
                .bookedAt(when.flatMap(FioProseLayout::time))
                .balance(fields.optionalAmount(Field.BALANCE))
                .build());
    }

    private static Optional<LocalDate> date(String when) {
        int at = when.indexOf(BEFORE_TIME);
        return DateText.date(at < 0 ? when : when.substring(0, at));
    }

    private static Optional<LocalTime> time(String when) {
        int at = when.indexOf(BEFORE_TIME);
        return at < 0 ? Optional.empty() : DateText.time(when.substring(at + BEFORE_TIME.length()));
    }

    private static Optional<AccountNumber> account(String counterparty) {
        int name = counterparty.indexOf('(');
        return AccountNumber.parse(name < 0 ? counterparty : counterparty.substring(0, name));
    }

    private static Optional<String> name(String counterparty) {
        int from = counterparty.indexOf('(');
        int to = counterparty.lastIndexOf(')');
        return from < 0 || to <= from
                ? Optional.empty()
                : Optional.of(counterparty.substring(from + 1, to).strip()).filter(name -> !name.isEmpty());
    }

    private static boolean byCard(NoticeFields<Field> fields) {
        String type = fields.text(Field.MOVEMENT_TYPE).map(Letters::fold).orElse("");
        return type.contains("kartou") || type.contains("karetni") || type.contains("blokac");
    }
}
