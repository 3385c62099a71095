package io.orderweave.couriers.inpost;

import static io.orderweave.couriers.SimulatedCourier.fault;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.OutsideFault;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InPostSearchTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00.123Z"), ZoneOffset.UTC);

    @Test
    void readsPageAfterPageToTheCount() {
        Lists lists =
                new Lists(page -> new InPostPageDto(5, List.of(shipment("7" + page, "OTHER"), shipment("8", "OTHER"))));

        assertThat(search(lists).find("OW-1")).isEqualTo(Lookup.absent());
        assertThat(lists.asked)
                .containsExactly(
                        "1 from 2026-11-14T10:00:00Z", "2 from 2026-11-14T10:00:00Z", "3 from 2026-11-14T10:00:00Z");
    }

    @Test
    void readsToTheFirstEmptyPageWhereThereIsNoCount() {
        Lists lists = new Lists(page -> new InPostPageDto(null, page < 4 ? List.of(shipment("7", "OTHER")) : null));

        assertThat(search(lists).find("OW-1")).isEqualTo(Lookup.absent());
        assertThat(lists.asked).hasSize(4);
    }

    @Test
    void stopsAtTheShipmentItLooksFor() {
        Lists lists = new Lists(page -> new InPostPageDto(1_000, List.of(shipment("70" + page, "OW-" + page))));

        assertThat(search(lists).find("OW-2")).isEqualTo(new Lookup.Underway("702"));
        assertThat(lists.asked).hasSize(2);
    }

    @Test
    void neverTakesAListWithoutEndForAbsence() {
        Lists endless = new Lists(page -> new InPostPageDto(Integer.MAX_VALUE, List.of(shipment("7", "OTHER"))));

        OutsideFault fault = fault(() -> search(endless).find("OW-1"));

        assertThat(fault.category()).isEqualTo(FaultCategory.CONTRACT);
    }

    @Test
    void neverTakesAShipmentWithoutIdForAbsence() {
        Lists lists = new Lists(page -> new InPostPageDto(1, List.of(shipment(null, "OW-1"))));

        OutsideFault fault = fault(() -> search(lists).find("OW-1"));

        assertThat(fault.category()).isEqualTo(FaultCategory.CONTRACT);
    }

    @Test
    void takesAShipmentWithATrackingNumberForAliveWhateverItsOffersSay() {
        InPostShipmentDto expired = new InPostShipmentDto(
                "9", "confirmed", "6209", "OW-1", List.of(new InPostShipmentDto.Offer("expired", null)), null);
        Lists lists = new Lists(page -> new InPostPageDto(100, List.of(expired)));

        assertThat(search(lists).find("OW-1")).isEqualTo(new Lookup.Underway("9"));
        assertThat(lists.asked).hasSize(1);
    }

    private static InPostSearch search(InPostApi api) {
        return new InPostSearch(api, "4711", Duration.ofDays(7), CLOCK);
    }

    private static InPostShipmentDto shipment(@Nullable String id, String reference) {
        return new InPostShipmentDto(id, "confirmed", "6209", reference, null, null);
    }

    /** An organisation's list; nothing else is asked for. */
    private static final class Lists implements InPostApi {

        private final IntFunction<InPostPageDto> pages;
        private final List<String> asked = new ArrayList<>();

        Lists(IntFunction<InPostPageDto> pages) {
            this.pages = pages;
        }

        @Override
        public InPostPageDto shipments(String organization, int page, @Nullable String createdFrom) {
            asked.add(page + " from " + createdFrom);
            return pages.apply(page);
        }

        @Override
        public Reply<InPostShipmentDto> createShipment(String organization, InPostShipmentForm form) {
            throw new AssertionError("a search announces nothing");
        }

        @Override
        public Reply<InPostShipmentDto> shipment(String id) {
            throw new AssertionError("a search reads the list only");
        }

        @Override
        public Reply<byte[]> cancel(String id) {
            throw new AssertionError("a search cancels nothing");
        }

        @Override
        public Reply<byte[]> label(String id, String format, String type) {
            throw new AssertionError("a search fetches no label");
        }

        @Override
        public Reply<RawJson> tracking(String trackingNumber) {
            throw new AssertionError("a search tracks nothing");
        }
    }
}
