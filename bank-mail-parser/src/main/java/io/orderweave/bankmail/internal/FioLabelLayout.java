package io.orderweave.bankmail.internal;

import java.util.List;
import java.util.Optional;

/**
 * Fio banka until 2026: label lines, the direction in the label of the own account. No date, as a rule no currency, the
 * own account without its bank code.
 */
final class FioLabelLayout implements NoticeLayout {

    static final String BANK_CODE = "2010";

    private enum Field implements NoticeFields.Field {
        CREDITED_ACCOUNT("Příjem na kontě"),
        DEBITED_ACCOUNT("Výdaj na kontě"),
        AMOUNT("Částka"),
        VARIABLE_SYMBOL("VS"),
        MESSAGE("Zpráva příjemci"),
        OWN_NOTE("US"),
        BALANCE("Aktuální zůstatek"),
        COUNTERPARTY("Protiúčet"),
        SPECIFIC_SYMBOL("SS"),
        CONSTANT_SYMBOL("KS");

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
            return this == MESSAGE || this == OWN_NOTE;
        }
    }

    private static final Phrase PAYMENT_BY_CARD = Phrase.of("platba kartou");

    /** How Fio begins the message of a card refund, whose VS is the end of the card's number (seen in 2018). */
    private static final Phrase CARD_REFUND = Phrase.of("Kredit:");

    @Override
    public List<Movement> read(Notice notice) throws DefectiveNoticeException {
        NoticeFields<Field> fields = NoticeFields.in(notice.text(), Field.class);
        if (!fields.has(Field.CREDITED_ACCOUNT) && !fields.has(Field.DEBITED_ACCOUNT)) {
            return List.of();
        }
        if (fields.has(Field.CREDITED_ACCOUNT) && fields.has(Field.DEBITED_ACCOUNT)) {
            throw new DefectiveNoticeException(NoticeDefect.AMBIGUOUS, "credit and debit in one notice");
        }
        // The last labels too: without them the text was cut, and a symbol or a currency may have been cut with it.
        fields.require(
                Field.AMOUNT, Field.VARIABLE_SYMBOL, Field.COUNTERPARTY, Field.SPECIFIC_SYMBOL, Field.CONSTANT_SYMBOL);
        boolean credit = fields.has(Field.CREDITED_ACCOUNT);
        Field own = credit ? Field.CREDITED_ACCOUNT : Field.DEBITED_ACCOUNT;
        return List.of(Movement.builder()
                .direction(credit ? Direction.CREDIT : Direction.DEBIT)
                .byCard(byCard(fields))
                .ownAccount(fields.text(own)
                        .flatMap(text -> AccountNumber.parse(text, BANK_CODE))
                        .orElseThrow(() -> fields.malformed(own)))
                .amount(fields.amount(Field.AMOUNT))
                .counterparty(fields.text(Field.COUNTERPARTY).flatMap(AccountNumber::parse))
                .variableSymbol(fields.symbol(Field.VARIABLE_SYMBOL))
                .specificSymbol(fields.symbol(Field.SPECIFIC_SYMBOL))
                .constantSymbol(fields.symbol(Field.CONSTANT_SYMBOL))
                .message(fields.text(credit ? Field.MESSAGE : Field.OWN_NOTE))
                .balance(fields.optionalAmount(Field.BALANCE))
                .build());
    }

    private static boolean byCard(NoticeFields<Field> fields) {
        Optional<String> counterparty = fields.text(Field.COUNTERPARTY);
        if (counterparty.flatMap(AccountNumber::parse).isPresent()) {
            return false;
        }
        return counterparty.filter(text -> PAYMENT_BY_CARD.endIn(text, 0) >= 0).isPresent()
                || fields.text(Field.MESSAGE)
                        .filter(text -> CARD_REFUND.endIn(text, 0) >= 0)
                        .isPresent();
    }
}
