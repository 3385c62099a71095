package io.orderweave.couriers.inpost;

import io.orderweave.couriers.inpost.InPostShipmentForm.Dimensions;
import io.orderweave.couriers.inpost.InPostShipmentForm.Measured;
import io.orderweave.couriers.inpost.InPostShipmentForm.MeasuredList;
import io.orderweave.couriers.inpost.InPostShipmentForm.Template;
import io.orderweave.couriers.inpost.InPostShipmentForm.Weight;
import io.orderweave.couriers.internal.Kilograms;
import io.orderweave.couriers.internal.Refusals;
import io.orderweave.shipment.Parcel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts parcels in ShipX's words: a compartment's size for lockers, exact measures for couriers. */
final class InPostParcels {

    private final InPostTemplate unmeasured;

    /** @param unmeasured the compartment of a parcel that names neither a size class nor dimensions */
    InPostParcels(InPostTemplate unmeasured) {
        this.unmeasured = unmeasured;
    }

    /** A locker takes one parcel; its size class counts before its dimensions, which may have been measured unpacked. */
    Template forLocker(List<Parcel> parcels, Refusals refusals) {
        refusals.unless(parcels.size() == 1, "parcels: a locker takes exactly one, not " + parcels.size());
        return new Template(parcels.stream()
                .findFirst()
                .map(parcel -> template(parcel, refusals))
                .orElse(unmeasured)
                .code());
    }

    private InPostTemplate template(Parcel parcel, Refusals refusals) {
        refusals.unless(
                parcel.weightGrams() <= InPostTemplate.MOST_GRAMS,
                "parcels[0].weight: a locker takes at most 25 kg, not " + Kilograms.ofGrams(parcel.weightGrams()));
        if (parcel.sizeClass().isPresent()) {
            Optional<InPostTemplate> named = parcel.sizeClass().flatMap(InPostTemplate::parse);
            refusals.unless(named.isPresent(), "parcels[0].template: expected small, medium or large");
            return named.orElse(unmeasured);
        }
        if (parcel.dimensions().isPresent()) {
            Optional<InPostTemplate> fitting = parcel.dimensions().flatMap(InPostTemplate::fitting);
            refusals.unless(
                    fitting.isPresent(), "parcels[0].dimensions: too large for any locker (410 x 380 x 640 mm)");
            return fitting.orElse(unmeasured);
        }
        return unmeasured;
    }

    MeasuredList forCourier(List<Parcel> parcels, Refusals refusals) {
        refusals.unless(!parcels.isEmpty(), "parcels: none");
        List<Measured> measured = new ArrayList<>();
        for (int i = 0; i < parcels.size(); i++) {
            Parcel parcel = parcels.get(i);
            String where = "parcels[" + i + "].dimensions";
            refusals.unless(
                    parcel.dimensions().isPresent(),
                    where + ": missing; InPost's courier wants length, width and height");
            parcel.dimensions()
                    .map(size -> new Dimensions(
                            Integer.toString(size.lengthMm()),
                            Integer.toString(size.widthMm()),
                            Integer.toString(size.heightMm()),
                            "mm"))
                    .ifPresent(size -> measured.add(new Measured(
                            "p" + (measured.size() + 1),
                            size,
                            new Weight(Kilograms.ofGrams(parcel.weightGrams()), "kg"),
                            false)));
        }
        return new MeasuredList(measured);
    }
}
