package io.orderweave.connectors.kaufland;

import static io.orderweave.http.JsonParts.all;
import static io.orderweave.http.JsonParts.told;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderweave.connection.Lookup;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.ReturnDecisions;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.JsonProblem;
import io.orderweave.http.NoBody;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * Tells what the seller says to a return, one call for each piece. A rejection and a question open a ticket with the buyer, so they
 * want a message. Accepting pays the buyer back.
 */
final class KauflandReturnDecisions implements ReturnDecisions {

    private static final String RETURN = "kaufland aReturn";

    private final KauflandApi api;

    KauflandReturnDecisions(KauflandApi api) {
        this.api = api;
    }

    @Override
    public Set<Verdict> supported() {
        return KauflandReturnTerms.verdicts().keySet();
    }

    @Override
    public WriteAnswer decide(ReturnDecision decision) {
        Optional<LongFunction<Reply<NoBody>>> action = action(decision);
        if (action.isEmpty()) {
            return new WriteAnswer.Rejected(
                    supported().contains(decision.verdict())
                            ? "Kaufland wants a message to the buyer with " + decision.verdict()
                            : "Kaufland knows no " + decision.verdict());
        }
        Optional<List<KauflandReturnDto.Unit>> units = units(decision);
        if (units.isEmpty()) {
            return new WriteAnswer.Rejected("Kaufland does not show the return, or not with these pieces");
        }
        String status = status(decision);
        List<Long> open = units.get().stream()
                .filter(unit -> !status.equals(unit.status()))
                .map(KauflandReturnDto.Unit::idReturnUnit)
                .filter(Objects::nonNull)
                .toList();
        return new KauflandUnitActions(action.get(), id -> has(decision, id)).perform(open);
    }

    @Override
    public Lookup find(ReturnDecision decision) {
        return Optional.of(decision.returnId())
                .filter(KauflandId::isValid)
                .flatMap(id -> api.aReturn(id).ifThere(RETURN))
                .flatMap(raw -> units(decision, raw))
                .filter(units ->
                        units.stream().allMatch(unit -> status(decision).equals(unit.status())))
                .map(decided -> Lookup.found(decision.returnId()))
                .orElseGet(Lookup::absent);
    }

    /** The call for a piece; empty when Kaufland has none, or wants a message that is missing. */
    private Optional<LongFunction<Reply<NoBody>>> action(ReturnDecision decision) {
        Optional<KauflandMessageDto> message =
                decision.message().filter(text -> !text.isBlank()).map(KauflandMessageDto::new);
        return switch (decision.verdict()) {
            case ACCEPTED -> Optional.of(api::acceptReturn);
            case REPAIRED -> Optional.of(api::repairReturn);
            case REJECTED -> message.map(said -> id -> api.rejectReturn(id, said));
            case TO_BE_CLARIFIED -> message.map(said -> id -> api.clarifyReturn(id, said));
            case REPLACED -> Optional.empty();
        };
    }

    private boolean has(ReturnDecision decision, long returnUnit) {
        return units(decision).stream()
                .flatMap(List::stream)
                .filter(unit -> Objects.equals(unit.idReturnUnit(), returnUnit))
                .anyMatch(unit -> status(decision).equals(unit.status()));
    }

    private static String status(ReturnDecision decision) {
        return KauflandReturnTerms.verdicts().getOrDefault(decision.verdict(), "");
    }

    /** The pieces the decision is about, as they are now; empty when one of them is not there. */
    private Optional<List<KauflandReturnDto.Unit>> units(ReturnDecision decision) {
        if (!KauflandId.isValid(decision.returnId())
                || !(api.aReturn(decision.returnId()) instanceof Reply.Done<RawJson> done)) {
            return Optional.empty();
        }
        return units(decision, done.body());
    }

    private static Optional<List<KauflandReturnDto.Unit>> units(ReturnDecision decision, RawJson raw) {
        List<KauflandReturnDto.Unit> there = unitsOf(raw).stream()
                .filter(unit ->
                        decision.items().isEmpty() || decision.items().contains(String.valueOf(unit.idReturnUnit())))
                .toList();
        boolean complete = decision.items().isEmpty()
                ? !there.isEmpty()
                : there.size() == decision.items().size();
        return complete ? Optional.of(there) : Optional.empty();
    }

    private static List<KauflandReturnDto.Unit> unitsOf(RawJson raw) {
        try {
            KauflandReturnDto shown =
                    told(raw.as(KauflandReturnDto.Envelope.class).data(), RETURN, "$.data");
            return all(told(shown.returnUnits(), RETURN, "$.data.return_units"));
        } catch (JsonProcessingException e) {
            throw OutsideFault.of(FaultCategory.CONTRACT, Reached.NO, RETURN + ": " + JsonProblem.describe(e))
                    .build();
        }
    }
}
