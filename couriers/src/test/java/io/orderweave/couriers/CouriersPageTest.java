package io.orderweave.couriers;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.order.Phase;
import io.orderweave.rule.Action;
import io.orderweave.rule.Field;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleSets;
import io.orderweave.rule.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every rule that {@code docs/couriers.md} shows can be read, and says what the page says. */
class CouriersPageTest {

    private static final Pattern JSON = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    @Test
    void theRuleTakesBackWhatWasAnnouncedForACancelledOrder() throws IOException {
        List<Rule> rules = JSON.matcher(Files.readString(Path.of("../docs/couriers.md")))
                .results()
                .map(CouriersPageTest::rule)
                .toList();

        assertThat(rules).singleElement().satisfies(rule -> {
            assertThat(rule.trigger()).isEqualTo(Trigger.on("shipment.created"));
            assertThat(rule.condition()).isEqualTo(Field.PHASE.isOneOf(Phase.CANCELLED));
            assertThat(rule.actions()).containsExactly(new Action.CancelShipments());
        });
    }

    private static Rule rule(MatchResult block) {
        return RuleSets.parse("{\"version\": 1, \"rules\": [" + block.group(1) + "]}")
                .rules()
                .get(0);
    }
}
