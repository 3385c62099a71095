package io.orderweave.bankmail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/**
 * A mail in a folder as its directory shows it, ordered by arrival.
 *
 * @param modified milliseconds of the epoch
 * @param name of the file, without its folder; never given to another mail
 * @param id sixty-four bits of the name's digest: what a checkpoint remembers of a read mail
 */
record FolderFile(long modified, String name, long id) implements Comparable<FolderFile> {

    private static final Comparator<FolderFile> ORDER =
            Comparator.comparingLong(FolderFile::modified).thenComparing(FolderFile::name);

    static FolderFile of(long modified, String name) {
        byte[] digest = Sha256.of(name.getBytes(StandardCharsets.UTF_8));
        return new FolderFile(modified, name, ByteBuffer.wrap(digest).getLong());
    }

    @Override
    public int compareTo(FolderFile other) {
        return ORDER.compare(this, other);
    }
}
