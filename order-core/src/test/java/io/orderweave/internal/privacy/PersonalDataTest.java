package io.orderweave.internal.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connector.Cancellations;
import io.orderweave.connector.RefundRequest;
import io.orderweave.courier.ShipmentRequest;
import io.orderweave.document.DocumentEvent;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.event.EventName;
import io.orderweave.event.Subject;
import io.orderweave.id.DecisionId;
import io.orderweave.id.EntryId;
import io.orderweave.id.RuleId;
import io.orderweave.internal.book.DocumentRecord;
import io.orderweave.internal.book.QuarantineRecord;
import io.orderweave.internal.book.TransactionRecord;
import io.orderweave.internal.effects.CancellationIntent;
import io.orderweave.internal.journal.ConfigurationChanged;
import io.orderweave.internal.json.Json;
import io.orderweave.mapping.MappingEvent;
import io.orderweave.money.Money;
import io.orderweave.money.VatRate;
import io.orderweave.notice.Notice;
import io.orderweave.notice.NoticeEvent;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.payment.Payment;
import io.orderweave.payment.PaymentEvent;
import io.orderweave.payment.Refund;
import io.orderweave.rule.Condition;
import io.orderweave.rule.Decision;
import io.orderweave.rule.Field;
import io.orderweave.rule.RuleEvent;
import io.orderweave.rule.RuleOutcome;
import io.orderweave.rule.Verdict;
import io.orderweave.shipment.Shipment;
import io.orderweave.shipment.ShipmentEvent;
import io.orderweave.store.JournalRow;
import io.orderweave.store.StoredEffect;
import io.orderweave.testing.TestOrders;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text that is stored is either declared personal or reviewed here as harmless: a new one is in neither and is reported. */
class PersonalDataTest {

    /** Reviewed: none of these says anything of a person. Ids and numbers stay, and so do words of shops, channels and couriers. */
    private static final Set<String> HARMLESS = Set.of(
            "Attempt.node",
            "Attempt.remoteRequestId",
            "BankAccount.bankName",
            "BankAccount.bic",
            "BankAccount.iban",
            "BankTransaction.bankReference",
            "BankTransaction.constantSymbol",
            "BankTransaction.ownAccount",
            "BankTransaction.replayKey",
            "BankTransaction.variableSymbol",
            "Cancellation.externalId",
            "ChangedByChannel.channelTerm",
            "ChangedByChannel.parts",
            "ChannelState.fingerprint",
            "ChannelState.revision",
            "ChannelState.term",
            "Charge.name",
            "ConfigurationChanged.part",
            "ConfigurationChanged.version",
            "Delivery.method",
            "Delivery.term",
            "Delivery.termName",
            "Document.correctsNumber",
            "Document.number",
            "Document.orderNumber",
            "Document.paymentMethod",
            "Document.replacesNumber",
            "Document.variableSymbol",
            "DocumentErased.number",
            "DocumentHandedIn.number",
            "DocumentIssued.number",
            "DocumentLine.description",
            "DocumentLine.sku",
            "DocumentRecord.pdf",
            "Effect.answer",
            "Effect.handle",
            "Effect.payload",
            "Effect.reference",
            "Effect.request",
            "Erased.reason",
            "ExternalRef.externalId",
            "Fault.exception",
            "Fault.what",
            "Finding.field",
            "Finding.operator",
            "Finding.seen",
            "Finding.wanted",
            "Hold.code",
            "Hold.releasableBy",
            "HoldPlaced.code",
            "HoldPlaced.releasableBy",
            "HoldReleased.code",
            "Imported.channelTerm",
            "LabelStored.trackingNumber",
            "LimitCleared.why",
            "Notice.key",
            "Notice.template",
            "NoticeSent.channel",
            "NoticeSent.template",
            "Order.number",
            "Order.tags",
            "OrderLine.ean",
            "OrderLine.name",
            "OrderLine.offerId",
            "OrderLine.sku",
            "Origin.path",
            "Parcel.sizeClass",
            "Pause.reason",
            "Payment.reference",
            "PaymentRefunded.reference",
            "PaymentTerms.method",
            "PaymentTerms.term",
            "QuarantineRecord.externalId",
            "QuarantineRecord.mediaType",
            "QuarantineRecord.raw",
            "QuarantineRecord.reason",
            "Raised.name",
            "Refund.reference",
            "RefundAsked.reference",
            "RefundRequest.externalId",
            "RefundRequest.payment",
            "MappingsApplied.why",
            "RulesApplied.why",
            "Shipment.courierShipmentId",
            "Shipment.label",
            "Shipment.labelType",
            "Shipment.reference",
            "Shipment.trackingNumber",
            "ShipmentCreated.trackingNumber",
            "ShipmentRequest.reference",
            "ShipmentRequest.service",
            "TagAdded.tag",
            "TagRemoved.tag",
            "TaxId.type",
            "TimerElapsed.timer",
            "TrackingChanged.trackingNumber",
            "TrackingEvent.code",
            "TransactionRecord.outcome",
            "TransactionUnmatched.reason");

    /** The seller's own particulars on a document stay: they are no customer's. */
    private static final String SELLER = "Document.sellerProfile";

    private final Set<String> harmless = new TreeSet<>();
    private final Set<String> unknownMembers = new TreeSet<>();

    @Test
    void everyTextIsPersonalOrReviewed() {
        shapes().forEach(this::walk);

        assertThat(unknownMembers)
                .as("declared in PersonalData, but no such part")
                .isEmpty();
        assertThat(harmless)
                .as("texts neither declared in PersonalData nor reviewed here, or reviewed and gone")
                .containsExactlyInAnyOrderElementsOf(HARMLESS);
    }

    private static Map<Class<?>, Shape> shapes() {
        Map<Class<?>, Shape> shapes = new LinkedHashMap<>();
        shapes.put(Order.class, PersonalData.ORDER);
        shapes.put(Shipment.class, PersonalData.SHIPMENT);
        shapes.put(DocumentRecord.class, PersonalData.DOCUMENT);
        shapes.put(TransactionRecord.class, PersonalData.TRANSACTION);
        shapes.put(QuarantineRecord.class, PersonalData.QUARANTINE);
        shapes.put(Payment.class, Shape.HARMLESS);
        shapes.put(Decision.class, Shape.HARMLESS);
        shapes.put(Effect.class, PersonalData.EFFECT);
        shapes.put(
                ShipmentRequest.class,
                PersonalData.shapeOfEffect(EffectKind.SHIPMENT)
                        .part("request")
                        .flatMap(frozen -> frozen.part("request"))
                        .orElseThrow());
        Shape refund = PersonalData.shapeOfEffect(EffectKind.REFUND);
        shapes.put(Refund.class, refund.part("payload").orElseThrow());
        shapes.put(RefundRequest.class, refund.part("request").orElseThrow());
        shapes.put(CancellationIntent.class, Shape.HARMLESS);
        shapes.put(Cancellations.Cancellation.class, Shape.HARMLESS);
        shapes.put(
                Notice.class,
                PersonalData.shapeOfEffect(EffectKind.NOTICE)
                        .part("request")
                        .flatMap(frozen -> frozen.part("notice"))
                        .orElseThrow());
        for (Class<?> event : events()) {
            shapes.put(event, PersonalData.shapeOfEvent(nameOf(event)));
        }
        return shapes;
    }

    @Test
    void everyKindOfEffectIsDeclared() throws IllegalAccessException {
        for (java.lang.reflect.Field constant : EffectKind.class.getFields()) {
            EffectKind kind = (EffectKind) constant.get(null);

            assertThat(PersonalData.shapeOfEffect(kind).isPersonal("payload"))
                    .as("the payload of " + kind + " is of the library, which knows what is in it")
                    .isFalse();
        }
        assertThat(PersonalData.shapeOfEffect(new EffectKind("host-mail")).isPersonal("payload"))
                .isTrue();
    }

    @Test
    void erasesEveryPersonalPartOfAnOrder() {
        Order order = TestOrders.rich();

        Order erased = PersonalData.erased(order);

        assertThat(erased.buyer().personName()).contains("erased");
        assertThat(erased.buyer().address().orElseThrow().street()).isEqualTo("erased");
        assertThat(erased.buyer().address().orElseThrow().country().code()).isEqualTo("PL");
        assertThat(erased.buyer().company()).isEmpty();
        assertThat(erased.invoicedParty().taxIds().get(0).value()).isEqualTo("erased");
        assertThat(erased.delivery().pickupPoint().orElseThrow().id()).isEqualTo("erased");
        assertThat(erased.referrers()).containsExactly("erased");
        assertThat(erased.notes().get(0).text()).isEqualTo("erased");
        assertThat(erased.lines()).isEqualTo(order.lines());
        assertThat(erased.progress()).isEqualTo(order.progress());
        assertThat(erased.number()).isEqualTo(order.number());
        assertThat(PersonalData.erased(erased)).isEqualTo(erased);
    }

    @Test
    void erasesAllOfAnEffectThatIsNotTheLibrarys() {
        StoredEffect effect = new StoredEffect(
                "order/1/host-mail/1",
                "order/1",
                "host-mail",
                Optional.empty(),
                "DONE",
                Optional.empty(),
                TestOrders.NOON,
                1,
                1,
                "{\"payload\":{\"to\":\"jan\"},\"answer\":[\"jan\"],\"reason\":\"no jan\",\"handle\":\"h1\"}"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(PersonalData.effect(effect))
                .hasToString(
                        "{\"payload\":\"erased\",\"answer\":[\"erased\"],\"reason\":\"erased\",\"handle\":\"h1\"}");
    }

    @Test
    void erasesAllOfAnEventThatIsNotTheLibrarys() {
        assertThat(entry("host.mailed/1", "{\"to\":\"jan\"}")).contains("\"event\":\"erased\"");
        assertThat(entry("order.cancelled/2", "{\"reason\":\"jan\"}")).contains("\"event\":\"erased\"");
        assertThat(entry("order.cancelled/1", "{\"reason\":\"jan\"}")).contains("{\"reason\":\"erased\"}");
        assertThat(entry("order.tag-added/1", "{\"tag\":\"vip\"}")).contains("{\"tag\":\"vip\"}");
    }

    @Test
    void erasesWhatARuleSawInAFieldThatNobodyKnows() {
        Decision decision = Decision.builder()
                .id(new DecisionId("d"))
                .subject(new Subject("order", "1"))
                .entry(new EntryId("e"))
                .event(EventName.parse("order.confirmed/1"))
                .ruleSetVersion(1)
                .addFired(new RuleOutcome(
                        new RuleId("r"),
                        Verdict.TRUE,
                        List.of(
                                new Condition.Finding("buyer.email", "jan@example.org", "one-of", "any", Verdict.TRUE),
                                new Condition.Finding(Field.STATUS.name(), "paid", "one-of", "paid", Verdict.TRUE))))
                .build();

        assertThat(PersonalData.erased(decision).fired().get(0).findings())
                .containsExactly(
                        new Condition.Finding("buyer.email", "erased", "one-of", "any", Verdict.TRUE),
                        new Condition.Finding(Field.STATUS.name(), "paid", "one-of", "paid", Verdict.TRUE));
    }

    private static String entry(String event, String json) {
        byte[] content = ("{\"event\":" + json + ",\"difference\":null}").getBytes(StandardCharsets.UTF_8);
        JsonNode erased = PersonalData.entry(
                new JournalRow("e", "order/1", 2, TestOrders.NOON, event, Optional.empty(), false, content));
        return new String(Json.bytes(erased), StandardCharsets.UTF_8);
    }

    private static List<Class<?>> events() {
        return Stream.concat(
                        Stream.of(
                                        OrderEvent.class,
                                        PaymentEvent.class,
                                        ShipmentEvent.class,
                                        DocumentEvent.class,
                                        NoticeEvent.class,
                                        MappingEvent.class,
                                        RuleEvent.class,
                                        EffectEvent.class)
                                .flatMap(feature -> Stream.of(feature.getPermittedSubclasses())),
                        Stream.of(ConfigurationChanged.class))
                .<Class<?>>map(type -> type)
                .toList();
    }

    private static EventName nameOf(Class<?> event) {
        try {
            return (EventName) event.getField("NAME").get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(event + " has no NAME", e);
        }
    }

    private void walk(Class<?> type, Shape shape) {
        if (type.isSealed()) {
            Stream.of(type.getPermittedSubclasses()).forEach(each -> walkMembers(each, shape));
            return;
        }
        walkMembers(type, shape);
        shape.members().stream()
                .filter(member -> !members(type).containsKey(member))
                .forEach(member -> unknownMembers.add(type.getSimpleName() + "." + member));
    }

    private void walkMembers(Class<?> type, Shape shape) {
        for (Map.Entry<String, Type> member : members(type).entrySet()) {
            String name = type.getSimpleName() + "." + member.getKey();
            if (!shape.isPersonal(member.getKey()) && !name.equals(SELLER)) {
                walk(name, member.getValue(), shape.part(member.getKey()).orElse(Shape.HARMLESS));
            }
        }
    }

    private void walk(String name, Type type, Shape shape) {
        if (type instanceof ParameterizedType generic) {
            Stream.of(generic.getActualTypeArguments()).forEach(argument -> walk(name, argument, shape));
        } else if (type == String.class || type == JsonNode.class || type == byte[].class) {
            harmless.add(name);
        } else if (type instanceof Class<?> part && isOurs(part)) {
            walk(part, shape);
        }
    }

    /** Not a number, moment, enum or typed id: something with parts. */
    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("io.orderweave.")
                && !type.isEnum()
                && !List.of(Money.class, VatRate.class, EffectKey.class).contains(type)
                && Stream.concat(
                                Arrays.stream(type.getMethods()),
                                type.isRecord()
                                        ? Arrays.stream(type.getRecordComponents())
                                                .map(RecordComponent::getAccessor)
                                        : Stream.empty())
                        .noneMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }

    private static Map<String, Type> members(Class<?> type) {
        Map<String, Type> members = new LinkedHashMap<>();
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                members.put(component.getName(), component.getGenericType());
            }
            return members;
        }
        // Parts with a default are methods with a body, as conveniences are; none of them is a text.
        for (Method method : type.getDeclaredMethods()) {
            if (Modifier.isAbstract(method.getModifiers()) && method.getParameterCount() == 0) {
                members.put(method.getName(), method.getGenericReturnType());
            }
        }
        return members;
    }
}
