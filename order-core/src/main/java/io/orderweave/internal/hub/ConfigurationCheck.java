package io.orderweave.internal.hub;

import io.orderweave.connection.Connection;
import io.orderweave.connection.ConnectionId;
import io.orderweave.internal.book.Setup;
import io.orderweave.internal.journal.EventTypes;
import io.orderweave.rule.RuleVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Verifies a whole configuration before anything runs on it: every fault at once, each with a precise sentence. */
public final class ConfigurationCheck {

    private ConfigurationCheck() {}

    /** Everything wrong with it, each as one sentence. */
    public static List<String> problems(Setup setup, Set<ConnectionId> channels, Set<ConnectionId> couriers) {
        List<String> problems = new ArrayList<>(setup.statuses().problems());
        setup.statusMaps().forEach((connection, map) -> {
            known(problems, setup, connection, "status map");
            map.problems(setup.statuses())
                    .forEach(problem -> problems.add("status map of connection " + connection + ": " + problem));
        });
        setup.dictionaries().keySet().forEach(connection -> known(problems, setup, connection, "dictionary"));
        for (ConnectionId channel : channels) {
            Connection connection = setup.connection(channel);
            if (connection.seller().isEmpty()) {
                problems.add("connection " + channel + " sells and names no seller");
            }
        }
        for (Connection connection : setup.connections().values()) {
            connection
                    .seller()
                    .filter(seller -> !setup.sellers().containsKey(seller))
                    .ifPresent(seller -> problems.add("connection " + connection.id() + " names seller " + seller
                            + "; there are " + setup.sellers().keySet()));
        }
        problems.addAll(new RuleVerifier(setup.statuses(), couriers, EventTypes.names()).problems(setup.rules()));
        return problems;
    }

    private static void known(List<String> problems, Setup setup, ConnectionId connection, String what) {
        if (!setup.connections().containsKey(connection)) {
            problems.add("a " + what + " is given for connection " + connection + "; there are "
                    + setup.connections().keySet());
        }
    }
}
