package io.orderweave.bankmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.OutsideFault;
import io.orderweave.error.FaultCategory;
import io.orderweave.payment.BankTransaction;
import io.orderweave.payment.PaymentSource.Batch;
import io.orderweave.payment.PaymentSource.Item;
import io.orderweave.payment.PaymentSource.Item.Received;
import io.orderweave.payment.PaymentSource.Item.Refused;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BankMailFolderTest {

    @TempDir
    private Path directory;

    private BankMailFolder folder;

    @BeforeEach
    void openFolder() {
        folder = new BankMailFolder(directory, TestMailbox.parser());
    }

    @Test
    void tellsPaymentsOldestFirstAndEachOnce() throws IOException {
        put("b.eml", 2, RawMail.fixture("fio-labels-credit"));
        put("a.eml", 3, RawMail.fixture("fio-prose-credit"));
        put("c.eml", 1, RawMail.fixture("tatra-credit"));

        Batch batch = folder.poll(Optional.empty(), 10);

        assertThat(payments(batch))
                .extracting(payment -> payment.amount().toString())
                .containsExactly("1089.90 EUR", "12480.50 CZK", "2399.00 CZK");
        assertThat(batch.more()).isFalse();
        assertThat(folder.poll(Optional.of(batch.next()), 10).items()).isEmpty();
    }

    @Test
    void continuesWhereALimitCutTheBatch() throws IOException {
        put("a.eml", 1, RawMail.fixture("fio-labels-credit"));
        put("b.eml", 2, RawMail.fixture("fio-prose-credit"));
        put("c.eml", 3, RawMail.fixture("tatra-credit"));

        Batch first = folder.poll(Optional.empty(), 2);
        Batch second = folder.poll(Optional.of(first.next()), 2);

        assertThat(first.items()).hasSize(2);
        assertThat(first.more()).isTrue();
        assertThat(second.items()).hasSize(1);
        assertThat(second.more()).isFalse();
    }

    @Test
    void tellsTheSameAgainWhenABatchWasNotSaved() throws IOException {
        put("a.eml", 1, RawMail.fixture("fio-labels-credit"));

        assertThat(folder.poll(Optional.empty(), 10).items())
                .isEqualTo(folder.poll(Optional.empty(), 10).items());
    }

    @Test
    void givesOnePaymentMailedTwiceOneKey() throws IOException {
        RawMail mail = RawMail.fixture("tatra-vs-in-message");
        put("a.eml", 1, mail);
        put("b.eml", 2, mail.withField("Message-ID", "<again@tatrabanka.sk>"));
        put("c.eml", 3, mail.withField("Date", "Thu, 19 Nov 2026 08:00:00 +0100"));

        assertThat(payments(folder.poll(Optional.empty(), 10)))
                .extracting(BankTransaction::replayKey)
                .hasSize(3)
                .containsOnly(payments(folder.poll(Optional.empty(), 1)).get(0).replayKey());
    }

    @Test
    void givesANoticeWithoutADateOneKeyWheneverItIsMailed() throws IOException {
        RawMail mail = RawMail.fixture("fio-labels-credit");
        put("a.eml", 1, mail);
        put("b.eml", 2, mail.withField("Date", "Fri, 20 Nov 2026 08:00:00 +0100"));

        assertThat(payments(folder.poll(Optional.empty(), 10)))
                .extracting(BankTransaction::replayKey)
                .hasSize(2)
                .containsOnly(payments(folder.poll(Optional.empty(), 1)).get(0).replayKey());
    }

    @Test
    void listsARefusedMailWithItsReasonAndItsBytes() throws IOException {
        RawMail forged = RawMail.fixture("fio-labels-credit").withField("From", "automat@fio.cz.evil.example");
        put("a.eml", 1, forged);
        put("b.eml", 2, RawMail.fixture("fio-labels-credit").withBody("reklama"));

        List<Item> items = folder.poll(Optional.empty(), 10).items();

        assertThat(items).hasSize(2);
        Refused rejected = (Refused) items.get(0);
        assertThat(rejected.reason()).isEqualTo("SENDER_LOOKALIKE");
        assertThat(rejected.detail()).isEqualTo("the sender's domain imitates FIO_CZ");
        assertThat(rejected.raw().mediaType()).isEqualTo("message/rfc822");
        assertThat(rejected.raw().content()).isEqualTo(forged.bytes());
        Refused unreadable = (Refused) items.get(1);
        assertThat(unreadable.reason()).isEqualTo("UNKNOWN_LAYOUT");
        assertThat(unreadable.id()).hasSize(64).isNotEqualTo(rejected.id());
    }

    @Test
    void namesARefusedMailByItsContent() throws IOException {
        RawMail mail = RawMail.fixture("fio-labels-credit").withBody("reklama");
        put("a.eml", 1, mail);
        put("b.eml", 2, mail);

        List<Item> items = folder.poll(Optional.empty(), 10).items();

        assertThat(((Refused) items.get(0)).id()).isEqualTo(((Refused) items.get(1)).id());
    }

    @Test
    void listsAMailThatIsTooLargeWithoutHoldingIt() throws IOException {
        RawMail mail = RawMail.fixture("fio-labels-credit");
        put("a.eml", 1, mail.withBody("x".repeat(5 * 1024 * 1024)));

        Refused refused = (Refused) folder.poll(Optional.empty(), 10).items().get(0);

        assertThat(refused.reason()).isEqualTo("TOO_LARGE");
        assertThat(refused.raw().content()).hasSize(MailLimits.STANDARD.bytes() + 1);
    }

    @Test
    void readsAFolderFullOfLargeMailsInPieces() throws IOException {
        RawMail large = RawMail.fixture("fio-labels-credit").withBody("x".repeat(3 * 1024 * 1024));
        for (int i = 0; i < 10; i++) {
            put("a" + i + ".eml", i, large);
        }

        Batch first = folder.poll(Optional.empty(), 100);
        Batch second = folder.poll(Optional.of(first.next()), 100);

        assertThat(first.items()).hasSize(8);
        assertThat(first.more()).isTrue();
        assertThat(second.items()).hasSize(2);
        assertThat(second.more()).isFalse();
    }

    @Test
    void readsTheOthersWhenOneFileCannotBeRead() throws IOException {
        put("a.eml", 1, RawMail.fixture("fio-labels-credit"));
        put("b.eml", 2, RawMail.fixture("tatra-credit"));
        BankMailFolder partly = new BankMailFolder(directory, TestMailbox.parser(), file -> {
            if (file.endsWith("a.eml")) {
                throw new AccessDeniedException("a.eml");
            }
            return Files.newInputStream(file);
        });

        Batch batch = partly.poll(Optional.empty(), 10);

        assertThat(payments(batch)).hasSize(1);
        assertThat(payments(folder.poll(Optional.of(batch.next()), 10))).hasSize(1);
    }

    @Test
    void tellsWhenNoFileCanBeRead() throws IOException {
        put("a.eml", 1, RawMail.fixture("fio-labels-credit"));
        BankMailFolder unreadable = new BankMailFolder(directory, TestMailbox.parser(), file -> {
            throw new AccessDeniedException("a.eml");
        });

        assertThatExceptionOfType(OutsideFault.class)
                .isThrownBy(() -> unreadable.poll(Optional.empty(), 10))
                .satisfies(fault -> assertThat(fault.category()).isEqualTo(FaultCategory.TRANSIENT));
    }

    @Test
    void leavesOutAFileThatWasMovedAwayMeanwhile() throws IOException {
        put("a.eml", 1, RawMail.fixture("fio-labels-credit"));
        BankMailFolder emptied = new BankMailFolder(directory, TestMailbox.parser(), file -> {
            throw new NoSuchFileException("a.eml");
        });

        Batch batch = emptied.poll(Optional.empty(), 10);

        assertThat(batch.items()).isEmpty();
        assertThat(payments(folder.poll(Optional.of(batch.next()), 10))).hasSize(1);
    }

    @Test
    void passesOverDebitsAndEverythingThatIsNoMail() throws IOException {
        put("a.eml", 1, RawMail.fixture("tatra-debit"));
        put("a.eml.tmp", 1, RawMail.fixture("tatra-credit"));
        put("notes.txt", 1, RawMail.fixture("tatra-credit"));
        Files.createDirectory(directory.resolve("old.eml"));
        Files.createSymbolicLink(directory.resolve("link.eml"), directory.resolve("notes.txt"));

        Batch batch = folder.poll(Optional.empty(), 10);

        assertThat(batch.items()).isEmpty();
        assertThat(batch.more()).isFalse();
    }

    @Test
    void readsWhateverTheCaseOfTheSuffix() throws IOException {
        put("A.EML", 1, RawMail.fixture("tatra-credit"));

        assertThat(payments(folder.poll(Optional.empty(), 10))).hasSize(1);
    }

    @Test
    void leavesEveryFileWhereItWas() throws IOException {
        put("a.eml", 1, RawMail.fixture("tatra-credit"));
        put("b.eml", 2, RawMail.fixture("tatra-credit").withBody(""));

        folder.poll(Optional.empty(), 10);

        assertThat(directory).isDirectoryContaining("glob:**a.eml").isDirectoryContaining("glob:**b.eml");
        assertThat(Files.readAllBytes(directory.resolve("a.eml")))
                .isEqualTo(RawMail.fixture("tatra-credit").bytes());
    }

    @Test
    void tellsThatTheFolderIsNotThere() {
        BankMailFolder missing = new BankMailFolder(directory.resolve("missing"), TestMailbox.parser());

        assertThatExceptionOfType(OutsideFault.class)
                .isThrownBy(() -> missing.poll(Optional.empty(), 10))
                .satisfies(fault -> {
                    assertThat(fault.category()).isEqualTo(FaultCategory.TRANSIENT);
                    assertThat(fault.reached()).isEqualTo(OutsideFault.Reached.NO);
                });
    }

    @Test
    void refusesSomebodyElsesCheckpoint() {
        assertThatExceptionOfType(OutsideFault.class)
                .isThrownBy(() -> folder.poll(Optional.of(new Checkpoint(1, "cursor=17")), 10));
    }

    private void put(String name, int second, RawMail mail) throws IOException {
        Path file = Files.write(directory.resolve(name), mail.bytes());
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000L * second));
    }

    private static List<BankTransaction> payments(Batch batch) {
        return batch.items().stream()
                .map(item -> ((Received) item).transaction())
                .toList();
    }
}
