package io.orderweave.notice;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * A named text with places for an order's values, {@code {{order.number}}}, in one or more languages. Data: no code, no conditions, no
 * nesting; a value is put in as it is and never looked at for places again.
 */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableNoticeTemplate.class)
public interface NoticeTemplate {

    /** What a body is written in; values are escaped for it. */
    enum Content {
        TEXT,
        HTML
    }

    /**
     * A text in one language.
     *
     * @param subject one line of plain text
     */
    record Text(String subject, String body) {}

    /** As rules say it: lower-case letters, digits and hyphens. */
    String name();

    @Value.Default
    default Content content() {
        return Content.TEXT;
    }

    /** By ISO 639-1 language. */
    Map<String, Text> texts();

    /** Everything wrong with it, each as one sentence. */
    default List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!name().matches("[a-z][a-z0-9-]{0,60}")) {
            problems.add("template name '" + name() + "' is not 1 to 61 lower-case letters, digits and hyphens");
        }
        if (texts().isEmpty()) {
            problems.add("template " + name() + " has no text in any language");
        }
        new TreeMap<>(texts()).forEach((language, text) -> {
            String where = "template " + name() + " in " + language;
            PlaceScanner.problems(text.subject()).forEach(problem -> problems.add(where + ", subject: " + problem));
            PlaceScanner.problems(text.body()).forEach(problem -> problems.add(where + ", body: " + problem));
        });
        return problems;
    }

    /** The language to write in: the wished one where there is a text in it, else English, else the first by name. */
    default Locale languageFor(Locale wished) {
        if (texts().containsKey(wished.getLanguage())) {
            return wished;
        }
        return texts().containsKey("en") ? Locale.ENGLISH : Locale.forLanguageTag(new TreeMap<>(texts()).firstKey());
    }

    /**
     * The text in a language with the values in their places; a value that is not known leaves its place empty.
     *
     * @throws IllegalArgumentException when there is no text in that language
     */
    default Text render(Locale language, Map<Placeholder, String> values) {
        Text text = texts().get(language.getLanguage());
        if (text == null) {
            throw new IllegalArgumentException("template " + name() + " has no text in " + language.getLanguage());
        }
        return new Text(
                PlaceScanner.render(text.subject(), values, Escaping.LINE),
                PlaceScanner.render(text.body(), values, content() == Content.HTML ? Escaping.HTML : Escaping.TEXT));
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link NoticeTemplate}s. */
    final class Builder extends ImmutableNoticeTemplate.Builder {
        Builder() {}
    }
}
