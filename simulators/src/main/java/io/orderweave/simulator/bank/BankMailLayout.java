package io.orderweave.simulator.bank;

/** The notification mails that can be written. */
public enum BankMailLayout {
    /** Fio banka until 2026: labels, no date and no currency in the text. */
    FIO_LABELS("automat@fio.cz", "Fio banka"),
    /** Fio banka since August 2026: a sentence, then labels. */
    FIO_PROSE("automat@fio.cz", "Fio banka"),
    /** Tatra banka's b-mail: no diacritics, an id in the subject. */
    TATRA_BMAIL("b-mail@tatrabanka.sk", "Tatra banka");

    private final String sender;
    private final String senderName;

    BankMailLayout(String sender, String senderName) {
        this.sender = sender;
        this.senderName = senderName;
    }

    /** The address genuine mails come from. */
    public String sender() {
        return sender;
    }

    String senderName() {
        return senderName;
    }

    String senderDomain() {
        return sender.substring(sender.indexOf('@') + 1);
    }
}
