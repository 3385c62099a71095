package io.orderweave.examples.shop;

import io.orderweave.examples.shop.command.ShopCommand;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program. Exit codes: 0 done, 1 failed or wrongly used or configured, 2 a person must look. */
public final class Shop {

    private Shop() {}

    /** Runs one command. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs one command and returns its exit code. */
    public static int run(String... arguments) {
        return commandLine(Time.real(), System::getenv)
                .setOut(utf8(System.out))
                .setErr(utf8(System.err))
                .execute(arguments);
    }

    /** Names of places and goods come through whatever the platform's charset is, which in a pipe or a cron job is often ASCII. */
    private static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /**
     * The program in a time and an environment of the caller's.
     *
     * @param environment gives the value of a variable, or null
     */
    static CommandLine commandLine(Time time, UnaryOperator<String> environment) {
        return ShopCommand.line(time, environment)
                .setParameterExceptionHandler((fault, given) -> {
                    fault.getCommandLine().getErr().println(fault.getMessage());
                    if (!UnmatchedArgumentException.printSuggestions(
                            fault, fault.getCommandLine().getErr())) {
                        fault.getCommandLine().usage(fault.getCommandLine().getErr());
                    }
                    return ExitCodes.FAILED;
                })
                .setExecutionExceptionHandler((fault, command, given) -> {
                    command.getErr().println(Faults.text(fault));
                    return ExitCodes.FAILED;
                });
    }
}
