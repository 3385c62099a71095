package io.orderweave.examples.shop;

import io.orderweave.examples.shop.command.ShopCommand;
import picocli.CommandLine;

/** The program. Exit codes: 0 done, 1 failed or wrongly used or configured, 2 a person must look. */
public final class Shop {

    private Shop() {}

    /** Runs one command. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs one command and returns its exit code. */
    public static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return new CommandLine(new ShopCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((fault, given) -> {
                    fault.getCommandLine().getErr().println(fault.getMessage());
                    fault.getCommandLine().usage(fault.getCommandLine().getErr());
                    return ExitCodes.FAILED;
                })
                .setExecutionExceptionHandler((fault, command, given) -> {
                    command.getErr().println(Faults.text(fault));
                    return ExitCodes.FAILED;
                });
    }
}
