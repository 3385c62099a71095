package io.orderweave.examples.shop.command;

import io.orderweave.examples.shop.ExitCodes;
import io.orderweave.id.QuarantineId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "quarantine",
        description = "Lists what could not be read. Ends with 2 when there is something.",
        subcommands = {QuarantineCommand.Retry.class, QuarantineCommand.Dismiss.class})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class QuarantineCommand implements Callable<Integer> {

    @ParentCommand
    private ShopCommand shop;

    @Override
    public Integer call() {
        return shop.withHub(open -> {
            if (QuarantineText.list(open.hub().quarantine(), shop.out())) {
                return ExitCodes.LOOK;
            }
            shop.out().println("nothing is in quarantine");
            return ExitCodes.DONE;
        });
    }

    @Command(name = "retry", description = "Reads an order again, as its channel tells it now.")
    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    static final class Retry implements Callable<Integer> {

        @ParentCommand
        private QuarantineCommand quarantine;

        @Parameters(paramLabel = "ID", description = "The item's id, as the list tells it.")
        private String id;

        @Override
        public Integer call() {
            return quarantine.shop.withHub(open -> {
                boolean read = open.hub().quarantine().retry(new QuarantineId(id), Ids.person());
                quarantine.shop.out().println(id + ": " + (read ? "read" : "still cannot be read"));
                return read ? ExitCodes.DONE : ExitCodes.LOOK;
            });
        }
    }

    @Command(name = "dismiss", description = "Takes an item off the list; it is kept.")
    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    static final class Dismiss implements Callable<Integer> {

        @ParentCommand
        private QuarantineCommand quarantine;

        @Parameters(paramLabel = "ID", description = "The item's id, as the list tells it.")
        private String id;

        @Override
        public Integer call() {
            return quarantine.shop.withHub(open -> {
                open.hub().quarantine().dismiss(new QuarantineId(id), Ids.person());
                quarantine.shop.out().println(id + ": off the list");
                return ExitCodes.DONE;
            });
        }
    }
}
