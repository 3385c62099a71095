package io.orderweave.rule;

import io.orderweave.connection.ConnectionId;
import io.orderweave.id.StatusId;
import io.orderweave.mapping.MappingSet;
import io.orderweave.order.Phase;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.order.StatusIntent;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a status that channels are told may come back as: the inbound rows that lead to a status of the phase that was told, unless they
 * lead back, which an intake passes over. Which of its terms a channel answers with, only the channel knows. Pure.
 */
record Echoes(StatusCatalogue statuses, MappingSet mappings) {

    /** The statuses, other than itself, that an order of that status may be given by the channels it is told to. */
    Set<StatusId> of(StatusId status) {
        Set<StatusId> echoes = new LinkedHashSet<>();
        if (statuses.find(status).flatMap(known -> known.phase()).isPresent()) {
            mappings.statusMaps().keySet().forEach(channel -> collect(channel, status, echoes));
        }
        return echoes;
    }

    private void collect(ConnectionId channel, StatusId status, Set<StatusId> echoes) {
        Optional.ofNullable(mappings.statusMap(channel).outbound().get(status))
                .ifPresent(told -> mappings.statusMap(channel).inbound().values().stream()
                        .filter(echo -> !echo.equals(status) && isMeant(echo, told) && !statuses.isBefore(echo, status))
                        .forEach(echoes::add));
    }

    private boolean isMeant(StatusId echo, StatusIntent told) {
        return statuses.find(echo)
                .flatMap(known -> known.phase())
                .filter(phases(told)::contains)
                .isPresent();
    }

    private static Set<Phase> phases(StatusIntent told) {
        return switch (told) {
            case PROCESSING, READY_TO_SHIP -> EnumSet.of(Phase.IN_PROGRESS, Phase.READY);
            case READY_FOR_COLLECTION -> EnumSet.of(Phase.READY, Phase.SHIPPED);
            case SHIPPED -> EnumSet.of(Phase.SHIPPED);
            case DELIVERED -> EnumSet.of(Phase.DELIVERED);
            case CANCELLED -> EnumSet.of(Phase.CANCELLED);
        };
    }
}
