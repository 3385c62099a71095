package io.orderweave.simulator.junit;

import io.orderweave.simulator.Simulator;
import io.orderweave.simulator.SimulatorClock;
import io.orderweave.simulator.allegro.AllegroSettings;
import io.orderweave.simulator.allegro.AllegroSimulator;
import io.orderweave.simulator.kaufland.KauflandSimulator;
import io.orderweave.simulator.merchantpro.MerchantProSimulator;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A simulator that an annotation asks for. Immutable.
 *
 * @param annotation what asks for it
 * @param type what a test takes
 * @param starter starts it as the annotation says
 */
record SimulatorKind<A extends Annotation, S extends Simulator>(
        Class<A> annotation, Class<S> type, BiFunction<A, SimulatorClock, S> starter) {

    static final List<SimulatorKind<?, ?>> ALL = List.of(
            new SimulatorKind<>(WithAllegro.class, AllegroSimulator.class, SimulatorKind::allegro),
            new SimulatorKind<>(WithKaufland.class, KauflandSimulator.class, SimulatorKind::kaufland),
            new SimulatorKind<>(WithMerchantPro.class, MerchantProSimulator.class, SimulatorKind::merchantPro));

    S start(A asked, SimulatorClock clock) {
        return starter.apply(asked, clock);
    }

    /** The kind of that type. */
    static Optional<SimulatorKind<?, ?>> of(Class<?> type) {
        return ALL.stream().filter(kind -> kind.type() == type).findFirst();
    }

    private static AllegroSimulator allegro(WithAllegro asked, SimulatorClock clock) {
        AllegroSettings.Builder settings = AllegroSimulator.builder(asked.clientId(), asked.clientSecret());
        settings.clock(clock);
        if (!asked.applicationName().isEmpty()) {
            settings.applicationName(asked.applicationName());
        }
        return settings.start();
    }

    private static KauflandSimulator kaufland(WithKaufland asked, SimulatorClock clock) {
        return KauflandSimulator.builder(asked.clientKey(), asked.secretKey())
                .storefronts(List.of(asked.storefronts()))
                .clock(clock)
                .start();
    }

    private static MerchantProSimulator merchantPro(WithMerchantPro asked, SimulatorClock clock) {
        return MerchantProSimulator.builder(asked.apiKey(), asked.apiSecret())
                .dateFilters(Set.of(asked.dateFilters()))
                .clock(clock)
                .start();
    }
}
