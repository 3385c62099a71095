package io.orderweave.connectors.kaufland;

import static io.orderweave.http.JsonParts.all;

import io.orderweave.channel.Storefront;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.BatchAnswer;
import io.orderweave.connector.OfferRef;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.NoBody;
import io.orderweave.http.Reply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Changes offers, each storefront's by itself: one alone, several in bulk. Kaufland refuses a bulk as a whole when it is too large or
 * names an offer twice, and otherwise answers for each item.
 */
final class KauflandOfferWrites {

    /** Of one bulk. */
    static final int MOST = 150;

    private static final Pattern UNIT_ID = Pattern.compile("[1-9]\\d{0,17}");
    private static final BigDecimal FIRST_REFUSAL = BigDecimal.valueOf(300);

    private final KauflandApi api;
    private final KauflandStorefronts storefronts;

    KauflandOfferWrites(KauflandApi api, KauflandStorefronts storefronts) {
        this.api = api;
        this.storefronts = storefronts;
    }

    /** One change, or why it cannot be made. */
    sealed interface Wanted {}

    record Change(KauflandUnitChangeDto.Data data) implements Wanted {}

    record Impossible(String why) implements Wanted {}

    /** How a change is made for an offer of that storefront. */
    interface Changes<T> {

        OfferRef offer(T item);

        Wanted change(T item, Storefront storefront);
    }

    /** Makes the changes and tells what became of each. */
    <T> BatchAnswer.Finished write(List<T> items, Changes<T> changes) {
        Map<OfferRef, WriteAnswer> answers = new HashMap<>();
        Map<Storefront, Map<OfferRef, KauflandUnitChangeDto>> sendable = new LinkedHashMap<>();
        for (T item : items) {
            OfferRef offer = changes.offer(item);
            Optional<Storefront> storefront = storefronts.of(offer);
            if (storefront.isEmpty() || !UNIT_ID.matcher(offer.id()).matches()) {
                answers.put(offer, new WriteAnswer.Rejected("Kaufland wants a unit's number and its storefront"));
                continue;
            }
            Wanted wanted = changes.change(item, storefront.get());
            if (wanted instanceof Change change) {
                sendable.computeIfAbsent(storefront.get(), unseen -> new LinkedHashMap<>())
                        .put(offer, new KauflandUnitChangeDto(Long.parseLong(offer.id()), change.data()));
            } else {
                answers.put(offer, new WriteAnswer.Rejected(((Impossible) wanted).why()));
            }
        }
        sendable.forEach((storefront, wanted) -> answers.putAll(send(storefront.value(), wanted)));
        return new BatchAnswer.Finished(answers);
    }

    private Map<OfferRef, WriteAnswer> send(String storefront, Map<OfferRef, KauflandUnitChangeDto> changes) {
        if (changes.size() > 1) {
            return inBulk(storefront, changes);
        }
        Map.Entry<OfferRef, KauflandUnitChangeDto> only =
                changes.entrySet().iterator().next();
        Reply<NoBody> reply = api.changeUnit(
                only.getValue().idUnit(), storefront, only.getValue().unitData());
        return Map.of(
                only.getKey(),
                reply instanceof Reply.Refused<NoBody> refused
                        ? new WriteAnswer.Rejected(refused.reason())
                        : WriteAnswer.applied());
    }

    private Map<OfferRef, WriteAnswer> inBulk(String storefront, Map<OfferRef, KauflandUnitChangeDto> changes) {
        Reply<KauflandBulkDto> reply = api.changeUnits(storefront, List.copyOf(changes.values()));
        if (reply instanceof Reply.Refused<KauflandBulkDto> refused) {
            WriteAnswer rejected = new WriteAnswer.Rejected("the whole batch: " + refused.reason());
            return changes.keySet().stream().collect(Collectors.toMap(offer -> offer, offer -> rejected));
        }
        Map<Long, KauflandBulkDto.Item> results = new HashMap<>();
        all(((Reply.Done<KauflandBulkDto>) reply).body().data()).forEach(item -> {
            if (item.idUnit() != null) {
                results.put(item.idUnit(), item);
            }
        });
        Map<OfferRef, WriteAnswer> answers = new HashMap<>();
        changes.forEach((offer, change) -> answers.put(offer, answer(results.get(change.idUnit()), change.idUnit())));
        return answers;
    }

    private static WriteAnswer answer(KauflandBulkDto.@Nullable Item item, long unitId) {
        if (item == null || item.statusCode() == null) {
            throw OutsideFault.of(
                            FaultCategory.CONTRACT,
                            Reached.PERHAPS,
                            "kaufland changeUnits: nothing is said of unit " + unitId)
                    .build();
        }
        if (item.statusCode().compareTo(FIRST_REFUSAL) < 0) {
            return WriteAnswer.applied();
        }
        List<String> what = new ArrayList<>();
        what.add("status " + item.statusCode().toPlainString());
        all(item.errors()).stream()
                .flatMap(error -> Optional.ofNullable(error.field()).stream())
                .filter(field -> field.matches("[a-z_]{1,40}"))
                .forEach(what::add);
        return new WriteAnswer.Rejected(String.join(", ", what));
    }
}
