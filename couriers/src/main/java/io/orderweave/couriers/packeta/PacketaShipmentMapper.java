package io.orderweave.couriers.packeta;

import io.orderweave.courier.ShipmentRequest;
import io.orderweave.couriers.internal.Checked;
import io.orderweave.couriers.internal.Kilograms;
import io.orderweave.couriers.internal.Refusals;
import io.orderweave.couriers.internal.StreetLine;
import io.orderweave.money.Money;
import io.orderweave.order.PickupPoint;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.shipment.Destination;
import io.orderweave.shipment.Parcel;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts a shipment in Packeta's words. Limits are those of {@code PacketAttributes} in Packeta's data structures reference. */
final class PacketaShipmentMapper {

    static final Set<Currency> CURRENCIES = Stream.of("CZK", "EUR", "HUF", "PLN", "RON")
            .map(Currency::getInstance)
            .collect(Collectors.toUnmodifiableSet());

    private static final int LONGEST_NUMBER = 36;
    private static final int LONGEST_NAME = 32;
    private static final int LONGEST_HOUSE_NUMBER = 16;
    private static final BigDecimal FIVE = BigDecimal.valueOf(5);
    private static final Pattern POINT = Pattern.compile("\\d{1,9}");
    private static final Pattern PHONE = Pattern.compile("(?:\\+|00)?\\d{6,15}");
    private static final Pattern LAST_WORD = Pattern.compile("(.*\\S)\\s+(\\S+)");

    private final String sender;
    private final PacketaHomeCarriers homeCarriers;

    PacketaShipmentMapper(String sender, PacketaHomeCarriers homeCarriers) {
        this.sender = sender;
        this.homeCarriers = homeCarriers;
    }

    Checked<PacketAttributes> map(ShipmentRequest request) {
        Refusals refusals = new Refusals();
        Map<String, String> texts = new LinkedHashMap<>();
        put(texts, refusals, "number", request.reference(), LONGEST_NUMBER);
        putRecipient(texts, refusals, request.recipient());
        if (request.destination() instanceof Destination.ToPoint to) {
            putPoint(texts, refusals, to.point(), request.service());
        } else {
            putAddress(texts, refusals, ((Destination.ToAddress) request.destination()).address(), request.service());
        }
        putMoney(texts, refusals, request);
        refusals.unless(
                request.parcels().size() == 1,
                "weight: Packeta takes one parcel per packet, not "
                        + request.parcels().size() + "; announce each on its own");
        Optional<Parcel> parcel = request.parcels().stream().findFirst();
        parcel.ifPresent(one -> texts.put("weight", Kilograms.ofGrams(one.weightGrams())));
        texts.put("eshop", sender);
        return refusals.orReady(new PacketAttributes(texts, parcel.flatMap(Parcel::dimensions)));
    }

    /** The last word is taken for the surname; a single word goes as the name alone, which Packeta splits itself if it can. */
    private static void putRecipient(Map<String, String> texts, Refusals refusals, Party recipient) {
        Optional<String> company = recipient.company().filter(name -> !name.isBlank());
        String person = recipient
                .personName()
                .filter(name -> !name.isBlank())
                .or(() -> company)
                .orElse("")
                .strip();
        Matcher names = LAST_WORD.matcher(person);
        if (names.matches()) {
            put(texts, refusals, "name", names.group(1), LONGEST_NAME);
            put(texts, refusals, "surname", names.group(2), LONGEST_NAME);
        } else {
            put(texts, refusals, "name", person, LONGEST_NAME);
        }
        company.ifPresent(name -> put(texts, refusals, "company", name, LONGEST_NAME));
        recipient.email().filter(email -> !email.isBlank()).ifPresent(email -> texts.put("email", email.strip()));
        recipient
                .phone()
                .map(phone -> phone.replaceAll("[\\s\\u00A0().-]", ""))
                .filter(phone -> !phone.isEmpty())
                .ifPresent(phone -> {
                    refusals.unless(PHONE.matcher(phone).matches(), "phone: not a phone number");
                    texts.put("phone", phone);
                });
        refusals.unless(
                texts.containsKey("email") || texts.containsKey("phone"),
                "email, phone: both missing; Packeta tells the recipient by one of them");
    }

    /**
     * A service names the foreign carrier whose point it is, as {@code addressId}, and the point goes as its code; without one
     * the point is Packeta's own.
     */
    private static void putPoint(
            Map<String, String> texts, Refusals refusals, PickupPoint point, Optional<String> carrier) {
        String addressId = carrier.orElse(point.id());
        refusals.unless(
                POINT.matcher(addressId).matches(),
                carrier.isPresent()
                        ? "addressId: the service must be the number of a carrier of Packeta's"
                        : "addressId: a pickup point of Packeta's has a number; a carrier's point needs the carrier's"
                                + " number as the service");
        texts.put("addressId", addressId);
        carrier.ifPresent(present -> put(texts, refusals, "carrierPickupPoint", point.id(), LONGEST_NAME));
    }

    private void putAddress(
            Map<String, String> texts, Refusals refusals, PostalAddress address, Optional<String> service) {
        Optional<String> carrier = service.or(() -> homeCarriers.in(address.country()));
        refusals.unless(
                carrier.isPresent(),
                "addressId: no carrier for delivery to an address in " + address.country()
                        + "; name one as the service or in the setting " + PacketaSettingsSchema.HOME_CARRIERS);
        carrier.ifPresent(id -> {
            refusals.unless(POINT.matcher(id).matches(), "addressId: the carrier must be a number");
            texts.put("addressId", id);
        });
        StreetLine line = StreetLine.parse(address.street());
        put(texts, refusals, "street", line.street(), LONGEST_NAME);
        // Without one, Packeta tries to take the number out of the street itself.
        line.houseNumber().ifPresent(number -> put(texts, refusals, "houseNumber", number, LONGEST_HOUSE_NUMBER));
        put(texts, refusals, "city", address.city().strip(), LONGEST_NAME);
        address.region().ifPresent(region -> put(texts, refusals, "province", region.strip(), LONGEST_NAME));
        put(texts, refusals, "zip", address.postalCode().replaceAll("\\s", ""), LONGEST_NAME);
    }

    private static void putMoney(Map<String, String> texts, Refusals refusals, ShipmentRequest request) {
        Money value = request.value();
        refusals.unless(
                CURRENCIES.contains(value.currency()),
                "currency: Packeta takes CZK, EUR, HUF, PLN and RON, not " + value.currency());
        refusals.unless(
                !value.isNegative() && isWhole(value.amount(), 2),
                "value: must not be negative and have at most 2 decimals");
        texts.put("currency", value.currency().getCurrencyCode());
        request.collectOnDelivery().ifPresent(cod -> {
            refusals.unless(
                    cod.currency().equals(value.currency()),
                    "cod: must be in the currency of the value, " + value.currency() + ", not in " + cod.currency());
            refusals.unless(cod.isPositive(), "cod: must be positive");
            checkCoins(refusals, cod);
            texts.put("cod", plain(cod));
        });
        texts.put("value", plain(value));
    }

    /** Points pay out exact change, so the amount must be made of coins; rounding it would change what the customer owes. */
    private static void checkCoins(Refusals refusals, Money cod) {
        switch (cod.currency().getCurrencyCode()) {
            case "CZK" -> refusals.unless(isWhole(cod.amount(), 0), "cod: in CZK Packeta collects whole crowns only");
            case "HUF" ->
                refusals.unless(
                        cod.amount().remainder(FIVE).signum() == 0, "cod: in HUF Packeta collects multiples of 5 only");
            default -> refusals.unless(isWhole(cod.amount(), 2), "cod: must have at most 2 decimals");
        }
    }

    private static boolean isWhole(BigDecimal amount, int decimals) {
        return amount.stripTrailingZeros().scale() <= decimals;
    }

    private static String plain(Money money) {
        BigDecimal stripped = money.amount().stripTrailingZeros();
        return stripped.scale() <= 0 ? stripped.toPlainString() : money.amount().toPlainString();
    }

    private static void put(Map<String, String> texts, Refusals refusals, String name, String value, int longest) {
        refusals.unless(!value.isEmpty(), name + ": missing");
        refusals.unless(value.length() <= longest, name + ": longer than " + longest + " characters");
        // XML 1.0 cannot carry control characters at all.
        refusals.unless(value.chars().noneMatch(Character::isISOControl), name + ": has a control character");
        texts.put(name, value);
    }
}
