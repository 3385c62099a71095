package io.orderweave.examples.shop.command;

import io.orderweave.effect.EffectKind;
import io.orderweave.examples.shop.ExitCodes;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "why-not", description = "Tells why an order has no effect of a kind, or why it is not done.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class WhyNotCommand implements Callable<Integer> {

    @ParentCommand
    private ShopCommand shop;

    @Parameters(index = "0", paramLabel = "ORDER", description = "The order's id or number.")
    private String order;

    @Parameters(index = "1", paramLabel = "KIND", description = "Such as invoice or shipment.")
    private String kind;

    @Override
    public Integer call() {
        return shop.withHub(open -> {
            shop.out()
                    .println(open.hub()
                            .journal()
                            .whyNot(Ids.order(open.hub(), order).id(), new EffectKind(kind))
                            .text());
            return ExitCodes.DONE;
        });
    }
}
