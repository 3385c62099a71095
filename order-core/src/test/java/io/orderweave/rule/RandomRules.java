package io.orderweave.rule;

import io.orderweave.event.Event;
import io.orderweave.id.LineId;
import io.orderweave.id.RuleId;
import io.orderweave.id.StatusId;
import io.orderweave.money.Money;
import io.orderweave.order.Axes;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.order.OrderLine;
import io.orderweave.order.PaymentTerms;
import io.orderweave.order.Phase;
import io.orderweave.testing.TestOrders;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Rule sets and facts by chance, over few values so that rules often fire. */
final class RandomRules {

    private static final List<String> WORDS =
            List.of("new", "paid", "packing", "vip", "gift", "SKU-1", "sku-2", "Straße");

    /** Throws for some orders: what it does to a rule must not depend on how rules are evaluated. */
    static final TextField MOODY = TextField.of("shop.moody", order -> {
        if (order.tags().contains("gift")) {
            throw new IllegalStateException("not today");
        }
        return order.tags().stream().sorted().findFirst();
    });

    static final FieldCatalogue FIELDS = FieldCatalogue.standard().with(MOODY);

    private final Random random;

    RandomRules(long seed) {
        this.random = new Random(seed);
    }

    RuleSet rules() {
        Rule[] rules = new Rule[random.nextInt(30)];
        for (int i = 0; i < rules.length; i++) {
            rules[i] = rule("r" + i);
        }
        return RuleSet.of(1 + random.nextInt(100), rules);
    }

    private Rule rule(String id) {
        Rule.Builder rule = Rule.builder()
                .id(new RuleId(id))
                .trigger(trigger())
                .condition(condition(3))
                .addActions(new Action.AddTag(word()), new Action.StartTimer(word(), Duration.ofHours(2)))
                .enabled(random.nextInt(10) > 0);
        if (random.nextInt(4) == 0) {
            rule.firstDay(LocalDate.of(2026, 3, 1 + random.nextInt(10)));
        }
        if (random.nextInt(4) == 0) {
            rule.lastDay(LocalDate.of(2026, 3, 10 + random.nextInt(10)));
        }
        if (random.nextInt(4) == 0) {
            rule.note("because " + word());
        }
        return rule.build();
    }

    private Trigger trigger() {
        return switch (random.nextInt(5)) {
            case 0 -> new Trigger.StatusEntered(new StatusId("paid"));
            case 1 -> Trigger.on("order.status-changed");
            case 2 -> new Trigger.TagAdded("vip");
            default -> Trigger.on("order.confirmed");
        };
    }

    Condition condition(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return comparison();
        }
        Condition[] parts = new Condition[1 + random.nextInt(3)];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = condition(depth - 1);
        }
        return switch (random.nextInt(4)) {
            case 0 -> Condition.any(parts);
            case 1 -> Condition.none(parts);
            default -> Condition.all(parts);
        };
    }

    private Condition comparison() {
        return switch (random.nextInt(12)) {
            case 0 -> text(Field.STATUS);
            case 1 -> text(Field.STATUS_TO);
            case 2 -> text(MOODY);
            case 3, 4 -> texts(random.nextBoolean() ? Field.TAGS : Field.LINE_SKU);
            case 5 -> Field.PAYMENT_STATE.isOneOf(Axes.PaymentState.UNPAID, Axes.PaymentState.PAID);
            case 6 -> amount();
            case 7 -> number();
            case 8 -> moment();
            case 9 -> Field.PHASE.isNoneOf(one(Phase.values()));
            case 10 -> Field.BUYER_HAS_VAT_ID.is(random.nextBoolean());
            default -> presence();
        };
    }

    private Condition text(TextField field) {
        TextComparison comparison = switch (random.nextInt(6)) {
            case 0 -> field.isNoneOf(word(), word() + "x");
            case 1 -> field.startsWith(word().substring(0, 2));
            case 2 -> field.endsWith(word().substring(1));
            case 3 -> field.contains(word().substring(1, 2));
            case 4 -> field.matches("*" + word().substring(1, 2) + "?");
            default -> field.isOneOf(word(), word() + "y");
        };
        return random.nextInt(3) == 0 ? comparison.ignoringCase() : comparison;
    }

    private Condition texts(TextsField field) {
        return switch (random.nextInt(4)) {
            case 0 -> field.hasAllOf(word(), "vip");
            case 1 -> field.hasNoneOf(word());
            case 2 -> field.anyMatches("*" + word().charAt(0) + "*").ignoringCase();
            default -> field.hasAnyOf(word(), word() + "z");
        };
    }

    private Condition amount() {
        Money amount = Money.of(String.valueOf(random.nextInt(300)), random.nextInt(4) == 0 ? "EUR" : "PLN");
        return random.nextBoolean() ? Field.TOTAL.atLeast(amount) : Field.OPEN_AMOUNT.lessThan(amount);
    }

    private Condition number() {
        return switch (random.nextInt(3)) {
            case 0 -> Field.QUANTITY.atLeast(random.nextInt(5));
            case 1 -> Field.CUSTOMER_ORDERS.atMost(random.nextInt(3));
            default -> Field.LINE_COUNT.between(BigDecimal.ONE, BigDecimal.valueOf(1 + random.nextInt(3)));
        };
    }

    private Condition moment() {
        return switch (random.nextInt(3)) {
            case 0 -> Field.AGE.moreThan(Duration.ofHours(random.nextInt(100)));
            case 1 -> Field.WEEKDAY.isOneOf(one(DayOfWeek.values()), DayOfWeek.MONDAY);
            default ->
                Field.TIME_OF_DAY.between(LocalTime.of(random.nextInt(24), 0), LocalTime.of(random.nextInt(24), 0));
        };
    }

    private Condition presence() {
        Field field = one(FIELDS.fields().toArray(Field[]::new));
        return random.nextBoolean() ? field.isPresent() : field.isAbsent();
    }

    Facts facts() {
        Order order = order();
        Instant at = Instant.parse("2026-03-01T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(20 * 24 * 60)));
        Facts facts = Facts.of(order, event(), at, ZoneId.of("Europe/Warsaw"));
        return random.nextBoolean()
                ? facts
                : facts.with(Map.of("customer.order-count", Measure.parse(String.valueOf(random.nextInt(4)))));
    }

    private Event event() {
        return switch (random.nextInt(4)) {
            case 0 -> new OrderEvent.StatusChanged(new StatusId(word()), new StatusId("paid"));
            case 1 -> new OrderEvent.StatusChanged(new StatusId("new"), new StatusId(word()));
            case 2 -> new OrderEvent.TagAdded("vip");
            default -> new OrderEvent.Confirmed();
        };
    }

    private Order order() {
        Set<String> tags = new HashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            tags.add(word());
        }
        return TestOrders.plain("o")
                .status(new StatusId(word()))
                .phase(one(Phase.values()))
                .tags(tags)
                .addLines(OrderLine.builder()
                        .id(new LineId("extra"))
                        .name(word())
                        .sku(random.nextBoolean() ? Optional.of(word()) : Optional.empty())
                        .quantity(1 + random.nextInt(3))
                        .unitPrice(Money.of("10.00", "PLN"))
                        .build())
                .payment(PaymentTerms.builder()
                        .timing(one(PaymentTerms.Timing.values()))
                        .build())
                .build();
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    @SafeVarargs
    private <T> T one(T... values) {
        return values[random.nextInt(values.length)];
    }
}
