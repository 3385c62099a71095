package io.orderweave.simulator.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateStoreTest {

    @TempDir
    Path folder;

    static final class Notes {
        int count;
        final List<Note> notes = new ArrayList<>();
    }

    record Note(String text, Instant at) {}

    @Test
    void goesOnWhereItWas() {
        Instant at = Instant.parse("2026-11-21T10:00:00.123456Z");
        open().change(notes -> notes.notes.add(new Note("čaj", at)));

        List<Note> read = open().read(notes -> List.copyOf(notes.notes));

        assertThat(read).containsExactly(new Note("čaj", at));
    }

    @Test
    void doesNotSaveAChangeThatFailed() {
        open().change(notes -> notes.count = 1);

        assertThatThrownBy(() -> open().change(StateStoreTest::failHalfway)).isInstanceOf(IllegalStateException.class);

        assertThat(savedCount()).isEqualTo(1);
    }

    @Test
    void leavesNothingBesideItsFile() throws Exception {
        open().change(notes -> notes.count = 1);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("state.json"));
        }
    }

    @Test
    void letsOneChangeAtATime() throws Exception {
        StateStore<Notes> store = open();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 200; i++) {
            threads.execute(() -> store.change(notes -> notes.count++));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

        assertThat(savedCount()).isEqualTo(200);
    }

    @Test
    void fileIsWholeWheneverItIsRead() throws Exception {
        StateStore<Notes> store = open();
        store.change(notes -> notes.count = 1);
        ExecutorService writer = Executors.newSingleThreadExecutor();
        for (int i = 0; i < 300; i++) {
            writer.execute(() -> store.change(notes -> notes.notes.add(new Note("x".repeat(200), Instant.EPOCH))));
        }
        writer.shutdown();

        int seen = 0;
        while (seen < 300) {
            int now = open().<Integer>read(notes -> notes.notes.size());
            assertThat(now).as("never less than before").isGreaterThanOrEqualTo(seen);
            seen = now;
        }
        assertThat(writer.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void refusesAFileOfSomethingElse() throws Exception {
        Files.writeString(folder.resolve("state.json"), "{\"count\":\"many\"}");

        assertThatThrownBy(this::open).isInstanceOf(UncheckedIOException.class);
    }

    private static int failHalfway(Notes notes) {
        notes.count = 2;
        throw new IllegalStateException("as the test wants it");
    }

    private int savedCount() {
        return open().read(notes -> notes.count);
    }

    private StateStore<Notes> open() {
        return StateStore.open(Optional.of(folder.resolve("state.json")), new Notes(), Notes.class);
    }
}
