package io.orderweave.benchmarks;

import io.orderweave.channel.Storefront;
import io.orderweave.connection.RawDocument;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.OrderFeed;
import io.orderweave.id.ChargeId;
import io.orderweave.id.LineId;
import io.orderweave.money.Money;
import io.orderweave.money.VatRate;
import io.orderweave.order.Charge;
import io.orderweave.order.Delivery;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.OrderLine;
import io.orderweave.order.PaymentTerms;
import io.orderweave.party.Country;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;

/** Orders as a channel tells them: two lines and delivery, half on delivery, half by transfer. The same for the same seed. */
final class Catalogue {

    private static final Currency PLN = Currency.getInstance("PLN");
    private static final Instant FIRST = Instant.parse("2026-03-01T08:00:00Z");
    private static final List<String> NAMES = List.of("Ewa Mała", "Jan Długi", "Olga Cicha", "Petr Malý", "Iva Nová");
    private static final List<String> CITIES = List.of("Łódź", "Gdynia", "Ostrava", "Žilina", "Cluj-Napoca");

    private final Random random;

    Catalogue(long seed) {
        this.random = new Random(seed);
    }

    List<OrderFeed.Item> orders(int count) {
        List<OrderFeed.Item> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(new OrderFeed.Item.Changed(order(i)));
        }
        return items;
    }

    private ChannelOrder order(int position) {
        String id = externalId(position);
        OrderLine first = line(id + "-1", 1 + random.nextInt(3));
        OrderLine second = line(id + "-2", 1);
        Charge delivery = Charge.builder()
                .id(new ChargeId("delivery"))
                .kind(Charge.Kind.DELIVERY)
                .name("Courier")
                .amount(Money.of("14.90", "PLN"))
                .vatRate(VatRate.of("23"))
                .build();
        Party buyer = buyer(position);
        PaymentTerms.Builder payment = PaymentTerms.builder();
        boolean onDelivery = position % 2 == 0;
        payment.timing(onDelivery ? PaymentTerms.Timing.ON_DELIVERY : PaymentTerms.Timing.PREPAID)
                .term(onDelivery ? "COD" : "TRANSFER");
        return ChannelOrder.builder()
                .externalId(id)
                .number(id)
                .storefront(new Storefront("bench-pl"))
                .placedAt(FIRST.plusSeconds(position * 37L))
                .currency(PLN)
                .term("READY")
                .lifecycle(Lifecycle.CONFIRMED)
                .revision("r" + position)
                .addLines(first, second)
                .addCharge(delivery)
                .buyer(buyer)
                .delivery(Delivery.builder()
                        .recipient(buyer)
                        .term("courier")
                        .termName("Courier to the door")
                        .build())
                .payment(payment.build())
                .total(Money.of("99.00", "PLN"))
                .raw(new RawDocument("application/json", ("{\"id\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    static String externalId(int position) {
        return "B%08d".formatted(position);
    }

    private OrderLine line(String id, int quantity) {
        int product = random.nextInt(10_000);
        return OrderLine.builder()
                .id(new LineId(id))
                .name("Product number " + product + " with a name of usual length")
                .sku("SKU-" + product)
                .quantity(quantity)
                .unitPrice(new Money(BigDecimal.valueOf(500 + random.nextInt(20_000), 2), PLN))
                .vatRate(VatRate.of("23"))
                .build();
    }

    private Party buyer(int position) {
        return Party.builder()
                .personName(NAMES.get(random.nextInt(NAMES.size())))
                .email("buyer" + position + "@example.org")
                .phone("+4860010" + (1_000 + random.nextInt(9_000)))
                .address(PostalAddress.builder()
                        .street("Polna " + (1 + random.nextInt(200)))
                        .city(CITIES.get(random.nextInt(CITIES.size())))
                        .postalCode("90-00" + random.nextInt(10))
                        .country(new Country("PL"))
                        .build())
                .build();
    }
}
