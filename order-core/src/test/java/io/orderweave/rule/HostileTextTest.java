package io.orderweave.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.error.OrderweaveException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that a buyer or a channel chose, and rule files that somebody made to do harm: bounded time, bounded memory, no surprise. */
class HostileTextTest {

    private static final int MEGABYTE = 1 << 20;

    @ParameterizedTest
    @CsvSource({
        "ABC-*, ABC-12, true",
        "ABC-*, abc-12, false",
        "*, '', true",
        "?, '', false",
        "?, 😀, true",
        "a?c, a😀c, true",
        "*b*b*, abcb, true",
        "*b*b*, ab, false",
        "a*a, a, false",
        "**a**, a, true",
        "(a+)+$, aaaa, false",
        "[a-z], a, false",
        "a.c, abc, false"
    })
    void patternsKnowStarsAndQuestionMarksAndNothingElse(String pattern, String text, boolean fits) {
        assertThat(new Glob(pattern).matches(text)).isEqualTo(fits);
    }

    @Test
    @Timeout(20)
    void patternsTakeTimeByTheLengthOfTheTextAlone() {
        String text = "a".repeat(MEGABYTE);
        String stars = "*a".repeat(49) + "b";

        assertThat(new Glob(stars).matches(text)).isFalse();
        assertThat(new Glob("*" + "a".repeat(98) + "b").matches(text)).isFalse();
        assertThatThrownBy(() -> new Glob("*".repeat(101))).hasMessage("a pattern has at most 100 characters");
    }

    @ParameterizedTest
    @CsvSource({"STRASSE, Straße", "ΟΔΟΣ, οδος", "ΟΔΟΣ, οδοσ", "ŽLUŤOUČKÝ, žluťoučký", "ﬃ, FFI"})
    void lettersOfBothCasesAreOne(String one, String other) {
        assertThat(Texts.folded(one)).isEqualTo(Texts.folded(other));
    }

    @Test
    void composedAndDecomposedLettersAreOneWhenCaseIsIgnored() {
        assertThat(Texts.folded("e\u0301")).isEqualTo(Texts.folded("\u00c9"));
        assertThat(Texts.folded("a\u200bb"))
                .as("a zero-width space is a character")
                .isNotEqualTo(Texts.folded("ab"));
    }

    @Test
    void aSigmaFoldsTheSameWhereverItStands() {
        assertThat(Texts.folded("ΟΔΟΣΑ")).startsWith(Texts.folded("ΟΔΟΣ"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "\u0130",
                "\ufdfa",
                "e\u0301",
                "\ud800",
                "\ufb03",
                "\u0000",
                "👩‍👩‍👧‍👦",
                "\u202e",
                "\u0301\u0316"
            })
    @Timeout(20)
    void comparesAMegabyteOfAnything(String piece) {
        FieldValue seen = new FieldValue.Text(piece.repeat(MEGABYTE / piece.length()));
        Set<String> wanted = Set.of("b", "bb");

        assertThat(new TextComparison.OneOf("line.name", wanted, true)
                        .prepared()
                        .of(seen))
                .isEqualTo(Verdict.FALSE);
        assertThat(new TextComparison.Contains("line.name", wanted, true)
                        .prepared()
                        .of(seen))
                .isEqualTo(Verdict.FALSE);
        assertThat(new TextComparison.Matches("line.name", Set.of("*b?*b"), true)
                        .prepared()
                        .of(seen))
                .isEqualTo(Verdict.FALSE);
        assertThat(Shown.of(seen)).hasSizeLessThan(300);
    }

    @Test
    void neverCutsACharacterInTwo() {
        assertThat(Shown.of("x" + "😀".repeat(500))).doesNotContain("\ud83d...").endsWith("...");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "1e5",
                "9999999999999999999999999999999999999999999999",
                "0x10",
                "NaN",
                "Infinity",
                "--1",
                "1.",
                "1,5",
                "1 PLN ",
                "1 pln",
                "1 XYZ",
                "P99999999999999999999D",
                "25:00",
                "2026-13-01T00:00:00Z",
                "",
                "true"
            })
    void refusesWhatIsNoMeasure(String text) {
        assertThatThrownBy(() -> Measure.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "3.0, 3", "-0.50, -0.5", "100 PLN, 100.00 PLN", "P2D, PT48H", "22:00, 22:00", "1000, 1000"})
    void readsBackTheMeasuresItPrints(String written, String printed) {
        assertThat(Measure.parse(written)).hasToString(printed);
        assertThat(Measure.parse(printed)).isEqualTo(Measure.parse(written));
    }

    @Test
    void measuresOfDifferentKindsDoNotCompare() {
        Measure days = new Measure.Span(Duration.ofDays(1));

        assertThat(days.isComparableWith(Measure.parse("1"))).isFalse();
        assertThatThrownBy(() -> days.compare(Measure.parse("1"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Timeout(20)
    void refusesAnAttackByDepth() {
        String deep = "{\"version\":1,\"rules\":[{\"id\":\"a\",\"on\":\"b\",\"then\":[],\"when\":"
                + "{\"if\":\"all\",\"conditions\":[".repeat(100_000);

        assertThatThrownBy(() -> RuleSets.parse(deep))
                .isInstanceOf(OrderweaveException.class)
                .hasMessageContaining("nested deeper");
    }

    @Test
    @Timeout(20)
    void refusesAnAttackByLength() {
        String name = "x".repeat(MEGABYTE);

        assertThat(RuleSets.problems(" ".repeat(17 * MEGABYTE), FieldCatalogue.standard()))
                .singleElement()
                .asString()
                .contains("more than 16777216 characters");
        assertThat(RuleSets.problems(
                        "{\"version\":1,\"rules\":[{\"id\":\"" + name + "\",\"" + "y".repeat(40_000)
                                + "\":1,\"on\":{\"event\":\"" + name
                                + "\"},\"when\":{\"if\":\"matches\",\"field\":\"" + name + "\",\"values\":[\"" + name
                                + "\"]},\"then\":[{\"do\":\"" + name + "\"}]}]}",
                        FieldCatalogue.standard()))
                .hasSize(6)
                .allSatisfy(fault -> assertThat(fault.toString()).hasSizeLessThan(1_500));
    }

    @Test
    @Timeout(20)
    void endsAListOfFaultsThatNobodyReads() {
        String rules = "{\"idd\":1},".repeat(100_000);

        assertThat(RuleSets.problems("{\"version\":1,\"rules\":[" + rules + "{}]}", FieldCatalogue.standard()))
                .hasSize(100);
    }
}
