package io.orderweave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.id.OrderId;
import io.orderweave.journal.Rehearsal;
import io.orderweave.journal.RehearsalProgress;
import io.orderweave.journal.Why;
import io.orderweave.journal.WhyNot;
import io.orderweave.mapping.MappingSet;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.rule.LintFinding;
import io.orderweave.rule.RuleLint;
import io.orderweave.rule.RuleSet;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestShop;
import io.orderweave.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every Java block of docs/explain.md and docs/rehearse-and-lint.md stands here, where it compiles and runs. */
class ExplainGuideTest {

    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    private final TestShop shop = new TestShop();
    private final OrderHub hub = shop.open(builder -> builder.rules(RuleSet.of(1)));
    private final RuleSet wanted = TestShop.rules();
    private final Instant from = Instant.EPOCH;
    private Instant to = Instant.EPOCH;

    @BeforeEach
    void sell() {
        shop.channel.tell(ChannelOrders.paid("A1").build());
        hub.pull(TestShop.CHANNEL);
        shop.clock.advance(Duration.ofHours(1));
        to = shop.clock.instant();
    }

    /** The host's screen. */
    private static final class Screen {
        final List<String> lines = new ArrayList<>();

        void line(String line) {
            lines.add(line);
        }

        void show(long done, long orders) {
            lines.add(done + " of " + orders);
        }

        boolean stopped() {
            return false;
        }
    }

    @Test
    void everyBlockOfTheGuidesStandsInThisTest() throws IOException {
        String code = unindented(Files.readString(Path.of("src/test/java/io/orderweave/ExplainGuideTest.java")));

        List<String> blocks = Stream.of("explain", "rehearse-and-lint")
                .flatMap(page -> BLOCK.matcher(read(page)).results())
                .map(block -> unindented(block.group(1)))
                .toList();

        assertThat(blocks).hasSize(9).allSatisfy(block -> assertThat(code).contains(block));
    }

    private static String read(String page) {
        try {
            return Files.readString(Path.of("../docs/" + page + ".md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unindented(String code) {
        return code.replaceAll("(?m)^ +", "");
    }

    @Test
    void tellsWhy() {
        TestShop other = new TestShop();
        OrderHub hub = other.open();
        other.channel.tell(ChannelOrders.paid("A1").build());
        hub.pull(TestShop.CHANNEL);
        OrderId order = TestShop.order(hub, "A1").id();
        EffectKey invoice = EffectKey.parse("order/" + order + "/invoice/final/1");

        Why why = hub.journal().why(invoice);

        String english = why.text();
        String polish = why.text(Texts.in(Locale.forLanguageTag("pl")));

        assertThat(english).contains("rule pack-paid (rule set 1) fired");
        assertThat(polish).contains("reguła pack-paid (zestaw reguł 1) zadziałała");
    }

    @Test
    void tellsWhyNot() {
        OrderId order = TestShop.order(hub, "A1").id();

        WhyNot whyNot = hub.journal().whyNot(order, EffectKind.INVOICE);

        List<WhyNot.Obstacle> obstacles = whyNot.obstacles();
        List<WhyNot.NearMiss> rules = whyNot.rules();

        Texts own = Texts.in(Locale.forLanguageTag("cs")).with(Map.of("whynot.nothing", "nikdo to nechce"));

        assertThat(obstacles).isEmpty();
        assertThat(rules).isEmpty();
        assertThat(whyNot.text(own)).contains("nikdo to nechce");
    }

    @Test
    void rehearses() {
        Screen screen = new Screen();

        Rehearsal rehearsal = hub.journal().rehearse(wanted, from, to);

        long moreInvoices = rehearsal.of(EffectKind.INVOICE).added();
        List<Rehearsal.MoneyDifference> money = rehearsal.documents();
        List<Rehearsal.Sample> samples = rehearsal.samples();

        Rehearsal begun = hub.journal().rehearse(wanted, from, to, (done, orders) -> {
            screen.show(done, orders);
            return !screen.stopped();
        });

        assertThat(moreInvoices).isEqualTo(1);
        assertThat(money).hasSize(1);
        assertThat(samples).isNotEmpty();
        assertThat(begun).isEqualTo(rehearsal);
        assertThat(screen.lines).containsExactly("0 of 1", "1 of 1");
        assertThatThrownBy(this::gate).isInstanceOf(AssertionError.class);
    }

    @Test
    void rehearsesMappings() {
        MappingSet mappings = TestShop.mappings();

        Rehearsal told = hub.journal().rehearse(wanted, mappings, from, to, RehearsalProgress.NONE);

        assertThat(told.mappingsVersion()).isEqualTo(1);
    }

    private void gate() {
        hub.journal().rehearse(wanted, from, to).requireNoNew(EffectKind.INVOICE);
    }

    @Test
    void lints() {
        Screen screen = new Screen();
        MappingSet mappings = TestShop.mappings();
        LocalDate today = LocalDate.of(2026, 3, 1);

        for (LintFinding finding : hub.rules().lint(wanted)) {
            screen.line(finding.severity() + ": " + finding.text(Texts.in(Locale.GERMAN)));
        }

        List<LintFinding> findings = new RuleLint(StatusCatalogue.standard(), mappings).findings(wanted, today);

        assertThat(screen.lines).isEmpty();
        assertThat(findings).isEmpty();
    }
}
