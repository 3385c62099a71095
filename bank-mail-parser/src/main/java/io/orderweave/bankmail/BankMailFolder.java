package io.orderweave.bankmail;

import io.orderweave.bankmail.BankMailOutcome.Parsed;
import io.orderweave.bankmail.BankMailOutcome.Rejected;
import io.orderweave.bankmail.BankMailOutcome.Unreadable;
import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.RawDocument;
import io.orderweave.error.FaultCategory;
import io.orderweave.payment.PaymentSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of raw mails as a source of payments: files {@code *.eml}, oldest first by modification time, then by name. Given
 * to the hub by the host. Thread-safe; reads only, never moves or deletes a file.
 *
 * <p>Whoever fills the folder writes a mail under another name and renames it when it is whole, and never gives a name twice.
 * Mails may be moved away at any time; those that are still wanted after a backup is restored should stay.
 */
public final class BankMailFolder implements PaymentSource {

    private static final Logger LOG = LoggerFactory.getLogger(BankMailFolder.class);

    private static final String SUFFIX = ".eml";
    /** Refused mails are handed on whole: a folder full of large ones must not fill the memory at once. */
    private static final long BATCH_BYTES = 16L * 1024 * 1024;

    private static final String MEDIA_TYPE = "message/rfc822";

    private final Path folder;
    private final BankMailParser parser;
    private final Opener opener;

    public BankMailFolder(Path folder, BankMailParser parser) {
        this(folder, parser, file -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS));
    }

    BankMailFolder(Path folder, BankMailParser parser, Opener opener) {
        this.folder = folder;
        this.parser = parser;
        this.opener = opener;
    }

    /** Opens a file of the folder; tests make it fail. */
    interface Opener {
        InputStream open(Path file) throws IOException;
    }

    /**
     * {@inheritDoc}
     *
     * @param limit at most this many mails, or 16 MiB of them; those without a payment bring no item
     */
    @Override
    public Batch poll(Optional<Checkpoint> from, int limit) {
        FolderProgress progress = from.map(FolderCheckpoint::read).orElseGet(FolderProgress::none);
        SortedMap<FolderFile, Path> present = list();
        List<FolderFile> sorted = List.copyOf(present.keySet());
        Set<FolderFile> unread = progress.unread(sorted);
        List<Map.Entry<FolderFile, Path>> taken = present.entrySet().stream()
                .filter(file -> unread.contains(file.getKey()))
                .limit(Math.max(1, limit))
                .toList();
        List<Item> items = new ArrayList<>();
        Set<FolderFile> read = new HashSet<>();
        Optional<IOException> failure = Optional.empty();
        long bytes = 0;
        int handled = 0;
        for (Map.Entry<FolderFile, Path> file : taken) {
            if (bytes >= BATCH_BYTES) {
                break;
            }
            handled++;
            try {
                byte[] raw = content(file.getValue());
                bytes += raw.length;
                items.addAll(items(raw));
                read.add(file.getKey());
            } catch (NoSuchFileException e) {
                LOG.debug("A bank mail was moved away while the folder was read");
            } catch (IOException e) {
                // It stays unread and comes again; it must not keep the others back.
                LOG.warn(
                        "A bank mail in the folder cannot be read: {}",
                        e.getClass().getSimpleName());
                failure = Optional.of(e);
            }
        }
        if (read.isEmpty() && failure.isPresent()) {
            throw unreachable("no bank mail in the folder can be read", failure.get());
        }
        Checkpoint next = FolderCheckpoint.write(progress.with(read, sorted));
        return new Batch(items, next, handled < unread.size());
    }

    private List<Item> items(byte[] raw) {
        BankMailOutcome outcome = parser.parse(raw);
        if (outcome instanceof Parsed parsed) {
            return parsed.transactions().stream().<Item>map(Item.Received::new).toList();
        } else if (outcome instanceof Rejected rejected) {
            return List.of(refused(raw, rejected.reason().name(), rejected.detail()));
        } else if (outcome instanceof Unreadable unreadable) {
            return List.of(refused(raw, unreadable.reason().name(), unreadable.detail()));
        }
        return List.of();
    }

    private static Item refused(byte[] raw, String reason, String detail) {
        String id = HexFormat.of().formatHex(Sha256.of(raw));
        return new Item.Refused(id, new RawDocument(MEDIA_TYPE, raw), reason, detail);
    }

    private SortedMap<FolderFile, Path> list() {
        SortedMap<FolderFile, Path> files = new TreeMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                Optional<FolderFile> mail = mail(entry);
                mail.ifPresent(file -> files.put(file, entry));
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw unreachable("the folder of bank mails " + folder + " cannot be listed", e);
        }
        return files;
    }

    private static Optional<FolderFile> mail(Path entry) throws IOException {
        String name = entry.getFileName().toString();
        if (!name.toLowerCase(Locale.ROOT).endsWith(SUFFIX)) {
            return Optional.empty();
        }
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile()
                    ? Optional.of(FolderFile.of(attributes.lastModifiedTime().toMillis(), name))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            // Moved away since it was listed.
            return Optional.empty();
        }
    }

    /** No more than the parser looks at; the file itself stays where it is. */
    private byte[] content(Path file) throws IOException {
        try (InputStream in = opener.open(file)) {
            return in.readNBytes(parser.limits().bytes() + 1);
        }
    }

    private static OutsideFault unreachable(String message, Exception cause) {
        return OutsideFault.of(FaultCategory.TRANSIENT, OutsideFault.Reached.NO, message)
                .cause(cause)
                .build();
    }
}
