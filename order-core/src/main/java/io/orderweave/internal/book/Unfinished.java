package io.orderweave.internal.book;

import io.orderweave.effect.EffectState;
import io.orderweave.store.StoredEffect;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which effects in the store still have something before them; a state that only a newer version knows is one of these. */
public final class Unfinished {

    private static final Set<String> FINAL = Stream.of(EffectState.values())
            .filter(EffectState::isFinal)
            .map(EffectState::name)
            .collect(Collectors.toUnmodifiableSet());

    private Unfinished() {}

    public static boolean is(StoredEffect effect) {
        return !FINAL.contains(effect.state());
    }
}
