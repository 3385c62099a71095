package io.orderweave.examples.shop.command;

import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectFilter;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.examples.shop.ExitCodes;
import io.orderweave.examples.shop.ShopHub;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "effects", description = "Lists effects, the oldest first.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class EffectsCommand implements Callable<Integer> {

    @ParentCommand
    private ShopCommand shop;

    @Option(names = "--state", description = "Only effects in one of these states: ${COMPLETION-CANDIDATES}")
    private List<EffectState> states = new ArrayList<>();

    @Option(names = "--kind", description = "Only effects of one of these kinds, such as invoice.")
    private List<String> kinds = new ArrayList<>();

    @Option(
            names = "--limit",
            defaultValue = "100",
            converter = Limits.class,
            description = "At most so many, up to 10000; ${DEFAULT-VALUE} unless given.")
    private int limit;

    @Override
    public Integer call() {
        return shop.withHub(open -> {
            List<Effect> effects = page(open, Optional.empty(), limit);
            EffectText.list(effects, "", shop.out());
            shop.out().println(Count.of(effects.size(), "effect"));
            if (effects.size() == limit
                    && !page(open, Optional.of(effects.get(limit - 1).key()), 1).isEmpty()) {
                Limits.tellMore(limit, shop.err());
            }
            return ExitCodes.DONE;
        });
    }

    private List<Effect> page(ShopHub open, Optional<EffectKey> after, int most) {
        EffectFilter.Builder filter =
                EffectFilter.builder().addAllStates(states).after(after).limit(most);
        kinds.forEach(kind -> filter.addKinds(new EffectKind(kind)));
        return open.hub().effects().list(filter.build());
    }
}
