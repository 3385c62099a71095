package io.orderweave.examples.shop.command;

import io.orderweave.connection.ConnectionId;
import io.orderweave.error.OrderweaveException;
import io.orderweave.examples.shop.ExitCodes;
import io.orderweave.examples.shop.ShopHub;
import io.orderweave.examples.shop.config.ConnectionConfig;
import io.orderweave.examples.shop.config.ConnectionConfig.BankMails;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(name = "probe", description = "Tests every connection's credentials.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ProbeCommand implements Callable<Integer> {

    @ParentCommand
    private ShopCommand shop;

    @Override
    public Integer call() {
        return shop.withHub(open -> {
            boolean sound = true;
            for (ConnectionConfig connection : open.config().connections()) {
                sound &= connection instanceof BankMails mails ? probe(mails) : probe(open, connection.id());
            }
            return sound ? ExitCodes.DONE : ExitCodes.FAILED;
        });
    }

    private boolean probe(BankMails mails) {
        boolean there = Files.isDirectory(mails.folder());
        shop.out().println(mails.id() + ": " + (there ? "connected" : "there is no folder " + mails.folder()));
        return there;
    }

    private boolean probe(ShopHub open, ConnectionId connection) {
        try {
            open.hub().probe(connection);
            shop.out().println(connection + ": connected");
            return true;
        } catch (OrderweaveException fault) {
            shop.out().println(connection + ": " + AuthCommand.advice(open, connection, fault));
            return false;
        }
    }
}
