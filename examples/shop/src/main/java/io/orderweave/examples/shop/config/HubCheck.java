package io.orderweave.examples.shop.config;

import io.orderweave.OrderHub;
import io.orderweave.OrderHubBuilder;
import io.orderweave.document.Seller;
import io.orderweave.error.OrderweaveException;
import io.orderweave.rule.RuleSet;
import io.orderweave.store.memory.MemoryStores;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what only a hub with all its parts can judge: rules that name what is not there, series whose numbers a payer could confuse. Its
 * hubs live in memory, so that mistakes are told before a database is opened.
 */
final class HubCheck {

    /** How a hub begins what it says of two series. */
    private static final Pattern SERIES = Pattern.compile("series (\\S+) \\(");

    private final Systems systems;
    private final Seller seller;
    private final List<ConnectionConfig> connections;

    HubCheck(Systems systems, Seller seller, List<ConnectionConfig> connections) {
        this.systems = systems;
        this.seller = seller;
        this.connections = connections;
    }

    /** Notes series whose numbers could be confused. Payers write them, so it matters once a bank tells payments. */
    void checkSeries(Config config) {
        try {
            hub(connections).close();
        } catch (OrderweaveException refused) {
            String.valueOf(refused.getMessage()).lines().forEach(problem -> {
                Matcher series = SERIES.matcher(problem);
                if (series.lookingAt()) {
                    config.problem("series." + series.group(1) + ".mask", problem);
                } else {
                    config.problem(problem);
                }
            });
        }
    }

    /** Everything wrong with the rules. The bank is left out, which they do not name: it might refuse the series. */
    List<String> problems(RuleSet rules) {
        List<ConnectionConfig> named = connections.stream()
                .filter(connection -> !(connection instanceof ConnectionConfig.BankMails))
                .toList();
        try (OrderHub hub = hub(named)) {
            return hub.rules().problems(rules);
        }
    }

    private OrderHub hub(List<ConnectionConfig> given) {
        Clock clock = Clock.systemUTC();
        OrderHubBuilder builder = OrderHub.builder()
                .stores(MemoryStores.create(clock))
                .clock(clock)
                .seller(seller);
        systems.connect(builder, given, clock);
        return builder.build();
    }
}
