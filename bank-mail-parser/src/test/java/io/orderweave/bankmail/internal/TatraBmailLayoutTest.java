package io.orderweave.bankmail.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TatraBmailLayoutTest {

    private static final String SUBJECT = "Kredit na ucte (ID=181126/204417-2)";
    private static final String CREDIT = """
            Vazeny klient,

            18.11.2026 9:05 bol zostatok Vasho uctu SK9511000000002944102345 zvyseny o 1 089,90 EUR.
            uctovny zostatok:                         14 210,33 EUR
            aktualny zostatok:                        14 210,33 EUR
            disponibilny zostatok:                    14 010,33 EUR

            Popis transakcie: CCINT 0900/000000-5120046738
            Referencia platitela: /VS0002026119/SS41/KS0308
            Informacia pre prijemcu: objednavka 2026119

            S pozdravom
            """;

    private final TatraBmailLayout layout = new TatraBmailLayout();

    @Test
    void readsMomentSymbolsAndBookedBalance() throws Exception {
        Movement movement = only(SUBJECT, CREDIT);

        assertThat(movement.bookedOn()).contains(LocalDate.of(2026, 11, 18));
        assertThat(movement.bookedAt()).contains(LocalTime.of(9, 5));
        assertThat(movement.variableSymbol()).contains(new PaymentSymbol("0002026119", "2026119"));
        assertThat(movement.specificSymbol()).contains(new PaymentSymbol("41", "41"));
        assertThat(movement.constantSymbol()).contains(new PaymentSymbol("0308", "308"));
        assertThat(movement.payerReference()).isEmpty();
        assertThat(movement.balance().orElseThrow().value()).isEqualTo(new BigDecimal("14210.33"));
    }

    @Test
    void addsWordsToNothingButAMessage() throws Exception {
        Movement movement =
                only(SUBJECT, CREDIT.replace("/KS0308", "/KS0308\n5").replace("2026119\n\n", "2026119\ndakujem\n\n"));

        assertThat(movement.constantSymbol()).contains(new PaymentSymbol("0308", "308"));
        assertThat(movement.message()).contains("objednavka 2026119 dakujem");
    }

    @Test
    void readsADebit() throws Exception {
        assertThat(only(SUBJECT, CREDIT.replace("zvyseny", "znizeny")).direction())
                .isEqualTo(Direction.DEBIT);
        assertThat(only(SUBJECT, CREDIT).direction()).isEqualTo(Direction.CREDIT);
    }

    @Test
    void readsAnIbanInGroups() throws Exception {
        Movement movement = only(SUBJECT, CREDIT.replace("SK9511000000002944102345", "SK95 1100 0000 0029 4410 2345"));

        assertThat(movement.ownAccount().text()).isEqualTo("SK9511000000002944102345");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Kredit na ucte (ID=181126/204417-2), 181126/204417-2",
                "FW: Kredit na ucte (ID=181126/204417-2), 181126/204417-2",
                "Kredit na ucte, -",
                "Kredit na ucte (ID=), -",
                "Kredit na ucte (ID=181126, -",
                "Kredit na ucte (ID=<b>), -",
                "Kredit na ucte (ID=11111111111111111111111111111111111111111), -",
                ") (ID=1-1), 1-1"
            })
    void takesTheBanksOwnNumberFromTheSubject(String subject, String id) throws Exception {
        assertThat(only(subject, CREDIT).bankReference()).isEqualTo(Optional.ofNullable(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOTPROVIDED", "INV/VS12", "VS2026119"})
    void keepsAReferenceOfAnotherForm(String reference) throws Exception {
        Movement movement = only(SUBJECT, CREDIT.replace("/VS0002026119/SS41/KS0308", reference));

        assertThat(movement.payerReference()).contains(reference);
    }

    @ParameterizedTest
    @CsvSource({"'/VS/SS/KS'", "''", "/VS0/SS0000/KS0"})
    void readsNoSymbolsWhereThereAreNone(String reference) throws Exception {
        Movement movement = only(SUBJECT, CREDIT.replace("/VS0002026119/SS41/KS0308", reference));

        assertThat(movement.variableSymbol()).isEmpty();
        assertThat(movement.specificSymbol()).isEmpty();
        assertThat(movement.constantSymbol()).isEmpty();
        assertThat(movement.payerReference()).isEmpty();
    }

    @Test
    void takesASentenceInAMessageForWords() throws Exception {
        String words = "1.1.2026 1:00 bol zostatok Vasho uctu SK9511000000002944102345 zvyseny o 9 999,00 EUR.";
        Movement movement = only(SUBJECT, CREDIT.replace("objednavka 2026119", words));

        assertThat(movement.amount().value()).isEqualTo(new BigDecimal("1089.90"));
        assertThat(movement.message()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.2026 1:00 bol zostatok Vasho uctu SK9511000000002944102345 zvyseny o 9 999,00 EUR.",
                "Referencia platitela: /VS1/SS/KS",
                "uctovny zostatok: 1,00 EUR"
            })
    void refusesALineSlippedIntoTheMessage(String slippedIn) {
        assertDefective(CREDIT.replace("2026119\n", "2026119\n" + slippedIn + "\n"), NoticeDefect.AMBIGUOUS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"S pozdravom", "uctovny zostatok"})
    void refusesANoticeThatWasCut(String missing) {
        assertDefective(CREDIT.replace(missing, ""), NoticeDefect.INCOMPLETE);
    }

    @ParameterizedTest
    @CsvSource({
        "SK9511000000002944102345, SK95",
        "zvyseny o, zmeneny o",
        "'1 089,90 EUR.', '1 089,90 EUR'",
        "'1 089,90 EUR.', '1 089,90.'",
        "'1 089,90 EUR.', '1 08,90 EUR.'",
        "'  14 210,33', '  14 21,33'"
    })
    void refusesAMalformedValue(String value, String malformed) {
        assertDefective(CREDIT.replaceFirst(value, malformed), NoticeDefect.MALFORMED);
    }

    @Test
    void leavesOtherTextsToOtherLayouts() throws Exception {
        assertThat(layout.read(notice(SUBJECT, "VS=1 RES=OK AC=1\nS pozdravom")))
                .isEmpty();
        assertThat(layout.read(notice(SUBJECT, "bol zostatok Vasho uctu SK zvyseny o 1,00 EUR.")))
                .isEmpty();
    }

    private Movement only(String subject, String text) throws DefectiveNoticeException {
        List<Movement> movements = layout.read(notice(subject, text));
        assertThat(movements).hasSize(1);
        return movements.get(0);
    }

    private void assertDefective(String text, NoticeDefect defect) {
        assertThatExceptionOfType(DefectiveNoticeException.class)
                .isThrownBy(() -> layout.read(notice(SUBJECT, text)))
                .satisfies(e -> assertThat(e.defect()).isEqualTo(defect));
    }

    private static Notice notice(String subject, String text) {
        return new Notice(subject, NoticeText.of(text));
    }
}
