package io.orderweave.bankmail;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is remembered of the files between the segment before and {@link #last()}. */
sealed interface FolderSegment {

    /** The last file that belongs here; empty for the open end. */
    Optional<FolderFile> last();

    /** Which of the files that are here now were read. */
    Set<Long> readOf(List<FolderFile> present);

    /** Files remembered one by one. */
    record Open(Optional<FolderFile> last, Set<Long> read) implements FolderSegment {

        @Override
        public Set<Long> readOf(List<FolderFile> present) {
            Set<Long> still = idsOf(present);
            still.retainAll(read);
            return still;
        }
    }

    /**
     * Files that were all read, remembered by one number. When the files are not the same any more, one came late or one was
     * moved away, all of them count as unread: a payment told twice is known by its replay key, one not told is lost.
     */
    record Sealed(FolderFile end, long seal) implements FolderSegment {

        static Sealed of(List<FolderFile> files) {
            return new Sealed(files.get(files.size() - 1), sealOf(files));
        }

        @Override
        public Optional<FolderFile> last() {
            return Optional.of(end);
        }

        @Override
        public Set<Long> readOf(List<FolderFile> present) {
            return sealOf(present) == seal ? idsOf(present) : new HashSet<>();
        }

        private static long sealOf(List<FolderFile> files) {
            ByteBuffer ids = ByteBuffer.allocate(files.size() * Long.BYTES);
            files.forEach(file -> ids.putLong(file.id()));
            return ByteBuffer.wrap(Sha256.of(ids.array())).getLong();
        }
    }

    private static Set<Long> idsOf(List<FolderFile> files) {
        return files.stream().map(FolderFile::id).collect(Collectors.toCollection(HashSet::new));
    }
}
