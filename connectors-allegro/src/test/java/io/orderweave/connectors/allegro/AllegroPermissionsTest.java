package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.BatchAnswer;
import io.orderweave.connector.OfferRef;
import io.orderweave.connector.RefundRequest;
import io.orderweave.connector.ReturnDecisions.ReturnDecision;
import io.orderweave.connector.ReturnDecisions.Verdict;
import io.orderweave.connector.StatusUpdates.StatusUpdate;
import io.orderweave.connector.StockUpdates.StockLevel;
import io.orderweave.connector.TrackingUpdates.TrackingUpdate;
import io.orderweave.error.FaultCategory;
import io.orderweave.id.ChargeId;
import io.orderweave.money.Money;
import io.orderweave.order.StatusIntent;
import io.orderweave.payment.RefundPart;
import io.orderweave.payment.RefundReason;
import io.orderweave.simulator.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A seller may leave permissions out: what needs them is refused and names them, and the account goes on. */
class AllegroPermissionsTest {

    private static final String RETURN = "0f8b2e5c-77aa-4f4e-9e1c-6d5f0c1b2a03";

    private final SimulatedAllegro world = new SimulatedAllegro();
    private final String form = world.allegro.buyers().placeReady(SimulatedAllegro.order());

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void rejectsAStatusAndANumberWithoutThePermissionForThem() {
        forbid("PUT", "/order/checkout-forms/[^/]+/fulfillment");
        forbid("POST", "/order/checkout-forms/[^/]+/shipments");

        assertRejected(
                world.connector
                        .statusUpdates()
                        .orElseThrow()
                        .update(new StatusUpdate(form, Optional.empty(), StatusIntent.PROCESSING, true)),
                "allegro:api:orders:write");
        assertRejected(
                world.connector
                        .trackingUpdates()
                        .orElseThrow()
                        .add(new TrackingUpdate(form, new ChannelId("inpost"), "1", Map.of())),
                "allegro:api:orders:write");
    }

    @Test
    void rejectsARefundWithoutThePermissionForItAndLooksForNoneInVain() {
        forbid("POST", "/payments/refunds");
        forbid("GET", "/payments/refunds");
        RefundRequest request = RefundRequest.builder()
                .key(UUID.fromString("5f0d6b6e-53a4-4ab1-9a0e-0d8f5d4f8a01"))
                .externalId(form)
                .reason(RefundReason.RETURNED)
                .addParts(new RefundPart.OfCharge(new ChargeId("delivery"), Money.of("1.00", "PLN")))
                .build();

        assertRejected(world.connector.refunds().orElseThrow().refund(request), "allegro:api:payments:write");
        assertRefused(() -> world.connector.refunds().orElseThrow().find(request), "allegro:api:payments:read");
    }

    @Test
    void doesNotTakeADecisionForAbsentThatItMayNotSee() {
        forbid("GET", "/order/customer-returns/" + RETURN);
        ReturnDecision decision =
                new ReturnDecision(RETURN, List.of(), Verdict.REPAIRED, Optional.empty(), Optional.empty());

        assertRejected(world.connector.returnDecisions().orElseThrow().decide(decision), "allegro:api:orders:read");
        assertRefused(() -> world.connector.returnDecisions().orElseThrow().find(decision), "allegro:api:orders:read");
    }

    @Test
    void rejectsALevelOfStockWithoutThePermissionForIt() {
        forbid("PUT", "/sale/offer-quantity-change-commands/[^/]+");
        OfferRef offer = OfferRef.of("14000000001");

        BatchAnswer answer =
                world.connector.stockUpdates().orElseThrow().update("key-1", List.of(new StockLevel(offer, 3)));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        BatchAnswer.Finished.class,
                        finished -> assertRejected(finished.items().get(offer), "allegro:api:sale:offers:write"));
    }

    @Test
    void readsReturnsAndOffersOnlyWithThePermissionForThem() {
        forbid("GET", "/order/customer-returns");
        forbid("GET", "/sale/offers");

        assertRefused(
                () -> world.connector.returnFeed().orElseThrow().poll(Optional.empty(), 10), "allegro:api:orders:read");
        assertRefused(
                () -> world.connector.catalogFeed().orElseThrow().poll(Optional.empty(), 10),
                "allegro:api:sale:offers:read");
    }

    private void forbid(String method, String path) {
        world.allegro.faults().on(method, path).always(Fault.status(403));
    }

    private static void assertRejected(@Nullable WriteAnswer answer, String permission) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        WriteAnswer.Rejected.class,
                        rejected -> assertThat(rejected.reason())
                                .contains("status 403", "the permission " + permission + " may be missing"));
    }

    private static void assertRefused(ThrowingCallable call, String permission) {
        OutsideFault fault = catchThrowableOfType(OutsideFault.class, call);

        assertThat(fault.category()).isEqualTo(FaultCategory.REJECTED);
        assertThat(fault.reached()).isEqualTo(Reached.NO);
        assertThat(fault).hasMessageContaining("the permission " + permission + " may be missing");
    }
}
