package io.orderweave.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.error.OrderweaveException;
import io.orderweave.journal.WhyNot;
import io.orderweave.rule.LintFinding;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");

    static Iterable<Locale> languages() {
        return Texts.LANGUAGES;
    }

    private static Set<String> places(Texts texts, String key) {
        return PLACE.matcher(texts.say(new Message(key, Map.of())))
                .results()
                .map(place -> place.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasEveryTextWithTheSamePlaces(Locale language) {
        Texts texts = Texts.in(language);

        assertThat(texts.keys()).isEqualTo(Texts.english().keys());
        assertThat(texts.keys())
                .allSatisfy(key -> assertThat(places(texts, key)).as(key).isEqualTo(places(Texts.english(), key)));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noOtherLanguageIsEnglish(Locale language) {
        Set<String> same = Texts.english().keys().stream()
                .filter(key -> !language.getLanguage().equals("en"))
                .filter(key -> Texts.in(language)
                        .say(new Message(key, Map.of()))
                        .equals(Texts.english().say(new Message(key, Map.of()))))
                .collect(Collectors.toSet());

        // Nothing but a place.
        assertThat(same).isSubsetOf("operator.is");
    }

    @Test
    void thereIsATextForEverythingThatIsTold() {
        for (WhyNot.Standing standing : WhyNot.Standing.values()) {
            assertThat(Texts.english().keys())
                    .contains("standing."
                            + standing.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        assertThat(Texts.english().keys().stream().filter(key -> key.startsWith("lint.") && !key.endsWith(".way")))
                .hasSize(LintFinding.Kind.values().length);
    }

    @Test
    void speaksEnglishWhereItKnowsNoOther() {
        assertThat(Texts.in(Locale.JAPANESE).say("whynot.nothing")).isEqualTo("no rule asks for it");
        assertThat(Texts.in(Locale.forLanguageTag("cs-CZ")).say("whynot.nothing"))
                .isEqualTo("žádné pravidlo to nežádá");
    }

    @Test
    void takesTheHostsWordsAndRefusesThoseForNothing() {
        Texts own = Texts.english().with(Map.of("whynot.nothing", "nobody wants {it}"));

        assertThat(own.say("whynot.nothing", "it", "this")).isEqualTo("nobody wants this");
        assertThat(own.say("obstacle.observes")).isEqualTo("its connection only observes");
        assertThatThrownBy(() -> own.with(Map.of("no.such", "x"))).isInstanceOf(OrderweaveException.class);
    }

    @Test
    void aValueThatLooksLikeAPlaceStaysWhatItIs() {
        assertThat(Texts.english().say("finding", "field", "note", "seen", "{wanted} $1", "wanted", "x"))
                .isEqualTo("note is {wanted} $1, wanted x");
    }
}
