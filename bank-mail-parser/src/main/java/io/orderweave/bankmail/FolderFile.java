package io.orderweave.bankmail;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/**
 * A mail in a folder as its directory shows it, ordered by arrival.
 *
 * @param modified milliseconds of the epoch
 * @param name of the file, without its folder
 */
record FolderFile(long modified, String name) implements Comparable<FolderFile> {

    private static final Comparator<FolderFile> ORDER =
            Comparator.comparingLong(FolderFile::modified).thenComparing(FolderFile::name);

    @Override
    public int compareTo(FolderFile other) {
        return ORDER.compare(this, other);
    }

    byte[] nameBytes() {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
