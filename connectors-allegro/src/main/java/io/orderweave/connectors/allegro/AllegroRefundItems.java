package io.orderweave.connectors.allegro;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connector.RefundRequest;
import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.Price;
import io.orderweave.connectors.allegro.AllegroNewRefundDto.Deposit;
import io.orderweave.connectors.allegro.AllegroNewRefundDto.Line;
import io.orderweave.connectors.allegro.AllegroNewRefundDto.Surcharge;
import io.orderweave.connectors.allegro.AllegroNewRefundDto.Value;
import io.orderweave.id.ChargeId;
import io.orderweave.id.LineId;
import io.orderweave.money.Money;
import io.orderweave.payment.RefundPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a refund is for, in Allegro's items: lines by pieces or by amount, deposits, delivery, additional services; or a surcharge. */
final class AllegroRefundItems {

    /** More are answered with a confusing 422. */
    private static final int MOST_DECIMALS = 2;

    private final JsonNode form;
    private final List<Line> lines = new ArrayList<>();
    private final List<Deposit> deposits = new ArrayList<>();
    private final List<Surcharge> surcharges = new ArrayList<>();
    private final List<String> unfit = new ArrayList<>();
    private @Nullable Money delivery;
    private @Nullable Money services;

    private AllegroRefundItems(JsonNode form) {
        this.form = form;
    }

    static AllegroRefundItems of(JsonNode form, List<RefundPart> parts) {
        AllegroRefundItems items = new AllegroRefundItems(form);
        parts.forEach(items::add);
        return items;
    }

    /** Out of a surcharge, of which Allegro pays back a sum and no lines. What it is for must be in the order all the same. */
    static AllegroRefundItems ofSurcharge(String surcharge, JsonNode form, RefundRequest request) {
        AllegroRefundItems items = new AllegroRefundItems(form);
        items.unfit.addAll(of(form, request.parts()).unfit);
        items.surcharges.add(new Surcharge(surcharge, price(request.total())));
        return items;
    }

    /** Why Allegro cannot pay it back; empty when it can. */
    Optional<String> unfit() {
        return unfit.stream().findFirst();
    }

    @Nullable
    List<Line> lines() {
        return lines.isEmpty() ? null : lines;
    }

    @Nullable
    List<Deposit> deposits() {
        return deposits.isEmpty() ? null : deposits;
    }

    @Nullable
    List<Surcharge> surcharges() {
        return surcharges.isEmpty() ? null : surcharges;
    }

    @Nullable
    Value delivery() {
        return delivery == null ? null : new Value(price(delivery));
    }

    @Nullable
    Value services() {
        return services == null ? null : new Value(price(services));
    }

    private void add(RefundPart part) {
        if (part.amount().amount().scale() > MOST_DECIMALS) {
            unfit.add("Allegro pays back amounts of two decimals, not " + part.amount());
        }
        if (part instanceof RefundPart.Pieces pieces) {
            addPieces(pieces);
        } else if (part instanceof RefundPart.PartOfLine ofLine) {
            lineOf(ofLine.line());
            lines.add(Line.ofAmount(ofLine.line().value(), price(ofLine.amount())));
        } else if (part instanceof RefundPart.OfCharge ofCharge) {
            addCharge(ofCharge.charge(), ofCharge.amount());
        }
    }

    /** Allegro pays back whole pieces at the price of the order; what a seller grants of another price is an amount. */
    private void addPieces(RefundPart.Pieces pieces) {
        JsonNode line = lineOf(pieces.line());
        String price = line.path("price").path("amount").asText("");
        String currency = line.path("price").path("currency").asText("");
        boolean atItsPrice = !price.isEmpty()
                && pieces.amount().currency().getCurrencyCode().equals(currency)
                && Money.of(price, currency).times(pieces.quantity()).equals(pieces.amount());
        String id = pieces.line().value();
        lines.add(atItsPrice ? Line.ofPieces(id, pieces.quantity()) : Line.ofAmount(id, price(pieces.amount())));
    }

    private void addCharge(ChargeId charge, Money amount) {
        String id = charge.value();
        if (charge.equals(AllegroCharges.DELIVERY)) {
            delivery = plus(delivery, amount);
        } else if (id.startsWith(AllegroCharges.SERVICE)) {
            services = plus(services, amount);
        } else if (id.startsWith(AllegroCharges.DEPOSIT)) {
            LineId line = new LineId(id.substring(AllegroCharges.DEPOSIT.length()));
            lineOf(line);
            deposits.add(new Deposit(line.value(), price(amount)));
        } else {
            unfit.add("Allegro knows no charge " + charge);
        }
    }

    private JsonNode lineOf(LineId line) {
        for (JsonNode item : form.path("lineItems")) {
            if (line.value().equals(item.path("id").asText())) {
                return item;
            }
        }
        unfit.add("Allegro's order has no line " + line);
        return form.path("lineItems").path(-1);
    }

    private static Money plus(@Nullable Money sum, Money amount) {
        return sum == null ? amount : sum.plus(amount);
    }

    private static Price price(Money money) {
        return new Price(money.amount().toPlainString(), money.currency().getCurrencyCode());
    }
}
