package io.orderweave.documents;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The fixed texts of one language: the bundle of this module under the host's overrides. Immutable. */
final class Texts {

    /** Payment methods are the shop's own words, so their keys are open: {@code method.} and the word. */
    private static final String METHOD = "method.";

    /** So are the reasons of corrections. */
    private static final String REASON = "reason.";

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");

    private final Language language;
    private final Map<String, String> byKey;

    private Texts(Language language, Map<String, String> byKey) {
        this.language = language;
        this.byKey = byKey;
    }

    /** The texts shipped with this module. */
    static Texts shipped(Language language) {
        // Not a ResourceBundle: that one falls back to the machine's language, and documents do not depend on the
        // machine.
        String name = "texts_" + language.code() + ".properties";
        try (InputStream stream = Objects.requireNonNull(Texts.class.getResourceAsStream(name), name);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            return new Texts(
                    language,
                    properties.stringPropertyNames().stream()
                            .collect(Collectors.toUnmodifiableMap(Function.identity(), properties::getProperty)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /**
     * These texts with some replaced.
     *
     * @throws OrderweaveException (INVALID_CONFIGURATION) for a key that no document uses
     */
    Texts with(Map<String, String> overrides) {
        for (String key : overrides.keySet()) {
            boolean known =
                    Arrays.stream(Term.values()).anyMatch(term -> term.key().equals(key));
            if (!known && !key.startsWith(METHOD) && !key.startsWith(REASON)) {
                throw new OrderweaveException(FaultCategory.INVALID_CONFIGURATION, "documents have no text " + key);
            }
        }
        Map<String, String> merged = new HashMap<>(byKey);
        merged.putAll(overrides);
        return new Texts(language, Map.copyOf(merged));
    }

    Language language() {
        return language;
    }

    String get(Term term) {
        return Objects.requireNonNull(byKey.get(term.key()), term.key());
    }

    /** The text with its {@code {variables}} filled in; in one pass, so that a value may itself look like a variable. */
    String get(Term term, Map<String, String> values) {
        return VARIABLE.matcher(get(term))
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    /** The reason of a correction in this language; as it was given where there is no text for it. */
    String reason(String given) {
        return byKey.getOrDefault(REASON + given, given);
    }

    /** The payment method in this language; the shop's own word where there is no text for it. */
    String method(String word) {
        return byKey.getOrDefault(METHOD + word, word);
    }
}
