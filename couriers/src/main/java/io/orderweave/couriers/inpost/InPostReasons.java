package io.orderweave.couriers.inpost;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.couriers.internal.RemoteToken;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Flattens ShipX's nested error details to lines such as {@code custom_attributes.target_point:does_not_exist}. Only field names and
 * error codes pass; free text does not, it may quote the recipient.
 */
final class InPostReasons {

    /** Codes are in lower case with underscores, people and places are not. */
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,59}");

    private static final int MOST = 10;
    private static final int DEEPEST = 10;

    private final Set<String> reasons = new LinkedHashSet<>();

    private InPostReasons() {}

    /** The reasons in the details; empty when there are none. */
    static List<String> of(JsonNode details) {
        InPostReasons collected = new InPostReasons();
        collected.collect("", details, 0);
        return new ArrayList<>(collected.reasons);
    }

    private void collect(String path, JsonNode node, int depth) {
        if (depth > DEEPEST || reasons.size() >= MOST) {
            return;
        }
        if (node.isObject()) {
            node.properties().forEach(field -> {
                String name = RemoteToken.of(field.getKey());
                collect(path.isEmpty() ? name : path + "." + name, field.getValue(), depth + 1);
            });
        } else if (node.isArray()) {
            node.forEach(element -> collect(path, element, depth + 1));
        } else if (!node.isNull()) {
            String code = CODE.matcher(node.asText()).matches() ? node.asText() : "(unreadable)";
            reasons.add(path.isEmpty() ? code : path + ":" + code);
        }
    }
}
