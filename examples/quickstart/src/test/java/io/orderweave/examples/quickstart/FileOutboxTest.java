package io.orderweave.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.id.OrderId;
import io.orderweave.notice.Audience;
import io.orderweave.notice.Notice;
import io.orderweave.notice.NoticeTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A notice is one whole file, the same notice the same file. */
class FileOutboxTest {

    @TempDir
    Path folder;

    private static Notice notice(String key) {
        return Notice.builder()
                .key(key)
                .order(new OrderId("o1"))
                .template("thanks")
                .audience(Audience.CUSTOMER)
                .language(Locale.ENGLISH)
                .content(NoticeTemplate.Content.TEXT)
                .subject("Order 7")
                .body("Thank you.")
                .email("jan@example.org")
                .build();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void writesOneWholeFileForEachNotice() throws IOException {
        FileOutbox outbox = new FileOutbox(folder, "email");

        outbox.send(notice("order/o1/notice/thanks/email/1#1"));
        outbox.send(notice("order/o1/notice/thanks/email/1#1"));
        outbox.send(notice("order/o1/notice/thanks/email/2#1"));

        assertThat(files()).hasSize(2).allSatisfy(file -> {
            assertThat(file.getFileName().toString()).matches("thanks-[0-9a-f]{24}\\.txt");
            assertThat(file).hasContent("To: jan@example.org\nSubject: Order 7\nLanguage: en\n\nThank you.\n");
        });
    }

    @Test
    void saysThatNothingWasSentWhenItCannotWrite() {
        FileOutbox outbox = new FileOutbox(folder.resolve("missing"), "email");

        OutsideFault fault = catchThrowableOfType(OutsideFault.class, () -> outbox.send(notice("k")));

        assertThat(fault.reached()).isEqualTo(Reached.NO);
        assertThat(fault).hasMessageNotContaining("missing");
    }
}
