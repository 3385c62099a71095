package io.orderweave.examples.shop.command;

import io.orderweave.examples.shop.ShopHub;
import io.orderweave.examples.shop.Time;
import io.orderweave.examples.shop.config.ShopConfig;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What all commands share: the configuration, time, and where they print. */
@Command(
        name = "shop",
        description = "Orders of every marketplace in one book.",
        subcommands = {
            RunCommand.class,
            ProbeCommand.class,
            AuthCommand.class,
            OrdersCommand.class,
            OrderCommand.class,
            MailCommand.class,
            EffectsCommand.class,
            WhyCommand.class,
            WhyNotCommand.class,
            ResolveCommand.class,
            RearmCommand.class,
            ReleaseCommand.class,
            QuarantineCommand.class,
            DocumentCommand.class,
            RulesCommand.class
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ShopCommand implements Runnable {

    private final Time time;
    private final UnaryOperator<String> environment;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--config",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            defaultValue = "shop.properties",
            description = "The configuration; ${DEFAULT-VALUE} unless given.")
    private Path config;

    @Option(
            names = {"-h", "--help"},
            scope = ScopeType.INHERIT,
            usageHelp = true,
            description = "Show this text.")
    @SuppressWarnings("UnusedVariable") // that there is such an option is all that picocli needs
    private boolean help;

    private ShopCommand(Time time, UnaryOperator<String> environment) {
        this.time = time;
        this.environment = environment;
    }

    /**
     * The program's command line.
     *
     * @param environment gives the value of a variable, or null
     */
    public static CommandLine line(Time time, UnaryOperator<String> environment) {
        return new CommandLine(new ShopCommand(time, environment))
                .registerConverter(Instant.class, Moments::parse)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public void run() {
        throw missingCommand(spec);
    }

    /** Somebody named a group of commands and none of them. */
    static CommandLine.ParameterException missingCommand(CommandSpec spec) {
        return new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
    }

    ShopConfig config() {
        return ShopConfig.read(config, environment);
    }

    /**
     * Opens the shop for one command and closes it afterwards, also when the process is told to end. It goes by the rules and mappings
     * in force; those of the file are only looked at.
     */
    int withHub(Function<ShopHub, Integer> command) {
        return with(ShopHub.open(config(), time.clock()), command);
    }

    /** As {@link #withHub}, for a command that acts by the file's rules and mappings: newer ones are put in force. */
    int withHubToRun(Function<ShopHub, Integer> command) {
        return with(ShopHub.openToRun(config(), time.clock()), command);
    }

    @SuppressWarnings("try") // the ending is there to be closed
    private static int with(ShopHub shop, Function<ShopHub, Integer> command) {
        try (Ending ending = Ending.of(shop.hub());
                shop) {
            return command.apply(shop);
        }
    }

    Time time() {
        return time;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
