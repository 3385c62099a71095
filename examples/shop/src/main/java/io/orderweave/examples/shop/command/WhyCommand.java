package io.orderweave.examples.shop.command;

import io.orderweave.examples.shop.ExitCodes;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "why", description = "Tells what led to an effect.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class WhyCommand implements Callable<Integer> {

    @ParentCommand
    private ShopCommand shop;

    @Parameters(paramLabel = "EFFECT", description = "The effect's key, such as order/.../invoice/final/1.")
    private String effect;

    @Override
    public Integer call() {
        return shop.withHub(open -> {
            shop.out().println(open.hub().journal().why(Ids.effect(effect)).text());
            return ExitCodes.DONE;
        });
    }
}
