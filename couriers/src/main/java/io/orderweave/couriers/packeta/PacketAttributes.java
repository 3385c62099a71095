package io.orderweave.couriers.packeta;

import io.orderweave.shipment.Parcel.Dimensions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A packet in Packeta's words. Prints names only.
 *
 * @param texts values by element name, in the order they are written
 * @param size outer size, empty when the packet was not measured
 */
record PacketAttributes(Map<String, String> texts, Optional<Dimensions> size) {

    private static final List<String> PERSONAL =
            List.of("name", "surname", "company", "email", "phone", "street", "houseNumber", "city", "zip");

    PacketAttributes {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /** What must not come back in an error text. */
    List<String> personalValues() {
        List<String> values = new ArrayList<>();
        for (String name : PERSONAL) {
            String value = texts.get(name);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    @Override
    public String toString() {
        return "PacketAttributes" + texts.keySet();
    }
}
