package io.orderweave.couriers.packeta;

import io.orderweave.courier.ShipmentRequest;
import io.orderweave.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A packet's value and the amount it collects, which Packeta takes in one currency. */
final class PacketaMoney {

    static final Set<Currency> CURRENCIES = Stream.of("CZK", "EUR", "HUF", "PLN", "RON")
            .map(Currency::getInstance)
            .collect(Collectors.toUnmodifiableSet());

    private static final BigDecimal FIVE = BigDecimal.valueOf(5);

    private PacketaMoney() {}

    static void put(PacketDraft packet, ShipmentRequest request) {
        Money value = request.value();
        packet.refuseUnless(
                CURRENCIES.contains(value.currency()),
                "currency: Packeta takes CZK, EUR, HUF, PLN and RON, not " + value.currency());
        packet.put("currency", value.currency().getCurrencyCode());
        request.collectOnDelivery().ifPresent(cod -> putCollected(packet, cod, value.currency()));
        packet.refuseUnless(
                !value.isNegative() && hasAtMost(2, value.amount()),
                "value: must not be negative and have at most 2 decimals");
        packet.put("value", plain(value));
    }

    private static void putCollected(PacketDraft packet, Money cod, Currency currency) {
        packet.refuseUnless(
                cod.currency().equals(currency),
                "cod: must be in the currency of the value, " + currency + ", not in " + cod.currency());
        packet.refuseUnless(cod.isPositive(), "cod: must be positive");
        checkCoins(packet, cod);
        packet.put("cod", plain(cod));
    }

    /** Points pay out exact change, so the amount must be made of coins; rounding it would change what the customer owes. */
    private static void checkCoins(PacketDraft packet, Money cod) {
        switch (cod.currency().getCurrencyCode()) {
            case "CZK" ->
                packet.refuseUnless(hasAtMost(0, cod.amount()), "cod: in CZK Packeta collects whole crowns only");
            case "HUF" ->
                packet.refuseUnless(
                        cod.amount().remainder(FIVE).signum() == 0, "cod: in HUF Packeta collects multiples of 5 only");
            default -> packet.refuseUnless(hasAtMost(2, cod.amount()), "cod: must have at most 2 decimals");
        }
    }

    private static boolean hasAtMost(int decimals, BigDecimal amount) {
        return amount.stripTrailingZeros().scale() <= decimals;
    }

    /** Whole amounts without decimals: that is how CZK is wanted. */
    private static String plain(Money money) {
        BigDecimal stripped = money.amount().stripTrailingZeros();
        return stripped.scale() <= 0 ? stripped.toPlainString() : money.amount().toPlainString();
    }
}
