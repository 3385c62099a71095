package io.orderweave.crash.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The one time of a story, in all its processes: real time plus an offset that lies in a mapped file. Only whoever directs the story
 * moves the offset, and only while nobody works, so that no deadline passes faster than the call it is for. Thread-safe.
 */
public final class SharedTime extends Clock {

    private final MappedByteBuffer offset;
    private final Duration skew;
    private final ZoneId zone;

    private SharedTime(MappedByteBuffer offset, Duration skew, ZoneId zone) {
        this.offset = offset;
        this.skew = skew;
        this.zone = zone;
    }

    /** The time of that file, which is made when missing. */
    public static SharedTime in(Path file) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new SharedTime(
                    channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES), Duration.ZERO, ZoneOffset.UTC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The clock of a machine that is wrong by this much. */
    public SharedTime skewedBy(Duration wrong) {
        return new SharedTime(offset, skew.plus(wrong), zone);
    }

    /** By how much this time is ahead of the real one, for all who share it. */
    public Duration offset() {
        return Duration.ofMillis(offset.getLong(0));
    }

    /** Lets time pass for all who share it. */
    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("time does not go back: " + step);
        }
        offset.putLong(0, offset.getLong(0) + step.toMillis());
    }

    /** Lets time pass until then; does nothing when it has passed already. */
    public void advanceTo(Instant moment) {
        Duration step = Duration.between(instant(), moment);
        if (!step.isNegative()) {
            // A millisecond more, for the offset has no finer ones.
            advance(step.plusMillis(1));
        }
    }

    @Override
    public Instant instant() {
        return Instant.now().plusMillis(offset.getLong(0)).plus(skew);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SharedTime(offset, skew, other);
    }
}
