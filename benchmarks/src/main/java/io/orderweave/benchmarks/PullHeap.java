package io.orderweave.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether a pull needs more memory for more orders: the whole of it, over HTTP, in a process with 256 MB of heap beside the process of
 * the simulated Allegro. A pull that needed more would end with an OutOfMemoryError.
 */
final class PullHeap {

    private static final String MOST = "-Xmx256m";

    /** The simulated Allegro holds every order as a tree. */
    private static final String OF_THE_SIMULATOR = "-Xmx4g";

    private PullHeap() {}

    /** A line for each number of orders. */
    static List<String> measure(List<Integer> sizes) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int orders : sizes) {
            lines.add(pull(orders, Files.createDirectories(DatabaseBenchmark.folder())));
        }
        return lines;
    }

    private static String pull(int orders, Path folder) throws IOException {
        Process sales = java(OF_THE_SIMULATOR, SimulatedSales.class, String.valueOf(orders));
        // Closing its input ends it.
        try (Running running = new Running(sales)) {
            BufferedReader said = running.output();
            Process pull =
                    java(MOST, PullOnce.class, said.readLine(), said.readLine(), said.readLine(), folder.toString());
            try (BufferedReader result = reader(pull)) {
                String line = result.readLine();
                if (line == null) {
                    throw new IOException("the pull of " + orders + " orders ended without a word");
                }
                return line;
            }
        }
    }

    private static Process java(String heap, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:+UseSerialGC",
                // A server goes on for ever without the thread that ran out of memory.
                "-XX:+ExitOnOutOfMemoryError",
                "-Duser.timezone=UTC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** A process that ends with its input. */
    private record Running(Process process) implements AutoCloseable {

        BufferedReader output() {
            return reader(process);
        }

        @Override
        public void close() throws IOException {
            process.getOutputStream().close();
        }
    }
}
