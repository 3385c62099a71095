package io.orderweave.bankmail.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FioProseLayoutTest {

    private static final String CREDIT = """
            Dobrý den,

            zůstatek účtu 2600457891 se 19.11.2026 v 14:07 zvýšil o 2 399,00 CZK.

            Další parametry
            Typ pohybu: Okamžitá příchozí platba
            Protistrana: 4028810247/0800 (Hana Vzorová)
            ID pokynu: 30118855204
            Variabilní symbol: 2026118
            Specifický symbol: 55
            Zpráva pro příjemce: faktura 2026118

            Aktuální zůstatek: 306 720,05 CZK

            Fio banka
            """;

    private final FioProseLayout layout = new FioProseLayout();

    @Test
    void readsDateAndTime() throws Exception {
        Movement movement = only(CREDIT);

        assertThat(movement.bookedOn()).contains(LocalDate.of(2026, 11, 19));
        assertThat(movement.bookedAt()).contains(LocalTime.of(14, 7));
        assertThat(movement.specificSymbol().orElseThrow().digits()).isEqualTo("55");
    }

    @Test
    void readsADateWithBlanksAndWithoutTime() throws Exception {
        Movement movement = only(CREDIT.replace("19.11.2026 v 14:07", "1. 9. 2026"));

        assertThat(movement.bookedOn()).contains(LocalDate.of(2026, 9, 1));
        assertThat(movement.bookedAt()).isEmpty();
    }

    @Test
    void readsASentenceThatWasWrapped() throws Exception {
        Movement movement = only(CREDIT.replace("14:07 zvýšil", "14:07\nzvýšil"));

        assertThat(movement.amount().value()).isEqualTo(new BigDecimal("2399.00"));
    }

    @Test
    void addsWordsToNothingButAMessage() throws Exception {
        Movement movement =
                only(CREDIT.replace("30118855204", "30118855204\n5").replace("2026118\n\n", "2026118\nděkuji\n\n"));

        assertThat(movement.bankReference()).contains("30118855204");
        assertThat(movement.message()).contains("faktura 2026118 děkuji");
    }

    @Test
    void readsADebit() throws Exception {
        assertThat(only(CREDIT.replace("zvýšil", "snížil")).direction()).isEqualTo(Direction.DEBIT);
        assertThat(only(CREDIT).direction()).isEqualTo(Direction.CREDIT);
    }

    @ParameterizedTest
    @CsvSource({"Platba kartou, true", "Karetní transakce, true", "Blokace, true", "Bezhotovostní příjem, false"})
    void knowsCardsByTheTypeOfTheMovement(String type, boolean byCard) throws Exception {
        assertThat(only(CREDIT.replace("Okamžitá příchozí platba", type)).byCard())
                .isEqualTo(byCard);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "4028810247/0800, 4028810247/0800, -",
                "Hana (4028810247/0800), -, 4028810247/0800",
                "'4028810247/0800 (a) (b)', 4028810247/0800, a) (b",
                "4028810247/0800 (), 4028810247/0800, -",
                "4028810247/0800 (a, 4028810247/0800, -",
                "vklad hotovosti, -, -"
            })
    void readsWhatIsKnownOfTheCounterparty(String told, String account, String name) throws Exception {
        Movement movement = only(CREDIT.replace("4028810247/0800 (Hana Vzorová)", told));

        assertThat(movement.counterparty().map(AccountNumber::text).orElse(null))
                .isEqualTo(account);
        assertThat(movement.counterpartyName().orElse(null)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zůstatek účtu 2600457891 se 19.11.2026 v 14:07 zvýšil o 9,00 CZK.",
                "Aktuální zůstatek: 1,00 CZK",
                "Variabilní symbol: 1",
                "ID pokynu: 1"
            })
    void refusesALineSlippedIntoTheMessage(String slippedIn) {
        assertDefective(CREDIT.replace("faktura", "faktura\n" + slippedIn + "\n"), NoticeDefect.AMBIGUOUS);
    }

    @Test
    void refusesANoticeThatWasCut() {
        assertDefective(CREDIT.substring(0, CREDIT.indexOf("Aktuální")), NoticeDefect.INCOMPLETE);
    }

    @ParameterizedTest
    @CsvSource({
        "2600457891, 26 x",
        "19.11.2026, 31.11.2026",
        "19.11.2026, 19.11.26",
        "zvýšil, změnil",
        "'2 399,00 CZK.', '2 399,00 CZK'",
        "'2 399,00 CZK.', '2 399,00.'",
        "'2 399,00 CZK.', '2 39,00 CZK.'",
        "' se ', ' '"
    })
    void refusesAMalformedSentence(String value, String malformed) {
        assertDefective(CREDIT.replaceFirst(value, malformed), NoticeDefect.MALFORMED);
    }

    @Test
    void leavesOutAReferenceThatNoBankWouldGive() throws Exception {
        assertThat(only(CREDIT.replace("30118855204", "3".repeat(41))).bankReference())
                .isEmpty();
    }

    @Test
    void leavesOtherTextsToOtherLayouts() throws Exception {
        assertThat(layout.read(notice("Váš zůstatek účtu 2600457891 se zvýšil.")))
                .isEmpty();
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
        return new Notice("Fio banka - zmena zustatku", NoticeText.of(text));
    }
}
