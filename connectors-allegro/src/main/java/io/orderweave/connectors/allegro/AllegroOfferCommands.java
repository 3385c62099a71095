package io.orderweave.connectors.allegro;

import static io.orderweave.http.JsonParts.all;
import static io.orderweave.http.JsonParts.text;

import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.OfferRef;
import io.orderweave.connectors.allegro.AllegroCommandTasksDto.Problem;
import io.orderweave.connectors.allegro.AllegroCommandTasksDto.Task;
import io.orderweave.http.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Gives commands and follows them to their end, offer by offer. A command whose id Allegro knows already was given before; one that
 * it does not know when asked for is given then. So giving and following are the same, however often.
 */
final class AllegroOfferCommands {

    private static final int KNOWN_ALREADY = 409;
    private static final int LARGEST_PAGE = 1000;

    private final AllegroApi api;

    AllegroOfferCommands(AllegroApi api) {
        this.api = api;
    }

    /** Gives the command, unless Allegro has it. */
    void give(AllegroOfferCommand command, AllegroOfferAnswers answers) {
        Reply<AllegroCommandReportDto> reply =
                api.putOfferCommand(command.kind().resource(), command.id().toString(), command.body());
        if (reply instanceof Reply.Refused<AllegroCommandReportDto> refused && refused.status() != KNOWN_ALREADY) {
            answers.reject(command.offers(), refused.reason());
        } else {
            answers.await(command.offers());
        }
    }

    /** Asks what became of the command. */
    void follow(AllegroOfferCommand command, AllegroOfferAnswers answers) {
        Reply<AllegroCommandReportDto> reply =
                api.offerCommand(command.kind().resource(), command.id().toString());
        if (reply instanceof Reply.Refused<AllegroCommandReportDto>) {
            give(command, answers);
        } else if (((Reply.Done<AllegroCommandReportDto>) reply).body().completedAt() == null) {
            answers.await(command.offers());
        } else {
            Map<String, Task> tasks = tasks(command);
            for (OfferRef offer : command.offers()) {
                Optional<Task> task = Optional.ofNullable(tasks.get(offer.id()));
                if (task.filter(one -> !isOver(one)).isPresent()) {
                    answers.await(command.offers());
                } else {
                    answers.put(offer, answer(task));
                }
            }
        }
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
