package io.orderweave.examples.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Properties;

/** What the quickstart remembers from run to run: when the shop went live, and how far its time is ahead of ours. */
final class Calendar {

    private static final String LIVE_FROM = "live.from";
    private static final String AHEAD = "ahead";

    private final Path file;
    private final Instant liveFrom;
    private final Duration ahead;
    private final boolean firstDay;

    private Calendar(Path file, Instant liveFrom, Duration ahead, boolean firstDay) {
        this.file = file;
        this.liveFrom = liveFrom;
        this.ahead = ahead;
        this.firstDay = firstDay;
    }

    static Calendar in(Path folder) throws IOException {
        Path file = folder.resolve("calendar.properties");
        if (!Files.exists(file)) {
            return new Calendar(file, Instant.now().truncatedTo(ChronoUnit.SECONDS), Duration.ZERO, true);
        }
        Properties known = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            known.load(reader);
        }
        return new Calendar(
                file, Instant.parse(known.getProperty(LIVE_FROM)), Duration.parse(known.getProperty(AHEAD)), false);
    }

    boolean isFirstDay() {
        return firstDay;
    }

    Instant liveFrom() {
        return liveFrom;
    }

    Duration ahead() {
        return ahead;
    }

    void save(Duration aheadNow) throws IOException {
        Properties known = new Properties();
        known.setProperty(LIVE_FROM, liveFrom.toString());
        known.setProperty(AHEAD, aheadNow.toString());
        try (var writer = Files.newBufferedWriter(file)) {
            known.store(writer, "the quickstart's own time");
        }
    }
}
