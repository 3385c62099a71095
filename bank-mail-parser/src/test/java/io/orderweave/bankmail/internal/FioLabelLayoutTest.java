package io.orderweave.bankmail.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FioLabelLayoutTest {

    private static final String CREDIT = """
            Příjem na kontě: 2600457891
            Částka: 12 480,50
            VS: 2026110017
            Zpráva příjemci: děkuji
            Aktuální zůstatek: 305 112,75
            Protiúčet: 19-4028810247/0100
            SS: 7
            KS: 0308
            """;

    private final FioLabelLayout layout = new FioLabelLayout();

    @Test
    void readsLabelsWithoutDiacriticsAndWithBlanks() throws Exception {
        Movement movement = only(Letters.fold(CREDIT).replace(":", " : "));

        assertThat(movement.amount().value()).isEqualTo(new BigDecimal("12480.50"));
        assertThat(movement.specificSymbol().orElseThrow().digits()).isEqualTo("7");
    }

    @Test
    void readsLabelsWhoseLettersWereLost() throws Exception {
        Movement movement = only(CREDIT.replaceAll("[^\\x00-\\x7F]", "\uFFFD"));

        assertThat(movement.direction()).isEqualTo(Direction.CREDIT);
        assertThat(movement.balance().orElseThrow().value()).isEqualTo(new BigDecimal("305112.75"));
    }

    @Test
    void keepsAMessageOfSeveralLinesTogether() throws Exception {
        Movement movement = only(CREDIT.replace("děkuji", "děkuji\nza zboží\n\nmimo"));

        assertThat(movement.message()).contains("děkuji za zboží");
    }

    @Test
    void addsWordsToNothingButAMessage() throws Exception {
        Movement movement =
                only(CREDIT.replace("KS: 0308", "KS: 0308\n99").replace("VS: 2026110017", "VS: 2026110017\n5"));

        assertThat(movement.constantSymbol()).contains(new PaymentSymbol("0308", "308"));
        assertThat(movement.variableSymbol()).contains(new PaymentSymbol("2026110017", "2026110017"));
    }

    @Test
    void composesAMessageThatCameDecomposed() throws Exception {
        assertThat(only(CREDIT.replace("děkuji", "de\u030Ckuji")).message()).contains("děkuji");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Částka: 99 999,00", "VS: 1", "Protiúčet: 1/0100", "Příjem na kontě: 2600457891", "KS: 1"})
    void refusesAFieldSlippedIntoTheMessage(String slippedIn) {
        assertDefective(CREDIT.replace("děkuji", "děkuji\n" + slippedIn), NoticeDefect.AMBIGUOUS);
    }

    @Test
    void refusesAFieldSlippedInBeforeTheNotice() {
        assertDefective("Částka: 99 999,00\n" + CREDIT, NoticeDefect.AMBIGUOUS);
    }

    @Test
    void takesALabelWithinALineForWords() throws Exception {
        Movement movement = only(CREDIT.replace("děkuji", "Částka: 99 999,00 VS: 1"));

        assertThat(movement.amount().value()).isEqualTo(new BigDecimal("12480.50"));
        assertThat(movement.message()).contains("Částka: 99 999,00 VS: 1");
    }

    @Test
    void refusesCreditAndDebitInOneNotice() {
        assertDefective(CREDIT + "Výdaj na kontě: 2600457891", NoticeDefect.AMBIGUOUS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Částka", "VS", "Protiúčet", "SS", "KS"})
    void refusesANoticeWithoutALineThatItAlwaysHas(String label) {
        assertDefective(CREDIT.replaceAll("(?m)^" + label + ":.*\n", ""), NoticeDefect.INCOMPLETE);
    }

    @ParameterizedTest
    @CsvSource({
        "'12 480,50', '12 480,5'",
        "'12 480,50', ''",
        "2600457891, ''",
        "2600457891, 26004x7891",
        "'305 112,75', '305 1'"
    })
    void refusesAMalformedValue(String value, String malformed) {
        assertDefective(CREDIT.replace(value, malformed), NoticeDefect.MALFORMED);
    }

    @Test
    void refusesAnEndlessMessage() {
        assertDefective(CREDIT.replace("děkuji", "x".repeat(1_001)), NoticeDefect.MALFORMED);
        assertDefective(CREDIT.replace("děkuji", "děkuji\n" + "slovo\n".repeat(200)), NoticeDefect.MALFORMED);
    }

    @Test
    void readsNoticesThatLackAnOptionalLine() throws Exception {
        Movement movement =
                only(CREDIT.replace("Zpráva příjemci: děkuji\n", "").replace("Aktuální zůstatek: 305 112,75\n", ""));

        assertThat(movement.message()).isEmpty();
        assertThat(movement.balance()).isEmpty();
    }

    @Test
    void takesOnlyCardsForCards() throws Exception {
        assertThat(only(CREDIT).byCard()).isFalse();
        assertThat(only(CREDIT.replace("děkuji", "Kredit: obchod")).byCard()).isFalse();
        assertThat(only(CREDIT.replace("19-4028810247/0100", "/")).byCard()).isFalse();
        assertThat(only(CREDIT.replace("děkuji", "Kredit: obchod").replace("19-4028810247/0100", "/"))
                        .byCard())
                .isTrue();
    }

    @Test
    void leavesOtherTextsToOtherLayouts() throws Exception {
        assertThat(layout.read(notice("Částka: 1,00\nČástka: 1,00\nVS: 1"))).isEmpty();
        assertThat(layout.read(notice(""))).isEmpty();
    }

    private Movement only(String text) throws DefectiveNoticeException {
        List<Movement> movements = layout.read(notice(text));
        assertThat(movements).hasSize(1);
        return movements.get(0);
    }

    private void assertDefective(String text, NoticeDefect defect) {
        assertThatExceptionOfType(DefectiveNoticeException.class)
                .isThrownBy(() -> layout.read(notice(text)))
                .satisfies(e -> assertThat(e.defect()).isEqualTo(defect));
    }

    private static Notice notice(String text) {
        return new Notice("Fio banka - prijem na konte", NoticeText.of(text));
    }
}
