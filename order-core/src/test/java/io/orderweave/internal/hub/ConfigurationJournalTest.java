package io.orderweave.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.event.Subject;
import io.orderweave.internal.book.Digest;
import io.orderweave.internal.json.Json;
import io.orderweave.journal.JournalEntry;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.Field;
import io.orderweave.rule.RuleSet;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConfigurationJournalTest {

    private static final List<String> PARTS = List.of("rules", "mappings", "statuses", "sellers");

    private final TestShop shop = new TestShop();

    @Test
    void entersEachPartOnceAndNothingWhenReopenedUnchanged() {
        OrderHub first = shop.open();
        PARTS.forEach(part -> assertThat(history(first, part)).as(part).hasSize(1));

        OrderHub second = shop.open();

        PARTS.forEach(part -> assertThat(history(second, part)).as(part).hasSize(1));
    }

    @Test
    void entersOnlyThePartThatChanged() {
        shop.open();

        OrderHub changed = shop.open(builder -> builder.seller(io.orderweave.document.Seller.builder()
                .from(TestShop.seller())
                .paymentTermDays(30)
                .build()));

        assertThat(history(changed, "sellers")).hasSize(2);
        assertThat(history(changed, "statuses")).hasSize(1);
        assertThat(history(changed, "rules")).hasSize(1);
    }

    @Test
    void appliesANewerRuleSet() {
        shop.open();

        OrderHub newer = shop.open(builder -> builder.rules(tagging(2, "vip")));

        assertThat(history(newer, "rules")).hasSize(2);
        assertThat(history(newer, "rules").get(1).event().orElseThrow().toString())
                .contains("2");
    }

    @Test
    void refusesAVersionWhoseContentChanged() {
        shop.open(builder -> builder.rules(tagging(2, "vip")));

        assertThatThrownBy(() -> shop.open(builder -> builder.rules(tagging(2, "gold"))))
                .hasMessageContaining("rule set version 2 differs")
                .hasMessageContaining("raise its version");
    }

    @Test
    void takesSetsAndMapsForTheSameInAnotherProcess() throws IOException, InterruptedException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Fingerprint.class.getName())
                .redirectErrorStream(true)
                .start();
        String told = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(told.strip()).isEqualTo(Fingerprint.ofConfiguration());
    }

    private static List<JournalEntry> history(OrderHub hub, String part) {
        return hub.journal().history(Subject.configuration(part), 1, 100);
    }

    private static RuleSet tagging(int version, String tag) {
        return RuleSet.of(version, TestShop.rule("tag", "order.confirmed", Condition.always(), new Action.AddTag(tag)));
    }

    /** Runs in a JVM of its own, whose immutable sets have another order. */
    static final class Fingerprint {

        private Fingerprint() {}

        public static void main(String[] args) {
            System.out.println(ofConfiguration());
        }

        static String ofConfiguration() {
            RuleSet rules = RuleSet.of(
                    1,
                    TestShop.rule(
                            "r",
                            "order.confirmed",
                            Field.TAGS.hasAnyOf("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"),
                            new Action.AddTag("x")));
            return Digest.sha256(Json.bytes(List.of(
                    rules,
                    TestShop.rules(),
                    TestShop.mappings(),
                    TestShop.seller(),
                    TestOrders.plain("o")
                            .addTags("a", "b", "c", "d", "e", "f", "g")
                            .build())));
        }
    }
}
