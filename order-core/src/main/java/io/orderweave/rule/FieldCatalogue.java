package io.orderweave.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields that rules may name: the library's own and those a host adds. Hosts make one and give it to their hub. Immutable. */
public final class FieldCatalogue {

    private static final FieldCatalogue STANDARD = new FieldCatalogue(List.of(
            Field.CHANNEL,
            Field.CONNECTION,
            Field.STOREFRONT,
            Field.SELLER,
            Field.CHANNEL_STATUS,
            Field.CHANNEL_LIFECYCLE,
            Field.CHANNEL_FLAGS,
            Field.STATUS,
            Field.PHASE,
            Field.PAYMENT_STATE,
            Field.SHIPPING_STATE,
            Field.DOCUMENT_STATE,
            Field.RETURN_STATE,
            Field.PAYMENT_METHOD,
            Field.PAYMENT_TERM,
            Field.PAYMENT_TIMING,
            Field.DELIVERY_METHOD,
            Field.DELIVERY_TERM,
            Field.DELIVERY_COUNTRY,
            Field.DELIVERY_TO_POINT,
            Field.BILLING_COUNTRY,
            Field.BUYER_IS_COMPANY,
            Field.BUYER_HAS_VAT_ID,
            Field.BUYER_NOTE,
            Field.CURRENCY,
            Field.TOTAL,
            Field.OPEN_AMOUNT,
            Field.PAID,
            Field.REFUNDED,
            Field.TO_COLLECT,
            Field.GOODS_TOTAL,
            Field.DELIVERY_CHARGE,
            Field.QUANTITY,
            Field.LINE_COUNT,
            Field.LINE_SKU,
            Field.LINE_EAN,
            Field.LINE_NAME,
            Field.TAGS,
            Field.HOLDS,
            Field.REFERRERS,
            Field.PLACED_AT,
            Field.AGE,
            Field.TIME_OF_DAY,
            Field.WEEKDAY,
            Field.CUSTOMER_ORDERS,
            Field.WEIGHT,
            Field.EVENT_NAME,
            Field.STATUS_FROM,
            Field.STATUS_TO,
            Field.EVENT_TAG,
            Field.EVENT_HOLD,
            Field.EVENT_CHANGED,
            Field.EVENT_NOTE_AUDIENCE,
            Field.PAYMENT_AMOUNT,
            Field.PAYMENT_SOURCE,
            Field.TRACKING_TO,
            Field.TRACKING_DISPATCHED,
            Field.DOCUMENT_KIND,
            Field.RAISED,
            Field.TIMER));

    private final Map<String, Field> fields;

    private FieldCatalogue(Collection<Field> fields) {
        Map<String, Field> byName = new LinkedHashMap<>();
        for (Field field : fields) {
            if (byName.put(field.name(), field) != null) {
                throw new IllegalArgumentException("two fields are called " + field.name());
            }
        }
        this.fields = Collections.unmodifiableMap(byName);
    }

    /** The library's own fields. */
    public static FieldCatalogue standard() {
        return STANDARD;
    }

    /**
     * These and more.
     *
     * @throws IllegalArgumentException when a name is taken
     */
    public FieldCatalogue with(Field... more) {
        List<Field> all = new ArrayList<>(fields.values());
        Collections.addAll(all, more);
        return new FieldCatalogue(all);
    }

    public Optional<Field> find(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    public Collection<Field> fields() {
        return fields.values();
    }

    public Collection<String> names() {
        return fields.keySet();
    }
}
