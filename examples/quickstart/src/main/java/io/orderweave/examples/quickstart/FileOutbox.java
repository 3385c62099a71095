package io.orderweave.examples.quickstart;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.error.FaultCategory;
import io.orderweave.notice.Notice;
import io.orderweave.notice.Notifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Writes each notice to a file of its own, for a mail program to take: a file is there whole or not at all, and the same notice has the
 * same name. Thread-safe.
 */
public final class FileOutbox implements Notifier {

    private final Path folder;
    private final String channel;

    /**
     * @param folder exists; its files hold personal data
     * @param channel as rules name it
     */
    public FileOutbox(Path folder, String channel) {
        this.folder = folder;
        this.channel = channel;
    }

    @Override
    public String channel() {
        return channel;
    }

    @Override
    public void send(Notice notice) {
        Path whole = folder.resolve(name(notice) + ".txt");
        try {
            Path draft = Files.createTempFile(folder, "draft-", ".tmp");
            Files.writeString(draft, text(notice), StandardCharsets.UTF_8);
            Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw fault(failed);
        }
    }

    private static OutsideFault fault(IOException failed) {
        // The move is the last step, so what failed is not there; the message would quote the path.
        return OutsideFault.of(
                        FaultCategory.TRANSIENT,
                        Reached.NO,
                        "the outbox cannot be written: " + failed.getClass().getSimpleName())
                .build();
    }

    private static String text(Notice notice) {
        return "To: "
                + notice.email().or(notice::phone).orElse(notice.audience().name()) + "\n"
                + "Subject: " + notice.subject() + "\n"
                + "Language: " + notice.language().toLanguageTag() + "\n\n"
                + notice.body() + "\n";
    }

    /** Keys hold slashes; a digest is a name everywhere. */
    private static String name(Notice notice) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(notice.key().getBytes(StandardCharsets.UTF_8));
            return notice.template() + "-" + HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
