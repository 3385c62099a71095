package io.orderweave.examples.shop.command;

import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.Effects;
import io.orderweave.examples.shop.ExitCodes;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "resolve", description = "Says what became of an effect in doubt, after a person has looked.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ResolveCommand implements Callable<Integer> {

    /** What a person found. */
    enum Finding {
        DONE,
        ABSENT
    }

    @ParentCommand
    private ShopCommand shop;

    @Parameters(paramLabel = "EFFECT", description = "The effect's key.")
    private String effect;

    @Option(names = "--as", required = true, description = "${COMPLETION-CANDIDATES}")
    private Finding as;

    @Option(
            names = "--reference",
            defaultValue = "",
            description =
                    "With done: the other side's id of the result. Of a shipment the courier's shipment id, a space and"
                            + " the tracking number, in quotes: '4711 Z4711'.")
    private String reference;

    @Override
    public Integer call() {
        return shop.withHub(open -> {
            Effects effects = open.hub().effects();
            EffectKey key = Ids.effect(effect);
            Effect resolved = as == Finding.DONE
                    ? effects.resolveAsDone(key, reference, Ids.person())
                    : effects.resolveAsAbsent(key, Ids.person());
            shop.out().println(EffectText.of(resolved));
            return ExitCodes.DONE;
        });
    }
}
