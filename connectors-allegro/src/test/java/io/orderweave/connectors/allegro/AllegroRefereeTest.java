package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.DocumentUploads;
import io.orderweave.connector.DocumentUploads.DocumentUpload;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.OrderFeed.Batch;
import io.orderweave.connector.RefundRequest;
import io.orderweave.connector.StatusUpdates.StatusUpdate;
import io.orderweave.connector.TrackingUpdates.TrackingUpdate;
import io.orderweave.id.ChargeId;
import io.orderweave.money.Money;
import io.orderweave.order.StatusIntent;
import io.orderweave.payment.RefundPart;
import io.orderweave.payment.RefundReason;
import io.orderweave.referee.RefereeProxy;
import io.orderweave.referee.ReferenceData;
import io.orderweave.simulator.allegro.AllegroLine;
import io.orderweave.simulator.allegro.AllegroOrderScript;
import io.orderweave.simulator.allegro.AllegroPaymentType;
import io.orderweave.simulator.allegro.AllegroSimulator;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What passes between connector and simulator is as Allegro's published document says, or its difference is explained. */
class AllegroRefereeTest {

    private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @Test
    void everyRequestAndAnswerIsAsTheDocumentSays() {
        TestContext context = new TestContext();
        try (AllegroSimulator allegro = AllegroSimulator.builder(TestContext.CLIENT_ID, TestContext.CLIENT_SECRET)
                        .applicationName("TestShop")
                        .clock(context.clock)
                        .start();
                RefereeProxy referee = referee(allegro)) {
            ChannelConnector connector = context.connector(
                    referee.url().toString(),
                    Map.of(
                            AllegroConnectorFactory.REFRESH_TOKEN,
                            allegro.accounts().mintRefreshToken()));
            connector.probe();
            read(connector);
            String form = orders(allegro);
            read(connector);
            write(connector, form);
            write(connector, "00000000-0000-4000-8000-000000000000");
            read(connector);

            assertThat(referee.violations()).isEmpty();
            assertThat(AllegroReferee.find().orElseThrow().unused())
                    .as("differences explained that there are not")
                    .isEmpty();
        }
    }

    private static RefereeProxy referee(AllegroSimulator allegro) {
        @Nullable RefereeProxy referee = AllegroReferee.before(URI.create(allegro.baseUrl()));
        return referee == null ? ReferenceData.skip("Allegro's document") : referee;
    }

    /** Orders of every kind; the id of one that can be written to. */
    private static String orders(AllegroSimulator allegro) {
        allegro.buyers().buy(SimulatedAllegro.order());
        allegro.buyers().place(SimulatedAllegro.order());
        allegro.buyers().cancel(allegro.buyers().placeReady(SimulatedAllegro.order()));
        allegro.buyers()
                .placeReady(AllegroOrderScript.builder()
                        .paymentType(AllegroPaymentType.CASH_ON_DELIVERY)
                        .addLines(AllegroLine.of("14000000002", "KUB-04", "Kubek", 1, "12.30"))
                        .build());
        String form = allegro.buyers().placeReady(SimulatedAllegro.order());
        allegro.buyers().paySurcharge(form, new BigDecimal("5.00"));
        return form;
    }

    private static void read(ChannelConnector connector) {
        OrderFeed feed = connector.orderFeed().orElseThrow();
        Batch batch = feed.poll(Optional.empty(), 2);
        while (batch.more()) {
            batch = feed.poll(Optional.of(batch.next()), 2);
        }
        feed.poll(Optional.of(batch.next()), 2);
    }

    /** Of the surcharge, which the first order has. */
    private static void refund(ChannelConnector connector, String form) {
        if (connector.orderReader().orElseThrow().read(form) instanceof OrderFeed.Item.Changed changed) {
            connector
                    .refunds()
                    .orElseThrow()
                    .refund(RefundRequest.builder()
                            .key(UUID.fromString("5f0d6b6e-53a4-4ab1-9a0e-0d8f5d4f8a03"))
                            .externalId(form)
                            .payment(changed.order().payments().get(1).externalId())
                            .reason(RefundReason.RETURNED)
                            .addParts(new RefundPart.OfCharge(new ChargeId("delivery"), Money.of("2.50", "PLN")))
                            .build());
        }
    }

    private static void write(ChannelConnector connector, String form) {
        connector
                .statusUpdates()
                .orElseThrow()
                .update(new StatusUpdate(form, Optional.empty(), StatusIntent.PROCESSING, false));
        connector
                .statusUpdates()
                .orElseThrow()
                .update(new StatusUpdate(form, Optional.empty(), StatusIntent.SHIPPED, true));
        connector
                .trackingUpdates()
                .orElseThrow()
                .add(new TrackingUpdate(form, new ChannelId("inpost"), "600000000000000000000001", Map.of()));
        connector
                .trackingUpdates()
                .orElseThrow()
                .add(new TrackingUpdate(form, new ChannelId("riders"), "R1", Map.of()));
        refund(connector, form);
        DocumentUploads uploads = connector.documentUploads().orElseThrow();
        DocumentUpload upload = new DocumentUpload(form, "FV/1/2026", PDF);
        WriteAnswer answer = uploads.begin(upload);
        for (int step = 0; step < 5 && answer instanceof WriteAnswer.Accepted accepted; step++) {
            answer = uploads.resume(accepted.handle(), upload);
        }
    }
}
