package io.orderweave.examples.shop.command;

import io.orderweave.examples.shop.ShopHub;
import io.orderweave.examples.shop.config.ShopConfig;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What all commands share: the configuration, and where they print. */
@Command(
        name = "shop",
        description = "Orders of every marketplace in one book.",
        mixinStandardHelpOptions = true,
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
            DocumentCommand.class,
            RulesCommand.class
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ShopCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--config",
            scope = ScopeType.INHERIT,
            defaultValue = "shop.properties",
            description = "the configuration, ${DEFAULT-VALUE} unless given")
    private Path config;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
    }

    ShopConfig config() {
        return ShopConfig.read(config, System::getenv);
    }

    /** Opens the shop for one command and closes it afterwards. */
    int withHub(Function<ShopHub, Integer> command) {
        try (ShopHub shop = ShopHub.open(config(), Clock.systemUTC())) {
            return command.apply(shop);
        }
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
