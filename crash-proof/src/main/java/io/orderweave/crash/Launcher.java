package io.orderweave.crash;

import io.orderweave.crash.node.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Starts processes, one ahead of its use: the next one starts while the present one works. The first one that ends of itself leaves an
 * archive of prepared classes, from which all later ones start in half the time. Belongs to one thread.
 */
final class Launcher implements AutoCloseable {

    /** Small and quick to start; nothing here runs long enough to be worth compiling well. */
    private static final List<String> OPTIONS = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx160m",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "-Duser.timezone=UTC",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error");

    private final Path log;
    private final Path archive;
    private final String classPath;
    private final Deque<NodeProcess> spares = new ArrayDeque<>();

    /**
     * @param folder where the archive is kept, and what the processes write to standard error
     */
    Launcher(Path folder, String classPath) {
        this.log = folder.resolve("nodes.log");
        this.archive = folder.resolve("classes.jsa");
        this.classPath = ClassPath.ofJars(classPath, folder);
    }

    /** A process that has started and waits for its settings. */
    NodeProcess next() throws InterruptedException {
        if (!Files.exists(archive)) {
            NodeProcess first = start("-XX:ArchiveClassesAtExit=" + archive);
            first.awaitReady();
            return first;
        }
        if (spares.isEmpty()) {
            spares.add(start("-XX:SharedArchiveFile=" + archive));
        }
        NodeProcess next = spares.remove();
        spares.add(start("-XX:SharedArchiveFile=" + archive));
        next.awaitReady();
        return next;
    }

    private NodeProcess start(String sharing) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(OPTIONS);
        words.addAll(List.of(sharing, "-Xshare:auto", "-classpath", classPath, Node.class.getName()));
        return NodeProcess.start(
                new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())));
    }

    @Override
    public void close() {
        spares.forEach(NodeProcess::kill);
        spares.clear();
    }
}
