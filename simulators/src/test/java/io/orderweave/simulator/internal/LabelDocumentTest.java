package io.orderweave.simulator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LabelDocumentTest {

    private final String pdf = ascii(LabelDocument.pdf(298, 420, List.of("520000 (test)", "second")));

    @Test
    void pdfPointsAtItsTableAndItsObjects() {
        assertThat(pdf).startsWith("%PDF-1.4\n").endsWith("%%EOF\n");
        int table = Integer.parseInt(group(pdf, "startxref\\n(\\d+)\\n"));
        assertThat(pdf.substring(table)).startsWith("xref\n0 6\n");
        Matcher entries = Pattern.compile("(\\d{10}) 00000 n ").matcher(pdf);
        for (int object = 1; object <= 5; object++) {
            assertThat(entries.find()).isTrue();
            assertThat(pdf.substring(Integer.parseInt(entries.group(1)))).startsWith(object + " 0 obj\n");
        }
    }

    @Test
    void pdfSaysHowLongItsTextIs() {
        int length = Integer.parseInt(group(pdf, "/Length (\\d+)"));
        String text = group(pdf, "(?s)stream\\n(.*)\\nendstream");

        assertThat(text).hasSize(length).contains("(520000 \\(test\\)) Tj").contains("(second) Tj");
    }

    @Test
    void printerLanguagesShowTheLines() {
        assertThat(ascii(LabelDocument.zpl(List.of("A1"))))
                .startsWith("^XA")
                .contains("^FDA1^FS")
                .endsWith("^XZ\n");
        assertThat(ascii(LabelDocument.epl(List.of("A1"))))
                .startsWith("N\n")
                .contains("\"A1\"")
                .endsWith("P1\n");
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static String group(String text, String regex) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        assertThat(matcher.find()).as(regex).isTrue();
        return matcher.group(1);
    }
}
