package io.orderweave.connectors.allegro;

import static io.orderweave.http.JsonParts.all;
import static io.orderweave.http.JsonParts.quantity;
import static io.orderweave.http.JsonParts.text;

import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.LineItem;
import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.Service;
import io.orderweave.http.JsonParts;
import io.orderweave.id.ChargeId;
import io.orderweave.money.Money;
import io.orderweave.order.Charge;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Maps what a checkout form costs besides its products: delivery, services, deposits. A surcharge is none of them: it is a further
 * payment of the same total. Charges of zero (free delivery) are left out.
 *
 * <p>UNCONFIRMED: that the prices of services and deposits are per piece, and that deposits are part of {@code totalToPay}.
 */
final class AllegroCharges {

    static final ChargeId DELIVERY = new ChargeId("delivery");
    static final String SERVICE = "service-";
    static final String DEPOSIT = "deposit-";

    private static final int LONGEST_PART = 40;

    private AllegroCharges() {}

    static List<Charge> of(AllegroCheckoutFormDto form, Currency currency) {
        List<Charge> charges = new ArrayList<>();
        delivery(form, currency).ifPresent(charges::add);
        int index = 0;
        for (LineItem line : all(form.lineItems())) {
            String path = "$.lineItems[" + index++ + "]";
            services(line, currency, path, charges);
            deposit(line, currency, path).ifPresent(charges::add);
        }
        return charges;
    }

    private static Optional<Charge> delivery(AllegroCheckoutFormDto form, Currency currency) {
        AllegroCheckoutFormDto.Delivery delivery = form.delivery();
        if (delivery == null) {
            return Optional.empty();
        }
        Optional<String> method =
                text(delivery.method() == null ? null : delivery.method().name());
        return AllegroOrderMapper.optional(currency, delivery.cost(), "$.delivery.cost")
                .flatMap(cost -> charge(DELIVERY.value(), Charge.Kind.DELIVERY, method.orElse("Delivery"), cost));
    }

    private static void services(LineItem line, Currency currency, String path, List<Charge> charges) {
        Map<String, Integer> times = new HashMap<>();
        int index = 0;
        for (Service service : all(line.selectedAdditionalServices())) {
            String at = path + ".selectedAdditionalServices[" + index++ + "]";
            String definition = text(service.definitionId()).orElse("service");
            String name = text(service.name()).orElse(definition);
            int time = times.merge(definition, 1, Integer::sum);
            String id = SERVICE + line.id() + "-" + idPart(definition) + (time == 1 ? "" : "-" + time);
            int pieces = quantity(service.quantity() == null ? BigDecimal.ONE : service.quantity(), at + ".quantity");
            AllegroOrderMapper.optional(currency, service.price(), at + ".price")
                    .flatMap(price -> charge(id, Charge.Kind.SERVICE, name, price.times(pieces)))
                    .ifPresent(charges::add);
        }
    }

    private static Optional<Charge> deposit(LineItem line, Currency currency, String path) {
        if (line.deposit() == null) {
            return Optional.empty();
        }
        int pieces = quantity(line.quantity(), path + ".quantity");
        return AllegroOrderMapper.optional(currency, line.deposit().price(), path + ".deposit.price")
                .flatMap(price -> charge(DEPOSIT + line.id(), Charge.Kind.DEPOSIT, "Deposit", price.times(pieces)));
    }

    private static Optional<Charge> charge(String id, Charge.Kind kind, String name, Money amount) {
        return amount.isZero()
                ? Optional.empty()
                : Optional.of(Charge.builder()
                        .id(new ChargeId(id))
                        .kind(kind)
                        .name(name)
                        .amount(amount)
                        .build());
    }

    /** A part of a charge's id; what an id must not hold becomes an underscore. */
    private static String idPart(String text) {
        return JsonParts.idPart(text, LONGEST_PART);
    }
}
