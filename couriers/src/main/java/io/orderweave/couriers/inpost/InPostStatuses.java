package io.orderweave.couriers.inpost;

import static io.orderweave.shipment.TrackingStatus.ANNOUNCED;
import static io.orderweave.shipment.TrackingStatus.CANCELLED;
import static io.orderweave.shipment.TrackingStatus.DELIVERED;
import static io.orderweave.shipment.TrackingStatus.DELIVERY_FAILED;
import static io.orderweave.shipment.TrackingStatus.IN_TRANSIT;
import static io.orderweave.shipment.TrackingStatus.ON_HOLD;
import static io.orderweave.shipment.TrackingStatus.OUT_FOR_DELIVERY;
import static io.orderweave.shipment.TrackingStatus.PICKED_UP;
import static io.orderweave.shipment.TrackingStatus.READY_FOR_COLLECTION;
import static io.orderweave.shipment.TrackingStatus.RETURNED;
import static io.orderweave.shipment.TrackingStatus.RETURNING;
import static io.orderweave.shipment.TrackingStatus.UNKNOWN;

import io.orderweave.couriers.internal.StatusTable;

/** What ShipX's 53 statuses ({@code GET /v1/statuses}) mean to an order. */
final class InPostStatuses {

    /*
     * canceled_redirect_to_box ends a redirection, not the shipment. return_pickup_confirmation_to_sender says that return papers
     * are ready, nothing was handed over. A missing parcel can be found again, so it is held, not lost.
     */
    static final StatusTable TABLE = StatusTable.builder()
            .put(ANNOUNCED, "created", "offers_prepared", "offer_selected", "confirmed")
            .put(
                    PICKED_UP,
                    "dispatched_by_sender",
                    "dispatched_by_sender_to_pok",
                    "collected_from_sender",
                    "taken_by_courier",
                    "taken_by_courier_from_pok")
            .put(
                    IN_TRANSIT,
                    "adopted_at_source_branch",
                    "sent_from_source_branch",
                    "adopted_at_sorting_center",
                    "sent_from_sorting_center",
                    "adopted_at_target_branch",
                    "redirect_to_box",
                    "canceled_redirect_to_box",
                    "readdressed",
                    "unstack_from_customer_service_point",
                    "unstack_from_box_machine")
            .put(OUT_FOR_DELIVERY, "out_for_delivery", "out_for_delivery_to_address", "pickup_reminder_sent_address")
            .put(
                    READY_FOR_COLLECTION,
                    "ready_to_pickup",
                    "ready_to_pickup_from_pok",
                    "ready_to_pickup_from_pok_registered",
                    "ready_to_pickup_from_branch",
                    "pickup_reminder_sent",
                    "courier_avizo_in_customer_service_point",
                    "stack_in_customer_service_point",
                    "stack_in_box_machine")
            .put(DELIVERED, "delivered")
            .put(
                    DELIVERY_FAILED,
                    "avizo",
                    "rejected_by_receiver",
                    "undelivered_wrong_address",
                    "undelivered_incomplete_address",
                    "undelivered_unknown_receiver",
                    "undelivered_cod_cash_receiver",
                    "undelivered_no_mailbox",
                    "undelivered_not_live_address",
                    "undelivered_lack_of_access_letterbox")
            .put(
                    ON_HOLD,
                    "oversized",
                    "claimed",
                    "missing",
                    "undelivered",
                    "delay_in_delivery",
                    "return_pickup_confirmation_to_sender",
                    "stack_parcel_pickup_time_expired",
                    "stack_parcel_in_box_machine_pickup_time_expired")
            .put(RETURNING, "pickup_time_expired", "taken_by_courier_from_customer_service_point")
            .put(RETURNED, "returned_to_sender")
            .put(CANCELLED, "canceled")
            .put(UNKNOWN, "other")
            .build();

    private InPostStatuses() {}
}
