package io.orderweave.simulator.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Holds the state of one simulator: one caller at a time, and a change is in the file before its caller goes on.
 *
 * <p>The file is replaced by a rename, so a process killed at any moment leaves the old state or the new one. It is not
 * forced to the disk: what is tested is the death of a process, not of a machine.
 *
 * @param <S> the model: fields only, read and written by Jackson
 */
public final class StateStore<S> {

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Optional<Path> file;
    private final S state;

    private StateStore(Optional<Path> file, S state) {
        this.file = file;
        this.state = state;
    }

    /**
     * Reads the file when it is there, else begins with the given state.
     *
     * @throws UncheckedIOException if the file cannot be read as this model
     */
    public static <S> StateStore<S> open(Optional<Path> file, S begin, Class<S> type) {
        if (file.isEmpty() || !Files.exists(file.get())) {
            return new StateStore<>(file, begin);
        }
        try {
            return new StateStore<>(file, Json.STATE.readValue(file.get().toFile(), type));
        } catch (IOException e) {
            throw new UncheckedIOException("Not a state file of this simulator: " + file.get(), e);
        }
    }

    /** Looks at the state; what is returned must not be part of it. */
    public <T> T read(Function<S, T> look) {
        lock.lock();
        try {
            return look.apply(state);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Changes the state and saves it. When the change throws, nothing is saved, but what it has done to the state until then stays:
     * it looks whether all is as it must be before it touches anything.
     */
    public <T> T change(Function<S, T> change) {
        lock.lock();
        try {
            T result = change.apply(state);
            save();
            return result;
        } finally {
            lock.unlock();
        }
    }

    private void save() {
        if (file.isEmpty()) {
            return;
        }
        Path target = file.get().toAbsolutePath();
        Path beside = target.resolveSibling(target.getFileName() + ".new");
        try {
            Files.write(beside, Json.STATE.writeValueAsBytes(state));
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
