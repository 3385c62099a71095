package io.orderweave.examples.shop.command;

import io.orderweave.examples.shop.ExitCodes;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "rearm", description = "Plans a refused or cancelled effect again, when what was in its way is mended.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class RearmCommand implements Callable<Integer> {

    @ParentCommand
    private ShopCommand shop;

    @Parameters(paramLabel = "EFFECT", description = "The effect's key.")
    private String effect;

    @Override
    public Integer call() {
        return shop.withHub(open -> {
            shop.out().println(EffectText.of(open.hub().effects().rearm(Ids.effect(effect), Ids.person())));
            return ExitCodes.DONE;
        });
    }
}
