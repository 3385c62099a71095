package io.orderweave.bankmail.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseTest {

    private final Phrase phrase = Phrase.of("Příjem na kontě");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Příjem na kontě",
                "Prijem na konte",
                "PŘÍJEM NA KONTĚ",
                "Příjem  na   kontě",
                "P\uFFFD\uFFFDjem na kont\uFFFD",
                "P\uFFFD\uFFFD\uFFFD\uFFFDjem na kont\uFFFD\uFFFD",
                "P??jem na kont?",
                "P?íjem na kont?",
                "P\uFFFDíjem na kontě"
            })
    void isFoundWhateverBecameOfItsDiacritics(String line) {
        assertThat(phrase.endIn(line, 0)).isEqualTo(line.length());
    }

    @Test
    void isFoundDecomposed() {
        String decomposed = Normalizer.normalize("Příjem na kontě: 1", Normalizer.Form.NFD);

        assertThat(phrase.endIn(decomposed, 0)).isEqualTo(decomposed.indexOf(':'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Příjem",
                "Příjem na kont",
                "Příjem nakontě",
                "Přijímá na kontě",
                "?říjem na kontě",
                " Příjem na kontě"
            })
    void isNotFoundElsewhere(String line) {
        assertThat(phrase.endIn(line, 0)).isEqualTo(Phrase.NO_MATCH);
    }

    @Test
    void isFoundOnlyWhereItIsLookedFor() {
        assertThat(phrase.endIn("x Příjem na kontě:", 2)).isEqualTo(17);
        assertThat(phrase.endIn("x Příjem na kontě:", 1)).isEqualTo(Phrase.NO_MATCH);
    }
}
