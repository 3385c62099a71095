package io.orderweave.bankmail.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeReaderTest {

    private static final String NOTICE = """
            Příjem na kontě: 2600457891
            Částka: 12 480,50
            VS: 2026110017
            Zpráva příjemci: děkuji
            Protiúčet: 19-4028810247/0100
            SS:
            KS:
            """;
    private static final String CUT = NOTICE.substring(0, NOTICE.indexOf("Protiúčet"));
    private static final String TWICE = NOTICE + "VS: 1";

    @Test
    void readsWhicheverTextHasTheNotice() throws Exception {
        assertThat(read("", NOTICE)).hasSize(1);
        assertThat(read(NOTICE, "reklama")).hasSize(1);
        assertThat(read("reklama", "")).isEmpty();
        assertThat(read()).isEmpty();
    }

    @Test
    void readsTextsThatTellTheSameMoney() throws Exception {
        assertThat(read(NOTICE, NOTICE.replace("děkuji", "dekuji"))).hasSize(1);
    }

    @Test
    void refusesTextsThatTellOtherMoney() {
        assertDefective(NoticeDefect.AMBIGUOUS, NOTICE, NOTICE.replace("12 480,50", "99 480,50"));
        assertDefective(NoticeDefect.AMBIGUOUS, NOTICE, NOTICE.replace("2026110017", "2026110018"));
        assertDefective(NoticeDefect.AMBIGUOUS, NOTICE, NOTICE.replace("2600457891", "2600457892"));
        assertDefective(NoticeDefect.AMBIGUOUS, NOTICE, NOTICE.replace("Příjem", "Výdaj"));
    }

    @Test
    void makesUpForACutTextByAWholeOne() throws Exception {
        assertThat(read(CUT, NOTICE)).hasSize(1);
        assertThat(read(NOTICE, CUT)).hasSize(1);
    }

    @Test
    void tellsACutTextWhenThereIsNoOther() {
        assertDefective(NoticeDefect.INCOMPLETE, CUT, "reklama");
    }

    @Test
    void makesNothingUpForAnAmbiguousText() {
        assertDefective(NoticeDefect.AMBIGUOUS, TWICE, NOTICE);
        assertDefective(NoticeDefect.AMBIGUOUS, NOTICE, TWICE);
    }

    @Test
    void refusesATextWithTwoLayouts() {
        assertDefective(
                NoticeDefect.AMBIGUOUS,
                "zůstatek účtu 2600457891 se 19.11.2026 zvýšil o 2,00 CZK.\n\nAktuální zůstatek: 5,00\n\n" + NOTICE);
    }

    @Test
    void takesQuotationMarksAwayOnlyFromAForward() throws Exception {
        String quoted = NOTICE.indent(1).replace("\n ", "\n> ").replaceFirst(" ", "> ");

        assertThat(NoticeReader.read(Bank.FIO_CZ, "", List.of(quoted), true)).hasSize(1);
        assertThat(NoticeReader.read(Bank.FIO_CZ, "", List.of(quoted), false)).isEmpty();
    }

    private static List<Movement> read(String... texts) throws DefectiveNoticeException {
        return NoticeReader.read(Bank.FIO_CZ, "", List.of(texts), false);
    }

    private static void assertDefective(NoticeDefect defect, String... texts) {
        assertThatExceptionOfType(DefectiveNoticeException.class)
                .isThrownBy(() -> read(texts))
                .satisfies(e -> assertThat(e.defect()).isEqualTo(defect));
    }
}
