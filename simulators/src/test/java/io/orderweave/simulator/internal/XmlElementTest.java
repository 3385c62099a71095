package io.orderweave.simulator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlElementTest {

    @Test
    void readsWhatItWrites() {
        XmlElement element = XmlElement.of(
                "response",
                XmlElement.of("status", "ok"),
                XmlElement.of("result", XmlElement.of("name", "Čaj & <káva>")));

        assertThat(parse(element.toXml())).contains(element);
    }

    @Test
    void readsTextWithoutTheSpaceAroundIt() {
        XmlElement element = parse("<a>\n  <b> x </b><!-- why -->\n</a>").orElseThrow();

        assertThat(element.textOf("b")).isEqualTo("x");
        assertThat(element.text()).isEmpty();
        assertThat(element.textOf("c")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<a><b></a>",
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>"
            })
    void readsNothingElse(String document) {
        assertThat(parse(document)).isEmpty();
    }

    @Test
    void readsNoBottomlessDocument() {
        assertThat(parse("<a>".repeat(500) + "</a>".repeat(500))).isEmpty();
    }

    private static Optional<XmlElement> parse(String document) {
        return XmlElement.parse(document.getBytes(StandardCharsets.UTF_8));
    }
}
