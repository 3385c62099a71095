package io.orderweave.bankmail;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;

/** The mailbox that the mails of the tests are addressed to. */
final class TestMailbox {

    static final String ADDRESS = "bmail-k7x2m4qd9w3r5t8z6b1n0c2v4j@mail.shop.example";
    static final String AUTHSERV_ID = "mx.shop.example";
    static final String FIO_ACCOUNT = "2600457891/2010";
    static final String TATRA_ACCOUNT = "SK9511000000002944102345";

    /** The day after the youngest mail. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ZoneOffset.UTC);

    private TestMailbox() {}

    static BankMailbox.Builder settings() {
        return BankMailbox.builder()
                .addRecipient(SecretAddress.of(ADDRESS))
                .authservId(AUTHSERV_ID)
                .addOwnAccount(new OwnAccount(FIO_ACCOUNT, Currency.getInstance("CZK")))
                .addOwnAccount(new OwnAccount(TATRA_ACCOUNT, Currency.getInstance("EUR")));
    }

    static BankMailParser parser() {
        return new BankMailParser(settings().build(), CLOCK);
    }
}
