package io.orderweave.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.document.Document;
import io.orderweave.document.DocumentKind;
import io.orderweave.error.OrderweaveException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{[a-z]+}");

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasEveryKeyAndNoOther(Language language) throws IOException {
        Set<String> terms = Arrays.stream(Term.values()).map(Term::key).collect(Collectors.toSet());
        Set<String> keys = bundle(language).stringPropertyNames();

        assertThat(keys).filteredOn(key -> !isOpen(key)).containsExactlyInAnyOrderElementsOf(terms);
        assertThat(keys)
                .filteredOn(TextsTest::isOpen)
                .containsExactlyInAnyOrderElementsOf(bundle(Language.EN).stringPropertyNames().stream()
                        .filter(TextsTest::isOpen)
                        .toList());
    }

    /** Keys of the shop's own words. */
    private static boolean isOpen(String key) {
        return key.startsWith("method.") || key.startsWith("reason.");
    }

    @Test
    void everyTermIsDrawnSomewhere() {
        Map<String, String> marks =
                Arrays.stream(Term.values()).collect(Collectors.toMap(Term::key, term -> "<" + term.key() + ">"));
        PdfDocumentRenderer marking =
                PdfDocumentRenderer.builder().texts(Locale.ENGLISH, marks).build();
        Document invoice = Samples.invoice(Language.EN);
        Document czech = Document.builder()
                .from(Samples.invoice(Language.CS))
                .language(Locale.ENGLISH)
                .build();
        String drawn = Stream.concat(
                        Stream.of(
                                czech,
                                Samples.creditNote(Language.EN),
                                Samples.advance(Language.EN),
                                Samples.finalInvoice(Language.EN)),
                        Stream.of(DocumentKind.values())
                                .flatMap(kind -> Stream.of(true, false)
                                        .map(taxed -> Document.builder()
                                                .from(invoice)
                                                .kind(kind)
                                                .sellerIsVatPayer(taxed)
                                                .build())))
                .map(document -> new ReadBack(marking.render(document)).text())
                .collect(Collectors.joining());

        assertThat(marks.values())
                .allSatisfy(mark -> assertThat(drawn.contains(mark)).as(mark).isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void everyTextHasTheVariablesOfTheEnglishOneAndIsNotBlank(Language language) throws IOException {
        Properties english = bundle(Language.EN);
        Properties texts = bundle(language);

        assertThat(texts.stringPropertyNames()).allSatisfy(key -> {
            assertThat(texts.getProperty(key)).isNotBlank();
            assertThat(variables(texts.getProperty(key))).isEqualTo(variables(english.getProperty(key)));
        });
    }

    @ParameterizedTest
    @EnumSource
    void fontHasEveryLetterOfTheTexts(Language language) throws IOException {
        Typeface typeface = new Typeface(Fingerprint.of(Samples.invoice(language)));

        assertThat(bundle(language).values().stream()
                        .flatMapToInt(text -> text.toString().codePoints()))
                .allMatch(typeface::has);
    }

    @Test
    void valueThatLooksLikeAVariableIsNotFilledIn() {
        Texts texts = Texts.shipped(Language.EN);

        assertThat(texts.get(Term.PAGE, Map.of("page", "{pages}", "pages", "$1\\")))
                .isEqualTo("Page {pages} of $1\\");
    }

    @Test
    void overrideReplacesOneTextAndKeepsTheOthers() {
        Texts texts = Texts.shipped(Language.EN).with(Map.of("party.buyer", "Customer", "method.swish", "Swish"));

        assertThat(texts.get(Term.BUYER)).isEqualTo("Customer");
        assertThat(texts.get(Term.SELLER)).isEqualTo("Seller");
        assertThat(texts.method("swish")).isEqualTo("Swish");
        assertThat(texts.method("card")).isEqualTo("Payment card");
        assertThat(texts.reason("cancelled")).isEqualTo("Order cancelled");
        assertThat(texts.reason("wrong size")).isEqualTo("wrong size");
    }

    @Test
    void overrideOfAnUnknownKeyIsRefused() {
        assertThatThrownBy(() -> Texts.shipped(Language.EN).with(Map.of("party.byer", "Customer")))
                .isInstanceOf(OrderweaveException.class)
                .hasMessageContaining("party.byer");
    }

    private static Set<String> variables(String text) {
        return VARIABLE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties bundle(Language language) throws IOException {
        Properties properties = new Properties();
        try (InputStream stream = Texts.class.getResourceAsStream("texts_" + language.code() + ".properties")) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
