package io.orderweave.couriers.inpost;

import io.orderweave.courier.ShipmentRequest;
import io.orderweave.couriers.inpost.InPostShipmentForm.Address;
import io.orderweave.couriers.inpost.InPostShipmentForm.Amount;
import io.orderweave.couriers.inpost.InPostShipmentForm.CustomAttributes;
import io.orderweave.couriers.inpost.InPostShipmentForm.Receiver;
import io.orderweave.couriers.internal.Checked;
import io.orderweave.couriers.internal.PersonName;
import io.orderweave.couriers.internal.Refusals;
import io.orderweave.couriers.internal.StreetLine;
import io.orderweave.money.Money;
import io.orderweave.order.PickupPoint;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.shipment.Destination;
import java.util.Comparator;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a shipment in ShipX's words, in its simplified mode: a service is named and its offer is bought at once. */
final class InPostShipmentMapper {

    static final Currency PLN = Currency.getInstance("PLN");
    static final String LOCKER_SERVICE = "inpost_locker_standard";
    static final String COURIER_SERVICE = "inpost_courier_standard";

    private static final int SHORTEST_REFERENCE = 3;
    private static final Pattern POST_CODE = Pattern.compile("(\\d{2})[\\s-]?(\\d{3})");

    private final String sendingMethod;
    private final boolean insuresEverything;
    private final InPostParcels parcels;

    /**
     * @param sendingMethod how locker parcels reach InPost
     * @param insuresEverything whether also a prepaid shipment is insured, at the value of its goods
     */
    InPostShipmentMapper(String sendingMethod, boolean insuresEverything, InPostTemplate unmeasured) {
        this.sendingMethod = sendingMethod;
        this.insuresEverything = insuresEverything;
        this.parcels = new InPostParcels(unmeasured);
    }

    Checked<InPostShipmentForm> map(ShipmentRequest request) {
        Refusals refusals = new Refusals();
        refusals.unless(
                request.reference().length() >= SHORTEST_REFERENCE,
                "reference: InPost wants at least " + SHORTEST_REFERENCE + " characters");
        return refusals.orReady(
                request.destination() instanceof Destination.ToPoint to
                        ? toLocker(request, to.point(), refusals)
                        : toAddress(request, ((Destination.ToAddress) request.destination()).address(), refusals));
    }

    private InPostShipmentForm toLocker(ShipmentRequest request, PickupPoint point, Refusals refusals) {
        Receiver receiver = receiver(request.recipient(), null, refusals);
        refusals.unless(
                receiver.email() != null,
                "receiver.email: missing; InPost sends the collection code for a locker to it");
        Amount collected = collectOnDelivery(request, refusals);
        return new InPostShipmentForm(
                request.service().orElse(LOCKER_SERVICE),
                request.reference(),
                receiver,
                parcels.forLocker(request.parcels(), refusals),
                new CustomAttributes(sendingMethod, point.id()),
                collected,
                insurance(collected, request.value(), refusals));
    }

    private InPostShipmentForm toAddress(ShipmentRequest request, PostalAddress address, Refusals refusals) {
        Amount collected = collectOnDelivery(request, refusals);
        return new InPostShipmentForm(
                request.service().orElse(COURIER_SERVICE),
                request.reference(),
                receiver(request.recipient(), address(address, refusals), refusals),
                parcels.forCourier(request.parcels(), refusals),
                null,
                collected,
                insurance(collected, request.value(), refusals));
    }

    /** ShipX wants a first and a last name, or a company; a single word goes as the company. */
    private static Receiver receiver(Party recipient, @Nullable Address address, Refusals refusals) {
        Optional<String> person = present(recipient.personName());
        Optional<PersonName> names = person.flatMap(PersonName::parse);
        Optional<String> company = present(recipient.company()).or(() -> names.isPresent() ? Optional.empty() : person);
        refusals.unless(names.isPresent() || company.isPresent(), "receiver: has neither a name nor a company");
        return new Receiver(
                company.orElse(null),
                names.map(PersonName::first).orElse(null),
                names.map(PersonName::last).orElse(null),
                present(recipient.email()).orElse(null),
                phone(recipient, refusals),
                address);
    }

    private static Optional<String> present(Optional<String> text) {
        return text.map(String::strip).filter(stripped -> !stripped.isEmpty());
    }

    private static @Nullable String phone(Party recipient, Refusals refusals) {
        Optional<String> phone = recipient.phone().flatMap(InPostPhone::parse);
        refusals.unless(
                phone.isPresent(), "receiver.phone: InPost wants a Polish number of 9 digits, with or without +48");
        return phone.orElse(null);
    }

    private static Address address(PostalAddress address, Refusals refusals) {
        refusals.unless(
                address.country().code().equals("PL"),
                "receiver.address.country_code: this service of InPost delivers in PL only, not in "
                        + address.country());
        StreetLine line = StreetLine.parse(address.street());
        refusals.unless(
                line.houseNumber().isPresent(),
                "receiver.address.building_number: the street line does not end with a house number");
        Matcher postCode = POST_CODE.matcher(address.postalCode().strip());
        boolean readable = postCode.matches();
        refusals.unless(readable, "receiver.address.post_code: not a Polish post code such as 00-718");
        return new Address(
                line.street(),
                line.houseNumber().orElse(""),
                address.city().strip(),
                readable ? postCode.group(1) + "-" + postCode.group(2) : "",
                address.country().code());
    }

    private static @Nullable Amount collectOnDelivery(ShipmentRequest request, Refusals refusals) {
        return request.collectOnDelivery()
                .map(amount -> zloty("cod", amount, refusals))
                .orElse(null);
    }

    /** At least the collected amount: InPost refuses to collect more than is insured. */
    private @Nullable Amount insurance(@Nullable Amount collected, Money value, Refusals refusals) {
        Optional<Amount> goods = insuresEverything && value.isPositive()
                ? Optional.of(zloty("insurance", value, refusals))
                : Optional.empty();
        return Stream.of(Optional.ofNullable(collected), goods)
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Amount::amount))
                .orElse(null);
    }

    private static Amount zloty(String field, Money money, Refusals refusals) {
        refusals.unless(money.currency().equals(PLN), field + ": InPost takes PLN only, not " + money.currency());
        refusals.unless(
                money.isPositive() && money.amount().scale() <= PLN.getDefaultFractionDigits(),
                field + ": must be positive and have whole grosze");
        return new Amount(money.amount(), money.currency().getCurrencyCode());
    }
}
