package io.orderweave.examples.shop;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import picocli.CommandLine;

/** The program on one configuration, as a test runs it: in this process, in virtual time, with an environment of its own. */
final class Program {

    private final Path config;
    private final Time time;
    private final Map<String, String> environment;

    Program(Path config, Time time, Map<String, String> environment) {
        this.config = config;
        this.time = time;
        this.environment = environment;
    }

    /** What a command printed and told the shell. */
    record Result(int code, String out, String err) {}

    Result run(String... arguments) {
        return run(printed -> {}, arguments);
    }

    /**
     * Runs a command.
     *
     * @param reader gets all that was printed, whenever some is flushed
     */
    Result run(Consumer<String> reader, String... arguments) {
        StringWriter out = new StringWriter() {
            @Override
            public void flush() {
                reader.accept(toString());
            }
        };
        StringWriter err = new StringWriter();
        CommandLine shop = Shop.commandLine(time, environment::get)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--config=" + config);
        int code = shop.execute(all.toArray(String[]::new));
        return new Result(code, out.toString(), err.toString());
    }
}
