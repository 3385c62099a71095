package io.orderweave.bankmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTextTest {

    @Test
    void endsALineWhereAReaderSeesOne() {
        assertThat(lines("<p>a</p><p>b<br>c<br/>d</p><div>e</div>f<ul><li>g<li>h</ul>"))
                .containsExactly("a", "b", "c", "d", "e", "f", "g", "h");
    }

    @Test
    void keepsARowOnOneLine() {
        assertThat(
                        lines(
                                "<table><tr><td>Částka:</td><td>1&nbsp;000,00</td></tr><tr><td>VS:</td><td>7</td></tr></table>"))
                .containsExactly("Částka: 1\u00a0000,00", "VS: 7");
    }

    @Test
    void takesALineBreakOfTheSourceForABlank() {
        assertThat(lines("<p>Částka:\r\n  <b>5</b>,00</p>")).containsExactly("Částka:    5,00");
    }

    @Test
    void leavesOutWhatNobodySees() {
        assertThat(
                        lines(
                                "<html><head><title>t</title><style>s</style></head><body><script>x</script><!-- c -->a</body>"))
                .containsExactly("a");
    }

    private static List<String> lines(String html) {
        return HtmlText.of(html)
                .lines()
                .map(String::trim)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
