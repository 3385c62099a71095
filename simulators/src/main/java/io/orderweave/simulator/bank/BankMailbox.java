package io.orderweave.simulator.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder into which a bank's mails come, one {@code .eml} file each, whole from the moment it can be seen. The mails are
 * written as the shop's own mail server would store them, with its word on their authentication.
 *
 * <p>Hosts call it. Thread-safe within one process. File names rise in the order of delivery, also after a restart.
 */
public final class BankMailbox {

    private static final String SUFFIX = ".eml";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("ddMMyy").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final MailReceiver receiver;
    private final Clock clock;
    private int delivered;

    /**
     * Uses the folder, which is made when missing.
     *
     * @throws UncheckedIOException if the folder cannot be made or read
     */
    public BankMailbox(Path folder, MailReceiver receiver, Clock clock) {
        this.folder = folder;
        this.receiver = receiver;
        this.clock = clock;
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                this.delivered = files.map(file -> file.getFileName().toString())
                        .filter(name -> name.matches("[0-9]{6}-.*\\.eml"))
                        .mapToInt(name -> Integer.parseInt(name.substring(0, 6)))
                        .max()
                        .orElse(0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Delivers a genuine mail about this payment, dated now; returns its file. */
    public Path deliver(BankMailLayout layout, BankPayment payment) {
        return write(layout, payment, Optional.empty());
    }

    /** Delivers a mail that only looks as if the bank had sent it; returns its file. */
    public Path forge(BankMailLayout layout, BankPayment payment, BankMailForgery forgery) {
        return write(layout, payment, Optional.of(forgery));
    }

    /** Delivers a mail once more, byte for byte; returns its new file. */
    public synchronized Path deliverAgain(Path mail) {
        try {
            String name = mail.getFileName().toString();
            return store(
                    name.substring(name.indexOf('-') + 1, name.length() - SUFFIX.length()), Files.readAllBytes(mail));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized Path write(BankMailLayout layout, BankPayment payment, Optional<BankMailForgery> forgery) {
        Instant now = clock.instant();
        int number = delivered + 1;
        MailText text = new MailText(payment, now, reference(layout, now, number));
        MailBody body = MailBody.of(layout, text.body(layout));
        List<String> headers = new MailHeaders(receiver, layout, forgery)
                .lines(text.subject(layout), now, now.toEpochMilli() + "." + number);
        String mail = String.join("\n", headers)
                + "\nContent-Type: " + body.contentType()
                + "\nContent-Transfer-Encoding: " + body.transferEncoding()
                + "\n\n" + body.lines();
        String name = layout.name().toLowerCase(Locale.ROOT);
        return store(name, mail.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private Path store(String name, byte[] mail) {
        delivered++;
        Path file = folder.resolve(String.format(Locale.ROOT, "%06d-%s%s", delivered, name, SUFFIX));
        Path unseen = folder.resolve("." + file.getFileName() + ".new");
        try {
            Files.write(unseen, mail);
            return Files.move(unseen, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String reference(BankMailLayout layout, Instant now, int number) {
        return switch (layout) {
            case FIO_LABELS, FIO_PROSE -> Integer.toString(4_700_000 + number);
            case TATRA_BMAIL -> DAY.format(now) + "/" + (320_000 + number) + "-1";
        };
    }
}
