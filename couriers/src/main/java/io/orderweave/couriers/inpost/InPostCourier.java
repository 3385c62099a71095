package io.orderweave.couriers.inpost;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.courier.Cancellations;
import io.orderweave.courier.Courier;
import io.orderweave.courier.CourierProfile;
import io.orderweave.courier.CreateAnswer;
import io.orderweave.courier.Labels;
import io.orderweave.courier.ShipmentRequest;
import io.orderweave.courier.ShipmentSearch;
import io.orderweave.courier.Tracking;
import io.orderweave.couriers.internal.Checked;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.Reply;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One organisation at InPost. */
final class InPostCourier implements Courier {

    /** ShipX lists a shipment at once; this allows for a slow moment of its. UNCONFIRMED. */
    private static final Duration SETTLE_TIME = Duration.ofMinutes(2);

    private final InPostSettings settings;
    private final InPostApi api;
    private final InPostShipmentMapper mapper;
    private final InPostPurchase purchase;
    private final InPostSearch search;
    private final InPostCancellations cancellations;
    private final InPostLabels labels;
    private final InPostTracking tracking;

    InPostCourier(InPostSettings settings, InPostApi api, Clock clock) {
        this.settings = settings;
        this.api = api;
        this.mapper =
                new InPostShipmentMapper(settings.sendingMethod(), settings.insuresEverything(), settings.template());
        this.purchase = new InPostPurchase(settings.trackingPage());
        this.search = new InPostSearch(api, settings.organization(), settings.searchWindow(), clock);
        this.cancellations = new InPostCancellations(api);
        this.labels = new InPostLabels(api);
        this.tracking = new InPostTracking(api);
    }

    @Override
    public CourierProfile profile() {
        return CourierProfile.builder()
                .addCollectOnDeliveryCurrencies(InPostShipmentMapper.PLN)
                .deliversToPoints(true)
                .deliversToAddresses(true)
                .trackingBatch(1)
                .settleTime(SETTLE_TIME)
                .callDeadline(settings.callDeadline())
                .build();
    }

    /** Reads the list that a search needs, so that it proves token, organisation and right at once. */
    @Override
    public void probe() {
        api.shipments(settings.organization(), 1, null);
    }

    @Override
    public CreateAnswer create(ShipmentRequest request) {
        Checked<InPostShipmentForm> checked = mapper.map(request);
        if (checked instanceof Checked.Ready<InPostShipmentForm> ready) {
            return send(ready.body());
        }
        return new CreateAnswer.Rejected(((Checked.Refused<InPostShipmentForm>) checked).reasons());
    }

    private CreateAnswer send(InPostShipmentForm form) {
        Reply<InPostShipmentDto> reply = api.createShipment(settings.organization(), form);
        if (reply instanceof Reply.Done<InPostShipmentDto> done) {
            String id = done.body().id();
            if (id == null) {
                throw OutsideFault.of(
                                FaultCategory.CONTRACT,
                                Reached.PERHAPS,
                                "inpost createShipment: the answer for " + form.reference() + " has no id")
                        .build();
            }
            return purchase.read(id, done.body());
        }
        return new CreateAnswer.Rejected(reasons((Reply.Refused<InPostShipmentDto>) reply));
    }

    @Override
    public CreateAnswer resume(String handle) {
        Reply<InPostShipmentDto> reply = api.shipment(handle);
        if (reply instanceof Reply.Done<InPostShipmentDto> done) {
            return purchase.read(handle, done.body());
        }
        // Not a rejection: what was taken once may only be late to show, and a rejected shipment may be announced anew.
        throw OutsideFault.of(
                        FaultCategory.TRANSIENT,
                        Reached.NO,
                        "inpost shipment " + handle + ": " + ((Reply.Refused<InPostShipmentDto>) reply).reason())
                .build();
    }

    private static List<String> reasons(Reply.Refused<InPostShipmentDto> refused) {
        return refused.codes().isEmpty() ? List.of(refused.reason()) : refused.codes();
    }

    @Override
    public Optional<ShipmentSearch> search() {
        return Optional.of(search);
    }

    @Override
    public Optional<Cancellations> cancellations() {
        return Optional.of(cancellations);
    }

    @Override
    public Labels labels() {
        return labels;
    }

    @Override
    public Tracking tracking() {
        return tracking;
    }
}
