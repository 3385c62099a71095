package io.orderweave.bankmail;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.bankmail.internal.Bank;
import io.orderweave.bankmail.internal.NoticeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is printed or logged of a mail: outcomes, and nothing personal in them. */
class RedactionTest {

    private static final String[] PERSONAL = {
        "Vzorov",
        "VZOR",
        "4028810247",
        "5120046738",
        "2600457891",
        "2944102345",
        "faktura",
        "objednavka",
        "14210",
        "306720",
        "k7x2m4qd"
    };

    @ParameterizedTest
    @CsvSource({"fio-prose-credit, FIO_CZ", "tatra-credit, TATRABANKA_SK"})
    void printsNothingPersonalOfAPayment(String name, Bank bank) throws Exception {
        RawMail mail = RawMail.fixture(name);
        ReceivedMail received = MimeReader.read(mail.bytes(), MailLimits.STANDARD);

        assertThat(TestMailbox.parser().parse(mail.bytes()).toString())
                .contains("Parsed")
                .doesNotContain(PERSONAL);
        assertThat(NoticeReader.read(
                                bank,
                                received.subject(),
                                received.texts().stream().map(TextPart::text).toList(),
                                false)
                        .toString())
                .contains("CREDIT")
                .doesNotContain(PERSONAL);
    }

    @Test
    void printsNothingPersonalOfARefusedMail() {
        RawMail mail = RawMail.fixture("tatra-credit");
        RawMail twice = mail.withBody(mail.body() + mail.body());
        RawMail foreign = mail.replacing(TestMailbox.TATRA_ACCOUNT, "SK9511000000002944102346");

        assertThat(TestMailbox.parser().parse(twice.bytes()).toString())
                .contains("AMBIGUOUS_NOTICE")
                .doesNotContain(PERSONAL);
        assertThat(TestMailbox.parser().parse(foreign.bytes()).toString())
                .contains("FOREIGN_ACCOUNT")
                .doesNotContain(PERSONAL)
                .doesNotContain("2944102346");
    }
}
