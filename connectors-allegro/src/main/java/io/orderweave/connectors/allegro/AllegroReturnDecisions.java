package io.orderweave.connectors.allegro;

import static io.orderweave.http.JsonParts.text;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.ReturnDecisions;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rejects returns. Allegro decides on a return as a whole, and knows no call that accepts one: the refund is the acceptance. What
 * was repaired or replaced is a rejection of the refund, with its own code.
 */
final class AllegroReturnDecisions implements ReturnDecisions {

    private static final String BY_REASON = "REFUND_REJECTED";
    private static final Map<Verdict, String> CODES =
            Map.of(Verdict.REJECTED, BY_REASON, Verdict.REPAIRED, "ITEM_FIXED", Verdict.REPLACED, "NEW_ITEM_SENT");
    private static final Set<String> REJECTIONS =
            Set.of(BY_REASON, "MISSING_PART_SENT", "ITEM_MISMATCH", "BUSINESS_PURCHASE", "NO_RETURN_RIGHT");
    private static final int LONGEST_REASON = 250;

    private final AllegroApi api;

    AllegroReturnDecisions(AllegroApi api) {
        this.api = api;
    }

    @Override
    public Set<Verdict> supported() {
        return CODES.keySet();
    }

    @Override
    public WriteAnswer decide(ReturnDecision decision) {
        Optional<String> unfit = unfit(decision);
        if (unfit.isPresent()) {
            return new WriteAnswer.Rejected(unfit.get());
        }
        Reply<AllegroReturnDto> reply = api.customerReturn(decision.returnId());
        if (reply instanceof Reply.Refused<AllegroReturnDto> refused) {
            return new WriteAnswer.Rejected("the return cannot be read: " + refused.reason());
        }
        Optional<String> there = rejection(((Reply.Done<AllegroReturnDto>) reply).body());
        if (there.isPresent()) {
            return there.get().equals(code(decision))
                    ? new WriteAnswer.AlreadyApplied(Optional.empty())
                    : new WriteAnswer.Rejected("the return was rejected before, with " + there.get());
        }
        Reply<AllegroReturnDto> answer = api.rejectReturn(
                decision.returnId(),
                new AllegroRejectionDto(new AllegroRejectionDto.Rejection(
                        code(decision),
                        decision.message().flatMap(message -> text(message)).orElse(null))));
        return answer instanceof Reply.Refused<AllegroReturnDto> refused
                ? new WriteAnswer.Rejected(refused.reason())
                : WriteAnswer.applied();
    }

    @Override
    public Lookup find(ReturnDecision decision) {
        Reply<AllegroReturnDto> reply = api.customerReturn(decision.returnId());
        if (reply instanceof Reply.Refused<AllegroReturnDto> refused
                && refused.missing().isPresent()) {
            // Whoever may not look has not seen that it is absent.
            throw OutsideFault.of(FaultCategory.REJECTED, Reached.NO, "allegro customerReturn: " + refused.what())
                    .remoteRequestId(refused.requestId())
                    .build();
        }
        return reply instanceof Reply.Done<AllegroReturnDto> done
                        && rejection(done.body()).filter(code(decision)::equals).isPresent()
                ? new Lookup.Found(Optional.empty())
                : Lookup.absent();
    }

    private static Optional<String> unfit(ReturnDecision decision) {
        if (!CODES.containsKey(decision.verdict())) {
            return Optional.of("Allegro takes no verdict " + decision.verdict() + " on a return");
        }
        if (!decision.items().isEmpty()) {
            return Optional.of("Allegro decides on a return as a whole, not on single items");
        }
        if (decision.verdict() == Verdict.REJECTED && !REJECTIONS.contains(code(decision))) {
            return Optional.of("Allegro's codes of a rejection are "
                    + String.join(", ", REJECTIONS.stream().sorted().toList()));
        }
        int length = decision.message()
                .flatMap(message -> text(message))
                .map(String::length)
                .orElse(0);
        if (length == 0 && code(decision).equals(BY_REASON)) {
            return Optional.of("Allegro wants a message for the buyer with " + BY_REASON);
        }
        return length > LONGEST_REASON
                ? Optional.of("Allegro takes messages of up to " + LONGEST_REASON + " characters with a rejection")
                : Optional.empty();
    }

    private static String code(ReturnDecision decision) {
        String usual = CODES.getOrDefault(decision.verdict(), BY_REASON);
        return decision.verdict() == Verdict.REJECTED ? decision.reason().orElse(usual) : usual;
    }

    private static Optional<String> rejection(AllegroReturnDto one) {
        return one.rejection() == null ? Optional.empty() : text(one.rejection().code());
    }
}
