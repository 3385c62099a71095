package io.orderweave.connectors.merchantpro;

import static io.orderweave.http.JsonParts.all;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.BatchAnswer;
import io.orderweave.connector.OfferRef;
import io.orderweave.connectors.merchantpro.MerchantProProductDto.Variant;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.JsonProblem;
import io.orderweave.http.NoBody;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes stock or prices of offers. Each product is read, so that only what differs is written and a product with variants is never
 * written itself, which is refused; then written once for all of its variants.
 */
final class MerchantProOfferWriter {

    /** Two requests each at three a second: a batch that waits longer for its budget would begin anew and never end. */
    static final int BATCH_SIZE = 10;

    private final MerchantProApi api;

    MerchantProOfferWriter(MerchantProApi api) {
        this.api = api;
    }

    /** What an offer is to have; one of the two is given. */
    record Wanted(
            OfferRef offer,
            @Nullable BigDecimal stock,
            @Nullable BigDecimal priceGross) {

        boolean isMetBy(@Nullable BigDecimal otherStock, @Nullable BigDecimal otherPrice) {
            return isEqual(stock, otherStock) && isEqual(priceGross, otherPrice);
        }

        private static boolean isEqual(@Nullable BigDecimal wanted, @Nullable BigDecimal other) {
            return wanted == null || (other != null && wanted.compareTo(other) == 0);
        }
    }

    /** Each answered by itself. */
    BatchAnswer.Finished write(List<Wanted> wanted) {
        Map<OfferRef, WriteAnswer> answers = new LinkedHashMap<>();
        Map<String, Map<MerchantProOfferId, Wanted>> byProduct = new LinkedHashMap<>();
        for (Wanted one : wanted) {
            MerchantProOfferId.parse(one.offer().id())
                    .ifPresentOrElse(
                            id -> byProduct
                                    .computeIfAbsent(id.product(), product -> new LinkedHashMap<>())
                                    .put(id, one),
                            () -> answers.put(
                                    one.offer(),
                                    new WriteAnswer.Rejected("the offer's id is not one of a product or variant")));
        }
        byProduct.forEach((product, offers) -> answers.putAll(write(product, offers)));
        return new BatchAnswer.Finished(answers);
    }

    private Map<OfferRef, WriteAnswer> write(String productId, Map<MerchantProOfferId, Wanted> offers) {
        Reply<RawJson> reply = api.product(productId);
        if (reply instanceof Reply.Refused<RawJson> refused) {
            return forAll(offers, new WriteAnswer.Rejected("the product cannot be read: " + refused.reason()));
        }
        MerchantProProductDto product = product(((Reply.Done<RawJson>) reply).body());
        Map<OfferRef, WriteAnswer> answers = new LinkedHashMap<>();
        Map<MerchantProOfferId, Wanted> changes = new LinkedHashMap<>();
        offers.forEach((id, wanted) -> answer(product, id, wanted)
                .ifPresentOrElse(answer -> answers.put(wanted.offer(), answer), () -> changes.put(id, wanted)));
        if (!changes.isEmpty()) {
            answers.putAll(forAll(changes, send(productId, change(product, changes))));
        }
        return answers;
    }

    /** What can be said without writing. */
    private static Optional<WriteAnswer> answer(MerchantProProductDto product, MerchantProOfferId id, Wanted wanted) {
        if (id.variant().isEmpty()) {
            if (product.hasVariants()) {
                return Optional.of(
                        new WriteAnswer.Rejected("the product has variants, and only these have stock and price"));
            }
            return alreadyIf(wanted.isMetBy(product.stock(), product.priceGross()));
        }
        Optional<Variant> variant = all(product.variants()).stream()
                .filter(one -> one.idText().equals(id.variant().get()))
                .findFirst();
        return variant.isEmpty()
                ? Optional.of(new WriteAnswer.Rejected("the product has no such variant"))
                : alreadyIf(wanted.isMetBy(variant.get().stock(), variant.get().priceGross()));
    }

    private static Optional<WriteAnswer> alreadyIf(boolean met) {
        return met ? Optional.of(new WriteAnswer.AlreadyApplied(Optional.empty())) : Optional.empty();
    }

    /** All variants are named, since whether those left out would be lost, as lines of an order are, is UNCONFIRMED. */
    private static MerchantProOfferChangeDto change(
            MerchantProProductDto product, Map<MerchantProOfferId, Wanted> changes) {
        if (!product.hasVariants()) {
            Wanted only = changes.values().iterator().next();
            return new MerchantProOfferChangeDto(only.stock(), only.priceGross(), null);
        }
        Map<String, Wanted> byVariant = new LinkedHashMap<>();
        changes.forEach((id, wanted) -> byVariant.put(id.variant().orElse(""), wanted));
        List<MerchantProOfferChangeDto.Variant> variants = new ArrayList<>();
        for (Variant variant : all(product.variants())) {
            Wanted wanted = byVariant.get(variant.idText());
            variants.add(new MerchantProOfferChangeDto.Variant(
                    variant.id(), wanted == null ? null : wanted.stock(), wanted == null ? null : wanted.priceGross()));
        }
        return new MerchantProOfferChangeDto(null, null, variants);
    }

    private WriteAnswer send(String productId, MerchantProOfferChangeDto change) {
        Reply<NoBody> reply = api.changeProduct(productId, change);
        return reply instanceof Reply.Refused<NoBody> refused
                ? new WriteAnswer.Rejected(refused.reason())
                : WriteAnswer.applied();
    }

    private static MerchantProProductDto product(RawJson answer) {
        try {
            return MerchantProEnvelope.one(answer).as(MerchantProProductDto.class);
        } catch (JsonProcessingException e) {
            throw OutsideFault.of(FaultCategory.CONTRACT, Reached.NO, "merchantpro product: " + JsonProblem.describe(e))
                    .build();
        }
    }

    private static Map<OfferRef, WriteAnswer> forAll(Map<MerchantProOfferId, Wanted> offers, WriteAnswer answer) {
        Map<OfferRef, WriteAnswer> answers = new LinkedHashMap<>();
        offers.values().forEach(wanted -> answers.put(wanted.offer(), answer));
        return answers;
    }
}
