package io.orderweave.bankmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.orderweave.bankmail.BankMailOutcome.Parsed;
import io.orderweave.payment.BankTransaction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ten thousand damaged mails by a fixed seed: each has an outcome, and none makes money out of a damaged header. */
class MutationTest {

    private static final long SEED = 20_261_121L;
    private static final int MUTATIONS = 10_000;

    private static final List<String> MAILS = List.of(
            "fio-labels-credit",
            "fio-labels-credit-cp1250-qp",
            "fio-labels-credit-mojibake",
            "fio-prose-credit",
            "fio-prose-credit-html-only",
            "fio-prose-credit-attachments",
            "tatra-credit",
            "tatra-vs-in-message");

    private final BankMailParser parser = TestMailbox.parser();
    private final Random random = new Random(SEED);

    @Test
    void givesEveryDamagedMailAnOutcome() {
        assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
            int parsed = 0;
            for (int i = 0; i < MUTATIONS; i++) {
                RawMail mail = RawMail.fixture(MAILS.get(i % MAILS.size()));
                if (parser.parse(mutated(mail.bytes())) instanceof Parsed payment) {
                    payment.transactions().forEach(MutationTest::assertPlausible);
                    parsed++;
                }
            }
            // Neither nothing nor everything survives, or the damage would not be a test of anything.
            assertThat(parsed).as("seed %d", SEED).isBetween(MUTATIONS / 20, MUTATIONS * 19 / 20);
        });
    }

    @Test
    void readsNoOtherAmountFromADamagedHeader() {
        for (int i = 0; i < MUTATIONS / 5; i++) {
            RawMail mail = RawMail.fixture(MAILS.get(i % MAILS.size()));
            BankTransaction genuine =
                    ((Parsed) parser.parse(mail.bytes())).transactions().get(0);
            String header = mail.latin1()
                    .substring(0, mail.latin1().length() - mail.body().length());
            byte[] damaged = mutated(header.getBytes(StandardCharsets.ISO_8859_1));
            RawMail joined = new RawMail(new String(damaged, StandardCharsets.ISO_8859_1) + mail.body());
            if (parser.parse(joined.bytes()) instanceof Parsed payment) {
                assertThat(payment.transactions())
                        .as("seed %d, mutation %d", SEED, i)
                        .allSatisfy(read -> {
                            assertThat(read.amount()).isEqualTo(genuine.amount());
                            assertThat(read.variableSymbol()).isEqualTo(genuine.variableSymbol());
                        });
            }
        }
    }

    private static void assertPlausible(BankTransaction payment) {
        assertThat(payment.amount().isPositive()).as("seed %d", SEED).isTrue();
        assertThat(payment.ownAccount())
                .as("seed %d", SEED)
                .satisfiesAnyOf(
                        account -> assertThat(account).isEqualTo(TestMailbox.FIO_ACCOUNT),
                        account -> assertThat(account.replaceFirst("^0+", "")).isEqualTo(TestMailbox.FIO_ACCOUNT),
                        account -> assertThat(account).isEqualToIgnoringCase(TestMailbox.TATRA_ACCOUNT));
    }

    /** One to four small damages: a byte changed, a piece cut out, said twice, put in, or the end cut off. */
    private byte[] mutated(byte[] mail) {
        String damaged = new String(mail, StandardCharsets.ISO_8859_1);
        for (int times = 1 + random.nextInt(4); times > 0 && damaged.length() > 1; times--) {
            int from = random.nextInt(damaged.length());
            int to = Math.min(damaged.length(), from + 1 + random.nextInt(40));
            String before = damaged.substring(0, from);
            String piece = damaged.substring(from, to);
            String after = damaged.substring(to);
            damaged = switch (random.nextInt(6)) {
                case 0, 1 -> before + (char) random.nextInt(256) + damaged.substring(from + 1);
                case 2 -> before + after;
                case 3 -> before + piece + piece + after;
                case 4 -> before + noise() + piece + after;
                default -> random.nextInt(8) == 0 ? before : before + piece.toUpperCase(Locale.ROOT) + after;
            };
        }
        return damaged.getBytes(StandardCharsets.ISO_8859_1);
    }

    private String noise() {
        StringBuilder noise = new StringBuilder();
        for (int length = random.nextInt(20); length > 0; length--) {
            noise.append((char) random.nextInt(256));
        }
        return noise.toString();
    }
}
