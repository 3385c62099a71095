package io.orderweave.mapping;

import io.orderweave.connection.ConnectionId;
import io.orderweave.id.StatusId;
import io.orderweave.order.Phase;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.written.WrittenFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies mappings against the shop they are for: that its connections and statuses exist, and that nothing leads where it must not. All
 * faults at once, each with its place. Pure and thread-safe.
 *
 * @param channels the connections that lead to sales channels
 * @param couriers those that lead to couriers
 */
public record MappingVerifier(StatusCatalogue statuses, Set<ConnectionId> channels, Set<ConnectionId> couriers) {

    public MappingVerifier {
        channels = Set.copyOf(channels);
        couriers = Set.copyOf(couriers);
    }

    /** Everything wrong with the mappings, connection by connection. */
    public List<WrittenFault> problems(MappingSet mappings) {
        List<WrittenFault> problems = new ArrayList<>(statusProblems(mappings));
        for (ConnectionId connection : mappings.mapped()) {
            String at = place(connection);
            if (mappings.statusMaps().containsKey(connection)
                    || mappings.dictionaries().containsKey(connection)) {
                known(connection, channels, at, "no sales channel has the connection", problems);
            }
            if (mappings.courierStatusMaps().containsKey(connection)) {
                known(connection, couriers, at, "no courier has the connection", problems);
            }
        }
        return sorted(problems);
    }

    /** The rows whose status is none of the shop's, or one that they must not lead to: no order can follow them. */
    public List<WrittenFault> statusProblems(MappingSet mappings) {
        List<WrittenFault> problems = new ArrayList<>();
        for (ConnectionId connection : mappings.mapped()) {
            String at = place(connection);
            mappings.statusMap(connection)
                    .inbound()
                    .forEach((term, status) -> known(status, row(at, MappingReading.INBOUND, term), problems));
            mappings.statusMap(connection)
                    .outbound()
                    .keySet()
                    .forEach(status -> known(status, row(at, MappingReading.OUTBOUND, status), problems));
            mappings.courierStatusMap(connection).milestones().forEach((milestone, status) -> {
                String here =
                        row(at, MappingReading.MILESTONES, milestone.name().toLowerCase(Locale.ROOT));
                known(status, here, problems);
                if (statuses.find(status).flatMap(it -> it.phase()).equals(Optional.of(Phase.CANCELLED))) {
                    problems.add(
                            new WrittenFault(here, "status '" + status + "' cancels; no courier cancels an order"));
                }
            });
        }
        return sorted(problems);
    }

    private static String place(ConnectionId connection) {
        return "/connections" + WrittenFault.step(connection.value());
    }

    private static List<WrittenFault> sorted(List<WrittenFault> problems) {
        return problems.stream()
                .sorted(Comparator.comparing(WrittenFault::pointer))
                .toList();
    }

    private void known(StatusId status, String at, List<WrittenFault> problems) {
        if (statuses.find(status).isEmpty()) {
            List<String> names =
                    statuses.statuses().stream().map(it -> it.id().value()).toList();
            problems.add(WrittenFault.of(at, "the shop has no status", status.value(), names));
        }
    }

    private static void known(
            ConnectionId connection,
            Collection<ConnectionId> there,
            String at,
            String problem,
            List<WrittenFault> problems) {
        if (!there.contains(connection)) {
            problems.add(WrittenFault.of(
                    at,
                    problem,
                    connection.value(),
                    there.stream().map(ConnectionId::value).toList()));
        }
    }

    private static String row(String at, String table, Object key) {
        return at + "/" + table + WrittenFault.step(key.toString());
    }
}
