package io.orderweave.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a set of rules says in JSON without being written: a set is written as a person would write it. */
final class Defaults {

    private static final JsonNode ALWAYS = RuleSets.MAPPER.valueToTree(Condition.always());

    private Defaults() {}

    /** The written set, or a part of one, without parts that have the value they have when they are left out. */
    static JsonNode omitted(JsonNode written) {
        for (JsonNode comparison : written.findParents("ignoreCase")) {
            omit((ObjectNode) comparison, "ignoreCase", false);
        }
        written.path("rules").forEach(rule -> omitOfRule((ObjectNode) rule));
        return written;
    }

    private static void omitOfRule(ObjectNode rule) {
        omit(rule, "enabled", true);
        if (rule.path("name").equals(rule.path("id"))) {
            rule.remove("name");
        }
        if (rule.path("when").equals(ALWAYS)) {
            rule.remove("when");
        }
    }

    private static void omit(ObjectNode of, String part, boolean standing) {
        // Of texts of such a name, which a host's action may be given, none is a flag.
        if (of.path(part).equals(BooleanNode.valueOf(standing))) {
            of.remove(part);
        }
    }
}
