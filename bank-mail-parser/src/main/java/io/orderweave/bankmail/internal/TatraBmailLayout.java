package io.orderweave.bankmail.internal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Tatra banka b-mail: a sentence with moment, IBAN and currency, then label lines; as a rule without any diacritics. */
final class TatraBmailLayout implements NoticeLayout {

    private enum Field implements NoticeFields.Field {
        BOOKED_BALANCE("účtovný zostatok"),
        CURRENT_BALANCE("aktuálny zostatok"),
        AVAILABLE_BALANCE("disponibilný zostatok"),
        DESCRIPTION("Popis transakcie"),
        PAYER_REFERENCE("Referencia platiteľa"),
        MESSAGE("Informácia pre príjemcu"),
        COUNTERPARTY("Účet protistrany");

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

    private static final Phrase BALANCE_OF_ACCOUNT = Phrase.of("bol zostatok Vášho účtu");
    private static final Phrase RAISED_BY = Phrase.of("zvýšený o");
    private static final Phrase LOWERED_BY = Phrase.of("znížený o");
    private static final Phrase CLOSING = Phrase.of("S pozdravom");
    private static final String ID = "(ID=";
    private static final int LONGEST_ID = 40;

    @Override
    public List<Movement> read(Notice notice) throws DefectiveNoticeException {
        Optional<Sentence> found = Sentence.only(
                notice.text(), BALANCE_OF_ACCOUNT, opening -> date(opening).isPresent());
        if (found.isEmpty()) {
            return List.of();
        }
        if (notice.text().lines().stream().noneMatch(line -> CLOSING.endIn(line, 0) >= 0)) {
            throw new DefectiveNoticeException(NoticeDefect.INCOMPLETE, "the closing words are missing");
        }
        Sentence sentence = found.get();
        NoticeFields<Field> fields = NoticeFields.in(notice.text(), Field.class);
        fields.require(Field.BOOKED_BALANCE);
        Optional<String> raised = sentence.upTo(RAISED_BY);
        Optional<AccountNumber> own = raised.or(() -> sentence.upTo(LOWERED_BY)).flatMap(AccountNumber::parse);
        Optional<AmountText> amount = sentence.rest()
                .flatMap(AmountText::parse)
                .filter(text -> text.currency().isPresent());
        if (own.isEmpty() || amount.isEmpty()) {
            throw new DefectiveNoticeException(NoticeDefect.MALFORMED, "the sentence about the balance is malformed");
        }
        Optional<String> reference = fields.text(Field.PAYER_REFERENCE);
        SlashReference symbols = SlashReference.parse(reference.orElse(""));
        return List.of(Movement.builder()
                .direction(raised.isPresent() ? Direction.CREDIT : Direction.DEBIT)
                .ownAccount(own.get())
                .amount(amount.get())
                .counterparty(fields.text(Field.DESCRIPTION).flatMap(TatraBmailLayout::account))
                .counterpartyName(fields.text(Field.COUNTERPARTY))
                .variableSymbol(symbols.variable())
                .specificSymbol(symbols.specific())
                .constantSymbol(symbols.constant())
                .message(fields.text(Field.MESSAGE))
                .payerReference(symbols.isPresent() ? Optional.empty() : reference)
                .bankReference(idIn(notice.subject()))
                .bookedOn(date(sentence.opening()))
                .bookedAt(time(sentence.opening()))
                .balance(fields.optionalAmount(Field.BOOKED_BALANCE))
                .build());
    }

    private static Optional<LocalDate> date(String moment) {
        return DateText.date(moment.substring(0, Math.max(0, moment.indexOf(' '))));
    }

    private static Optional<LocalTime> time(String moment) {
        return DateText.time(moment.substring(moment.indexOf(' ') + 1));
    }

    /** {@code CCINT 1100/000000-2614264249}: a kind of transaction, then, not always, an account. */
    private static Optional<AccountNumber> account(String description) {
        return AccountNumber.parse(description.substring(description.lastIndexOf(' ') + 1));
    }

    /** {@code Kredit na ucte (ID=111219/320305-1)}: what the bank calls this movement. */
    private static Optional<String> idIn(String subject) {
        int start = subject.indexOf(ID);
        int end = subject.indexOf(')', Math.max(0, start));
        return start < 0 || end < 0 ? Optional.empty() : id(subject.substring(start + ID.length(), end));
    }

    private static Optional<String> id(String text) {
        boolean valid = !text.isEmpty()
                && text.length() <= LONGEST_ID
                && text.chars().allMatch(c -> Letters.isDigit((char) c) || c == '/' || c == '-');
        return valid ? Optional.of(text) : Optional.empty();
    }
}
