package io.orderweave.bankmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.OutsideFault;
import io.orderweave.error.FaultCategory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderProgressTest {

    @Test
    void readsAFileOnce() {
        Folder folder = new Folder(files(0, 5));

        assertThat(folder.poll(3)).hasSize(3);
        assertThat(folder.poll(3)).hasSize(2);
        assertThat(folder.poll(3)).isEmpty();
    }

    @Test
    void readsAFileThatCameLateWithAnOldTime() {
        Folder folder = new Folder(files(100, 50));
        folder.poll(1_000);
        FolderFile late = file(7);
        folder.present.add(late);

        assertThat(folder.poll(1_000)).containsExactly(late);
        assertThat(folder.poll(1_000)).isEmpty();
    }

    @Test
    void readsALateFileAmongOldOnesWithItsNeighboursOnly() {
        Folder folder = new Folder(files(0, 10_000));
        folder.poll(10_000);
        FolderFile late = FolderFile.of(1_500, "late.eml");
        folder.present.add(late);

        List<FolderFile> again = folder.poll(100_000);

        assertThat(again).contains(late).hasSize(1_001);
        assertThat(folder.poll(100_000)).isEmpty();
    }

    @Test
    void readsALateFileInPiecesToo() {
        Folder folder = new Folder(files(0, 10_000));
        folder.poll(10_000);
        FolderFile late = FolderFile.of(1_500, "late.eml");
        folder.present.add(late);

        List<FolderFile> again = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            again.addAll(folder.poll(100));
        }

        assertThat(again).contains(late).hasSize(1_001).doesNotHaveDuplicates();
    }

    @Test
    void forgetsFilesThatWereMovedAway() {
        Folder folder = new Folder(files(0, 10_000));
        folder.poll(10_000);
        int before = folder.checkpoint.value().length();
        folder.present.removeAll(files(0, 9_000));

        assertThat(folder.poll(10_000)).isEmpty();
        assertThat(folder.checkpoint.value().length()).isLessThan(before / 2);
    }

    @Test
    void readsNothingAgainWhenANewFileWasMovedAway() {
        Folder folder = new Folder(files(0, 5_000));
        folder.poll(5_000);
        folder.present.remove(file(4_000));

        assertThat(folder.poll(5_000)).isEmpty();
    }

    @Test
    void seesAnOldFileThatTookThePlaceOfAnother() {
        Folder folder = new Folder(files(0, 10_000));
        folder.poll(10_000);
        FolderFile late = FolderFile.of(1_500, "late.eml");
        folder.present.remove(file(1_400));
        folder.present.add(late);

        assertThat(folder.poll(10_000)).contains(late).hasSize(1_000);
    }

    @Test
    void readsAThousandAgainAtMostWhenOldFilesWereMovedAway() {
        Folder folder = new Folder(files(0, 10_000));
        folder.poll(10_000);
        folder.present.removeAll(files(0, 2_500));

        assertThat(folder.poll(10_000)).isEqualTo(files(2_500, 500));
        assertThat(folder.poll(10_000)).isEmpty();
    }

    @Test
    void remembersALargeFolderInASmallCheckpoint() {
        Folder folder = new Folder(files(0, 100_000));
        folder.poll(100_000);

        assertThat(folder.checkpoint.value()).hasSizeLessThan(50_000);
        assertThat(folder.poll(100_000)).isEmpty();
    }

    @Test
    void remembersFilesOfOneMomentByTheirNames() {
        Set<FolderFile> copied = new TreeSet<>();
        IntStream.range(0, 5_000).forEach(i -> copied.add(FolderFile.of(42, String.format("%06d.eml", i))));
        Folder folder = new Folder(List.copyOf(copied));

        assertThat(folder.poll(4_500)).hasSize(4_500);
        assertThat(folder.poll(4_500)).hasSize(500);
        assertThat(folder.poll(4_500)).isEmpty();
    }

    /** Files come with any time and go at any time; none that stays is missed, and without going none is read twice. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void missesNothing(long seed) {
        Random random = new Random(seed);
        Folder folder = new Folder(List.of());
        Map<FolderFile, Integer> reads = new HashMap<>();
        boolean moving = seed % 2 == 0;
        for (int round = 0; round < 60; round++) {
            for (int i = random.nextInt(200); i > 0; i--) {
                folder.present.add(file(random.nextInt(1_000_000)));
            }
            if (moving && round % 10 == 9) {
                folder.present.removeIf(file -> random.nextInt(4) == 0);
            }
            folder.poll(1 + random.nextInt(150)).forEach(file -> reads.merge(file, 1, Integer::sum));
        }
        List<FolderFile> rest = folder.poll(100);
        while (!rest.isEmpty()) {
            rest.forEach(file -> reads.merge(file, 1, Integer::sum));
            rest = folder.poll(100);
        }

        assertThat(reads.keySet()).as("seed %d", seed).containsAll(folder.present);
        if (!moving && folder.present.size() < 3_000) {
            assertThat(reads.values()).as("seed %d", seed).containsOnly(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "o - -",
                "s 1 YQ ",
                "s 1 YQ AAAAAAAAAAA\n",
                "o x YQ \no - - \n",
                "o 1 * \no - - \n",
                "q 1 YQ \no - - \n",
                "o - - \no 1 YQ \n",
                "o - - \no - - \n"
            })
    void refusesADamagedCheckpoint(String value) {
        assertThatExceptionOfType(OutsideFault.class)
                .isThrownBy(() -> FolderCheckpoint.read(new Checkpoint(1, value)))
                .satisfies(fault -> assertThat(fault.category()).isEqualTo(FaultCategory.INTERNAL));
    }

    @Test
    void refusesACheckpointOfANewerVersion() {
        assertThatExceptionOfType(OutsideFault.class)
                .isThrownBy(() -> FolderCheckpoint.read(new Checkpoint(2, "o - - \n")))
                .satisfies(fault -> assertThat(fault.category()).isEqualTo(FaultCategory.NEWER_SCHEMA));
    }

    private static List<FolderFile> files(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(FolderProgressTest::file)
                .toList();
    }

    private static FolderFile file(int number) {
        return FolderFile.of(number, "příchozí " + number + ".eml");
    }

    /** A folder whose progress goes through its checkpoint at every poll. */
    private static final class Folder {

        private final TreeSet<FolderFile> present;
        private Checkpoint checkpoint = FolderCheckpoint.write(FolderProgress.none());

        private Folder(List<FolderFile> files) {
            this.present = new TreeSet<>(files);
        }

        private List<FolderFile> poll(int limit) {
            FolderProgress progress = FolderCheckpoint.read(checkpoint);
            List<FolderFile> sorted = List.copyOf(present);
            Set<FolderFile> unread = progress.unread(sorted);
            List<FolderFile> taken =
                    sorted.stream().filter(unread::contains).limit(limit).toList();
            checkpoint = FolderCheckpoint.write(progress.with(new HashSet<>(taken), sorted));
            return taken;
        }
    }
}
