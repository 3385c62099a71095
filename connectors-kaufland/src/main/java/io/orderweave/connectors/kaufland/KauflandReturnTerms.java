package io.orderweave.connectors.kaufland;

import static io.orderweave.http.JsonParts.text;

import io.orderweave.connector.ChannelReturn.Stage;
import io.orderweave.connector.ReturnDecisions.Verdict;
import io.orderweave.http.UnknownWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Kaufland's words for returns. A return has a status of its parcel, each of its pieces one of the seller's work; what the pieces say
 * goes further.
 */
final class KauflandReturnTerms {

    /** A deleted label makes no return undone: the buyer may send it otherwise (UNCONFIRMED). */
    private static final Map<String, Stage> PARCELS = Map.of(
            "return_requested", Stage.ANNOUNCED,
            "label_generated", Stage.ANNOUNCED,
            "label_deleted", Stage.ANNOUNCED,
            "package_sent", Stage.ON_ITS_WAY,
            "package_received", Stage.ARRIVED);

    private static final Map<String, Stage> PIECES = Map.of(
            "return_arrived", Stage.ARRIVED,
            "return_in_repair", Stage.ARRIVED,
            "return_in_clarification", Stage.ARRIVED,
            "return_accepted", Stage.ACCEPTED,
            "return_rejected", Stage.REJECTED,
            "return_closed", Stage.CLOSED);

    private static final String WAITS = "need_to_be_returned";

    private static final Map<Verdict, String> VERDICTS = Map.of(
            Verdict.ACCEPTED, "return_accepted",
            Verdict.REJECTED, "return_rejected",
            Verdict.REPAIRED, "return_in_repair",
            Verdict.TO_BE_CLARIFIED, "return_in_clarification");

    private final UnknownWords unknown = new UnknownWords("Kaufland");

    /** The verdicts that are statuses of pieces, with these. */
    static Map<Verdict, String> verdicts() {
        return VERDICTS;
    }

    /** The pieces' status where they have one and the same that is theirs, else the parcel's. */
    String term(@Nullable String parcel, List<KauflandReturnDto.Unit> units) {
        return agreed(units).orElseGet(() -> text(parcel).orElse("unknown"));
    }

    Stage stage(@Nullable String parcel, List<KauflandReturnDto.Unit> units) {
        Optional<String> agreed = agreed(units);
        String word = agreed.orElseGet(() -> text(parcel).orElse(""));
        Stage stage = (agreed.isPresent() ? PIECES : PARCELS).get(word);
        if (stage == null) {
            unknown.note("return status", word);
            return Stage.UNKNOWN;
        }
        return stage;
    }

    private static Optional<String> agreed(List<KauflandReturnDto.Unit> units) {
        List<String> statuses = units.stream()
                .map(unit -> text(unit.status()).orElse(""))
                .distinct()
                .toList();
        return Optional.of(statuses)
                .filter(all -> all.size() == 1)
                .map(all -> all.get(0))
                .filter(status -> !status.isEmpty() && !status.equals(WAITS));
    }
}
