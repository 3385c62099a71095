package io.orderweave.bankmail;

import io.orderweave.bankmail.FolderSegment.Open;
import io.orderweave.bankmail.FolderSegment.Sealed;
import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.OutsideFault;
import io.orderweave.error.FaultCategory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a {@link FolderProgress} down and reads it again: one line per segment, {@code o} (open) or {@code s} (sealed), the
 * last file's time and name, and the ids or the seal; binary parts in base 64.
 */
final class FolderCheckpoint {

    private static final int VERSION = 1;
    private static final int PARTS = 4;
    private static final String OPEN_END = "-";

    private FolderCheckpoint() {}

    static Checkpoint write(FolderProgress progress) {
        StringBuilder lines = new StringBuilder();
        for (FolderSegment segment : progress.segments()) {
            if (segment instanceof Open open) {
                String end = open.last().map(FolderCheckpoint::file).orElse(OPEN_END + ' ' + OPEN_END);
                lines.append("o ").append(end).append(' ').append(ids(open.read()));
            } else if (segment instanceof Sealed sealed) {
                lines.append("s ").append(file(sealed.end())).append(' ').append(ids(Set.of(sealed.seal())));
            }
            lines.append('\n');
        }
        return new Checkpoint(VERSION, lines.toString());
    }

    /**
     * @throws OutsideFault when a newer version or somebody else wrote it
     */
    static FolderProgress read(Checkpoint checkpoint) {
        if (checkpoint.version() != VERSION) {
            throw fault(FaultCategory.NEWER_SCHEMA, "the folder's checkpoint has version " + checkpoint.version());
        }
        List<FolderSegment> segments = new ArrayList<>();
        try {
            checkpoint.value().lines().map(FolderCheckpoint::segment).forEach(segments::add);
        } catch (IllegalArgumentException e) {
            throw fault(FaultCategory.INTERNAL, "the folder's checkpoint is damaged");
        }
        List<Boolean> openEnds =
                segments.stream().map(segment -> segment.last().isEmpty()).toList();
        if (segments.isEmpty() || openEnds.indexOf(true) != segments.size() - 1) {
            throw fault(FaultCategory.INTERNAL, "the folder's checkpoint is damaged");
        }
        return new FolderProgress(segments);
    }

    private static FolderSegment segment(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("not a segment");
        }
        Set<Long> ids = ids(parts[3]);
        boolean openEnded = parts[1].equals(OPEN_END);
        return switch (parts[0]) {
            case "o" -> new Open(openEnded ? Optional.empty() : Optional.of(file(parts[1], parts[2])), ids);
            case "s" -> new Sealed(file(parts[1], parts[2]), only(ids));
            default -> throw new IllegalArgumentException("not a segment");
        };
    }

    private static long only(Set<Long> seals) {
        return seals.stream().findFirst().orElseThrow(() -> new IllegalArgumentException("a segment without a seal"));
    }

    private static String file(FolderFile file) {
        return file.modified() + " " + base64(file.name().getBytes(StandardCharsets.UTF_8));
    }

    private static FolderFile file(String modified, String name) {
        return FolderFile.of(
                Long.parseLong(modified), new String(Base64.getUrlDecoder().decode(name), StandardCharsets.UTF_8));
    }

    private static String ids(Set<Long> ids) {
        ByteBuffer bytes = ByteBuffer.allocate(ids.size() * Long.BYTES);
        ids.stream().sorted().forEach(bytes::putLong);
        return base64(bytes.array());
    }

    private static Set<Long> ids(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        Set<Long> ids = new HashSet<>();
        while (bytes.remaining() >= Long.BYTES) {
            ids.add(bytes.getLong());
        }
        return ids;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static OutsideFault fault(FaultCategory category, String message) {
        return OutsideFault.of(category, OutsideFault.Reached.NO, message).build();
    }
}
