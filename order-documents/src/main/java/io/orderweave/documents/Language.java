package io.orderweave.documents;

import java.util.Locale;
import java.util.Optional;

/**
 * A language documents are written in, with its way to write dates and numbers.
 *
 * <p>The patterns are ours and not the Java runtime's: its locale data changes between releases, and with it the bytes of a
 * document drawn again.
 */
enum Language {
    EN("d MMM uuuu", ',', '.', "%"),
    RO("dd.MM.uuuu", '.', ',', "%"),
    CS("d. M. uuuu", Language.NO_BREAK_SPACE, ',', Language.NO_BREAK_SPACE + "%"),
    SK("d. M. uuuu", Language.NO_BREAK_SPACE, ',', Language.NO_BREAK_SPACE + "%"),
    PL("dd.MM.uuuu", Language.NO_BREAK_SPACE, ',', "%"),
    HU("uuuu. MM. dd.", Language.NO_BREAK_SPACE, ',', "%"),
    DE("dd.MM.uuuu", '.', ',', Language.NO_BREAK_SPACE + "%");

    static final char NO_BREAK_SPACE = '\u00a0';

    private final String datePattern;
    private final char grouping;
    private final char decimal;
    private final String percent;

    Language(String datePattern, char grouping, char decimal, String percent) {
        this.datePattern = datePattern;
        this.grouping = grouping;
        this.decimal = decimal;
        this.percent = percent;
    }

    /** The language of the locale, whatever its country; empty when documents do not speak it. */
    static Optional<Language> find(Locale locale) {
        for (Language language : values()) {
            if (language.code().equals(locale.getLanguage())) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** ISO 639-1, lower case. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Locale locale() {
        return Locale.forLanguageTag(code());
    }

    String datePattern() {
        return datePattern;
    }

    char grouping() {
        return grouping;
    }

    char decimal() {
        return decimal;
    }

    /** What follows the number of a percentage. */
    String percent() {
        return percent;
    }
}
