package io.orderweave.bankmail;

import io.orderweave.bankmail.FolderSegment.Open;
import io.orderweave.bankmail.FolderSegment.Sealed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which files of a folder have been read. Names do not tell when a file came, and times may be those of another machine, so
 * there is no mark that everything new lies behind: files are remembered one by one, older ones a thousand at a time.
 */
final class FolderProgress {

    /** Remembered one by one at the end, where new files come. */
    private static final int KEPT_OPEN = 2_000;

    private static final int SEALED_AT_ONCE = 1_000;

    private final List<FolderSegment> segments;

    /** @param segments in the order of their files; the last has an open end */
    FolderProgress(List<FolderSegment> segments) {
        this.segments = List.copyOf(segments);
    }

    static FolderProgress none() {
        return new FolderProgress(List.of(new Open(Optional.empty(), Set.of())));
    }

    List<FolderSegment> segments() {
        return segments;
    }

    /** Which of the files are not yet read. */
    Set<FolderFile> unread(List<FolderFile> sorted) {
        Set<FolderFile> unread = new HashSet<>();
        for (Slice slice : slices(sorted)) {
            slice.files.stream().filter(file -> !slice.isRead(file)).forEach(unread::add);
        }
        return unread;
    }

    /** This progress after these files were read too; files that are gone are forgotten. */
    FolderProgress with(Set<FolderFile> nowRead, List<FolderFile> sorted) {
        List<FolderSegment> next = new ArrayList<>();
        for (Slice slice : slices(sorted)) {
            slice.files.stream().filter(nowRead::contains).forEach(slice::markRead);
            slice.addTo(next);
        }
        return new FolderProgress(next);
    }

    private List<Slice> slices(List<FolderFile> sorted) {
        List<Slice> slices = new ArrayList<>();
        int from = 0;
        for (FolderSegment segment : segments) {
            int to = from;
            while (to < sorted.size() && isWithin(sorted.get(to), segment)) {
                to++;
            }
            slices.add(new Slice(segment, sorted.subList(from, to)));
            from = to;
        }
        return slices;
    }

    private static boolean isWithin(FolderFile file, FolderSegment segment) {
        return segment.last().map(last -> file.compareTo(last) <= 0).orElse(true);
    }

    /** The files of one segment with what is known of them. */
    private static final class Slice {

        private final Optional<FolderFile> last;
        private final List<FolderFile> files;
        private final Set<Long> read;

        private Slice(FolderSegment segment, List<FolderFile> files) {
            this.last = segment.last();
            this.files = files;
            this.read = new HashSet<>(segment.readOf(files));
        }

        private boolean isRead(FolderFile file) {
            return read.contains(file.id());
        }

        private void markRead(FolderFile file) {
            read.add(file.id());
        }

        private void addTo(List<FolderSegment> segments) {
            int kept = last.isPresent() ? 0 : KEPT_OPEN;
            int from = 0;
            int readUpTo = firstUnread();
            while (readUpTo - from >= SEALED_AT_ONCE + kept) {
                segments.add(Sealed.of(files.subList(from, from + SEALED_AT_ONCE)));
                from += SEALED_AT_ONCE;
            }
            List<FolderFile> rest = files.subList(from, files.size());
            if (last.isPresent() && readUpTo == files.size()) {
                if (!rest.isEmpty()) {
                    segments.add(Sealed.of(rest));
                }
            } else {
                segments.add(new Open(last, idsRead(rest)));
            }
        }

        private int firstUnread() {
            int at = 0;
            while (at < files.size() && isRead(files.get(at))) {
                at++;
            }
            return at;
        }

        private Set<Long> idsRead(List<FolderFile> of) {
            Set<Long> ids = new HashSet<>();
            of.stream().filter(this::isRead).map(FolderFile::id).forEach(ids::add);
            return ids;
        }
    }
}
