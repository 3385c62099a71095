package io.orderweave.connectors.allegro;

import static io.orderweave.http.JsonParts.all;
import static io.orderweave.http.JsonParts.text;

import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.BatchAnswer;
import io.orderweave.connector.OfferRef;
import io.orderweave.connectors.allegro.AllegroCommandTasksDto.Problem;
import io.orderweave.connectors.allegro.AllegroCommandTasksDto.Task;
import io.orderweave.http.Reply;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives the commands of a batch and follows them to their end, offer by offer. A command whose id Allegro knows already was given
 * before; one that it does not know when asked for is given then. So giving and following are the same, however often.
 */
final class AllegroOfferCommands {

    private static final int KNOWN_ALREADY = 409;
    private static final int LARGEST_PAGE = 1000;
    private static final Set<String> NOT_FOR_SALE = Set.of("ENDED", "INACTIVE");

    /** Usually it takes moments, an hour was seen. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);

    private static final Duration GIVE_UP = Duration.ofHours(2);

    private final AllegroApi api;

    AllegroOfferCommands(AllegroApi api) {
        this.api = api;
    }

    /**
     * Gives all commands.
     *
     * @param handle by which {@link #follow} is called for the same commands
     * @param decided the offers that are in no command
     */
    BatchAnswer give(String handle, List<AllegroOfferCommand> commands, Map<OfferRef, WriteAnswer> decided) {
        Map<OfferRef, WriteAnswer> answers = new HashMap<>(decided);
        boolean taken = false;
        for (AllegroOfferCommand command : commands) {
            Optional<String> refusal = give(command);
            refusal.ifPresent(reason -> reject(command, reason, answers));
            taken |= refusal.isEmpty();
        }
        return taken
                ? new BatchAnswer.Accepted(handle, LOOK_AGAIN, GIVE_UP)
                : new BatchAnswer.Finished(answers);
    }

    /** What became of the commands; not finished before the last of them is. */
    BatchAnswer follow(String handle, List<AllegroOfferCommand> commands, Map<OfferRef, WriteAnswer> decided) {
        Map<OfferRef, WriteAnswer> answers = new HashMap<>(decided);
        boolean finished = true;
        for (AllegroOfferCommand command : commands) {
            finished &= follow(command, answers);
        }
        return finished
                ? new BatchAnswer.Finished(answers)
                : new BatchAnswer.Accepted(handle, LOOK_AGAIN, GIVE_UP);
    }

    /** Why Allegro refused the command as a whole; empty when it has it. */
    private Optional<String> give(AllegroOfferCommand command) {
        Reply<AllegroCommandReportDto> reply =
                api.putOfferCommand(command.kind().resource(), command.id().toString(), command.body());
        return reply instanceof Reply.Refused<AllegroCommandReportDto> refused && refused.status() != KNOWN_ALREADY
                ? Optional.of(refused.reason())
                : Optional.empty();
    }

    /** Whether the command is over, with the answers. */
    private boolean follow(AllegroOfferCommand command, Map<OfferRef, WriteAnswer> answers) {
        Reply<AllegroCommandReportDto> reply =
                api.offerCommand(command.kind().resource(), command.id().toString());
        if (reply instanceof Reply.Refused<AllegroCommandReportDto>) {
            Optional<String> refusal = give(command);
            refusal.ifPresent(reason -> reject(command, reason, answers));
            return refusal.isPresent();
        }
        if (((Reply.Done<AllegroCommandReportDto>) reply).body().completedAt() == null) {
            return false;
        }
        Map<String, Task> tasks = tasks(command);
        boolean finished = command.offers().stream()
                .allMatch(offer -> !tasks.containsKey(offer.id()) || isOver(tasks.get(offer.id())));
        if (finished) {
            command.offers().forEach(offer -> answers.put(offer, answer(Optional.ofNullable(tasks.get(offer.id())))));
            if (command.kind() == AllegroOfferCommand.Kind.END) {
                forgiveWhatIsNotForSale(command, answers);
            }
        }
        return finished;
    }

    private Map<String, Task> tasks(AllegroOfferCommand command) {
        Map<String, Task> tasks = new LinkedHashMap<>();
        AllegroCommandTasksDto report =
                api.offerCommandTasks(command.kind().resource(), command.id().toString(), LARGEST_PAGE);
        for (Task task : all(report.tasks())) {
            if (task.offer() != null && task.offer().id() != null) {
                tasks.put(task.offer().id(), task);
            }
        }
        return tasks;
    }

    /** An offer that cannot be ended because it is not for sale is as it was meant to be. */
    private void forgiveWhatIsNotForSale(AllegroOfferCommand command, Map<OfferRef, WriteAnswer> answers) {
        List<String> refused = command.offers().stream()
                .filter(offer -> answers.get(offer) instanceof WriteAnswer.Rejected)
                .map(OfferRef::id)
                .toList();
        Set<String> ended = refused.isEmpty() ? Set.of() : notForSale(refused);
        command.offers().stream()
                .filter(offer -> ended.contains(offer.id()))
                .forEach(offer -> answers.put(offer, new WriteAnswer.AlreadyApplied(Optional.empty())));
    }

    private Set<String> notForSale(Collection<String> offerIds) {
        return all(api.offersOf(offerIds, LARGEST_PAGE).offers()).stream()
                .filter(offer -> text(offer.status()).filter(NOT_FOR_SALE::contains).isPresent())
                .flatMap(offer -> text(offer.id()).stream())
                .collect(Collectors.toSet());
    }

    private static void reject(AllegroOfferCommand command, String reason, Map<OfferRef, WriteAnswer> answers) {
        command.offers().forEach(offer -> answers.put(offer, new WriteAnswer.Rejected(reason)));
    }

    private static boolean isOver(Task task) {
        return text(task.status()).filter(status -> !status.equals("NEW")).isPresent();
    }

    private static WriteAnswer answer(Optional<Task> task) {
        if (task.isEmpty()) {
            return new WriteAnswer.Rejected("Allegro's report does not name the offer");
        }
        if ("SUCCESS".equals(task.get().status())) {
            return WriteAnswer.applied();
        }
        String codes = all(task.get().errors()).stream()
                .map(Problem::code)
                .flatMap(code -> text(code).stream())
                .distinct()
                .collect(Collectors.joining(", "));
        return new WriteAnswer.Rejected(
                codes.isEmpty() ? text(task.get().message()).orElse("Allegro did not change the offer") : codes);
    }
}
