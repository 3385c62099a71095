package io.orderweave.text;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The texts of one language, and the host's own in their place. Hosts get one by {@link #in} and give it to what is told: explanations
 * and findings. Immutable, thread-safe.
 */
public final class Texts {

    /** The languages there are texts in. */
    public static final List<Locale> LANGUAGES = List.of("en", "ro", "cs", "sk", "pl", "hu", "de").stream()
            .map(Locale::forLanguageTag)
            .toList();

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
    private static final Map<String, Texts> SHIPPED = new ConcurrentHashMap<>();

    private final Map<String, String> byKey;

    private Texts(Map<String, String> byKey) {
        this.byKey = byKey;
    }

    /** The texts of a language, whatever its country; English where there are none. */
    public static Texts in(Locale locale) {
        String code = LANGUAGES.stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals(locale.getLanguage()))
                .findFirst()
                .orElse("en");
        return SHIPPED.computeIfAbsent(code, Texts::read);
    }

    /** English. */
    public static Texts english() {
        return in(Locale.ENGLISH);
    }

    private static Texts read(String language) {
        // Not a ResourceBundle: that one falls back to the machine's language, and what is told must not depend on it.
        String name = "texts_" + language + ".properties";
        try (InputStream stream = Objects.requireNonNull(Texts.class.getResourceAsStream(name), name);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            return new Texts(properties.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(Function.identity(), properties::getProperty)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /**
     * These texts with some in the host's words.
     *
     * @throws OrderweaveException (INVALID_CONFIGURATION) for a key that does not exist
     */
    public Texts with(Map<String, String> overrides) {
        Map<String, String> merged = new HashMap<>(byKey);
        overrides.forEach((key, text) -> {
            if (!byKey.containsKey(key)) {
                throw new OrderweaveException(FaultCategory.INVALID_CONFIGURATION, "there is no text " + key);
            }
            merged.put(key, text);
        });
        return new Texts(Map.copyOf(merged));
    }

    /** Every key. */
    public Set<String> keys() {
        return byKey.keySet();
    }

    /** The message in this language. In one pass: a value may itself look like a place. */
    public String say(Message message) {
        String text = Objects.requireNonNull(byKey.get(message.key()), message.key());
        return PLACE.matcher(text)
                .replaceAll(place ->
                        Matcher.quoteReplacement(message.values().getOrDefault(place.group(1), place.group())));
    }

    /** As {@link #say(Message)}: the key, and name, value, name, value. */
    public String say(String key, Object... namesAndValues) {
        return say(Message.of(key, namesAndValues));
    }
}
