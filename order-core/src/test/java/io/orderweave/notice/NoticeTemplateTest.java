package io.orderweave.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NoticeTemplateTest {

    private static NoticeTemplate text(NoticeTemplate.Content content, String subject, String body) {
        return NoticeTemplate.builder()
                .name("thanks")
                .content(content)
                .putText("en", new NoticeTemplate.Text(subject, body))
                .build();
    }

    private static String body(NoticeTemplate.Content content, String body, String name) {
        return text(content, "s", body)
                .render(Locale.ENGLISH, Map.of(Placeholder.BUYER_NAME, name))
                .body();
    }

    @Test
    void putsValuesInTheirPlaces() {
        NoticeTemplate template = text(
                NoticeTemplate.Content.TEXT,
                "Order {{order.number}}",
                "Dear {{ buyer.name }}, order {{order.number}}.");

        NoticeTemplate.Text text =
                template.render(Locale.ENGLISH, Map.of(Placeholder.ORDER_NUMBER, "A1", Placeholder.BUYER_NAME, "Jan"));

        assertThat(template.problems()).isEmpty();
        assertThat(text).isEqualTo(new NoticeTemplate.Text("Order A1", "Dear Jan, order A1."));
    }

    @Test
    void leavesThePlaceOfAnUnknownValueEmpty() {
        assertThat(text(NoticeTemplate.Content.TEXT, "s", "[{{document.number}}]")
                        .render(Locale.ENGLISH, Map.of())
                        .body())
                .isEqualTo("[]");
    }

    @Test
    void namesAnUnknownPlaceWithWhatThereIs() {
        assertThat(text(NoticeTemplate.Content.TEXT, "{{order.numbr}}", "{{7*7}} {{order.number")
                        .problems())
                .satisfiesExactly(
                        subject -> assertThat(subject)
                                .startsWith("template thanks in en, subject: no value {{order.numbr}}; there are ["
                                        + "order.number,"),
                        code -> assertThat(code).startsWith("template thanks in en, body: no value {{7*7}};"),
                        open -> assertThat(open)
                                .isEqualTo("template thanks in en, body: the '{{' at character 8 is not closed by"
                                        + " '}}'"));
    }

    @Test
    void wantsANameAndAText() {
        assertThat(NoticeTemplate.builder().name("Thanks!").build().problems())
                .containsExactly(
                        "template name 'Thanks!' is not 1 to 61 lower-case letters, digits and hyphens",
                        "template Thanks! has no text in any language");
    }

    @Test
    void aValueIsNeverLookedAtForPlaces() {
        assertThat(body(NoticeTemplate.Content.TEXT, "{{buyer.name}}", "{{order.number}}"))
                .isEqualTo("{{order.number}}");
    }

    @Test
    void aValueCanBeginNoTagAndNoAttributeInHtml() {
        assertThat(body(NoticeTemplate.Content.HTML, "<b title=\"{{buyer.name}}\">", "\"><script>'&\u0000"))
                .isEqualTo("<b title=\"&quot;&gt;&lt;script&gt;&#39;&amp;\">");
    }

    @Test
    void aValueCanBeginNoSecondHeader() {
        assertThat(text(NoticeTemplate.Content.HTML, "{{buyer.name}}", "b")
                        .render(Locale.ENGLISH, Map.of(Placeholder.BUYER_NAME, "Jan\r\nBcc: all@example.org\u2028<"))
                        .subject())
                .isEqualTo("Jan  Bcc: all@example.org <");
    }

    @Test
    void aValueOfAMillionLettersIsCut() {
        assertThat(body(NoticeTemplate.Content.TEXT, "{{buyer.name}}{{buyer.name}}", "😀".repeat(500_000)))
                .isEqualTo("😀".repeat(2_000));
    }

    @Test
    void writesInTheWishedLanguageElseInEnglishElseInTheFirst() {
        NoticeTemplate.Text any = new NoticeTemplate.Text("s", "b");
        NoticeTemplate two = NoticeTemplate.builder()
                .name("t")
                .putText("en", any)
                .putText("pl", any)
                .build();
        NoticeTemplate others = NoticeTemplate.builder()
                .name("t")
                .putText("sk", any)
                .putText("cs", any)
                .build();

        assertThat(two.languageFor(Locale.forLanguageTag("pl-PL"))).hasToString("pl_PL");
        assertThat(two.languageFor(Locale.GERMAN)).isEqualTo(Locale.ENGLISH);
        assertThat(others.languageFor(Locale.GERMAN)).hasToString("cs");
    }

    /** Whatever is written as template or value: rendering ends, and nothing of a value is markup. */
    @Test
    void noTemplateAndNoValueBreaksTheRenderer() {
        long seed = 20_261_122L;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String template = random(random, "{}bu<a>ye r.name\n");
            String value = random(random, "{{buyer.name}}<>&\"'\r\n");

            String rendered = text(
                            NoticeTemplate.Content.HTML,
                            template,
                            template.replace("<", "").replace(">", ""))
                    .render(Locale.ENGLISH, Map.of(Placeholder.BUYER_NAME, value))
                    .body();

            assertThat(rendered).as("seed %d, round %d", seed, i).doesNotContain("<", ">", "\r");
        }
    }

    private static String random(Random random, String letters) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            if (random.nextInt(5) == 0) {
                text.append("{{buyer.name}}");
            } else {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
        }
        return text.toString();
    }
}
