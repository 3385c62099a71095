package io.orderweave.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where stories are played: what starts the processes, the database server, a folder for each story. Belongs to one thread. */
final class Theatre implements AutoCloseable {

    private final Path folder;
    private final Launcher launcher;
    private @Nullable PostgresServer server;
    private int played;

    private Theatre(Path folder, Launcher launcher) {
        this.folder = folder;
        this.launcher = launcher;
    }

    /** A theatre in a new folder within that one. */
    static Theatre in(Path parent) {
        try {
            Files.createDirectories(parent);
            Path folder = Files.createTempDirectory(parent, "run-");
            return new Theatre(folder, new Launcher(folder, System.getProperty("java.class.path")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is needed to look into a failure. */
    Path folder() {
        return folder;
    }

    /** Plays one story. */
    Outcome play(Play play) throws InterruptedException {
        played++;
        Path stage = folder.resolve("story-" + played);
        Database database = play.scenario().onPostgres()
                ? server().makeSchema("story_" + played)
                : new Database.InFile(stage.resolve("book.db"));
        try (Story story = new Story(play, stage, database, launcher)) {
            return story.play();
        }
    }

    private PostgresServer server() {
        if (server == null) {
            server = PostgresServer.start(folder.resolve("postgres"));
        }
        return server;
    }

    @Override
    public void close() {
        launcher.close();
        if (server != null) {
            server.close();
        }
    }
}
