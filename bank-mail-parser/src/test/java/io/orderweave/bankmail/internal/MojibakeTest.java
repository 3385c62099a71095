package io.orderweave.bankmail.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MojibakeTest {

    private static final String CZECH = "zůstatek účtu, šťáva, Žďár";

    @Test
    void undoesTheReadingAsLatin1() {
        byte[] bytes = CZECH.getBytes(Charset.forName("windows-1250"));

        assertThat(Mojibake.repair(new String(bytes, StandardCharsets.ISO_8859_1)))
                .contains(CZECH);
    }

    @Test
    void undoesTheReadingAsWindows1252() {
        byte[] bytes = CZECH.getBytes(Charset.forName("windows-1250"));

        assertThat(Mojibake.repair(new String(bytes, Charset.forName("windows-1252"))))
                .contains(CZECH.replace("ť", "?"));
    }

    @Test
    void leavesTextThatCannotHaveComeAboutSo() {
        assertThat(Mojibake.repair(CZECH)).isEmpty();
        assertThat(Mojibake.repair("zustatek uctu")).isEmpty();
    }
}
