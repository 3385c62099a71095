package io.orderweave.documents;

import io.orderweave.document.Document;
import io.orderweave.document.DocumentRenderer;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.id.SellerId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Draws every kind of document as an A4 PDF in the document's language (en, ro, cs, sk, pl, hu, de; any other falls back to
 * English). Hosts build one and give it to the hub.
 *
 * <p>Immutable and thread-safe. The same document gives the same bytes under the same letterhead, texts, library version and Java
 * runtime: the file's dates and ids come from the document, not from the clock.
 */
public final class PdfDocumentRenderer implements DocumentRenderer {

    private final Letterhead letterhead;
    private final Map<SellerId, Letterhead> letterheads;
    private final Map<Language, Texts> texts;

    private PdfDocumentRenderer(Builder builder) {
        this.letterhead = builder.letterhead;
        this.letterheads = Map.copyOf(builder.letterheads);
        this.texts = new EnumMap<>(builder.texts);
    }

    /** A renderer with a plain letterhead and the texts of this module. */
    public static PdfDocumentRenderer create() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public byte[] render(Document document) {
        Letterhead paper = letterheads.getOrDefault(document.seller(), letterhead);
        try {
            return new Drawing(document, texts(document.language()), paper).pdf();
        } catch (RuntimeException e) {
            throw new OrderweaveException(
                    FaultCategory.INTERNAL, "document " + document.number() + " cannot be drawn", e);
        }
    }

    private Texts texts(Locale locale) {
        Language language = Language.find(locale).orElse(Language.EN);
        return Objects.requireNonNull(texts.get(language));
    }

    /** Builds {@link PdfDocumentRenderer}s; not thread-safe. */
    public static final class Builder {

        private final Map<Language, Texts> texts = new EnumMap<>(
                Arrays.stream(Language.values()).collect(Collectors.toMap(Function.identity(), Texts::shipped)));
        private final Map<SellerId, Letterhead> letterheads = new HashMap<>();
        private Letterhead letterhead = Letterhead.plain();

        private Builder() {}

        /** For sellers without one of their own. */
        public Builder letterhead(Letterhead letterhead) {
            this.letterhead = letterhead;
            return this;
        }

        /** For that seller alone. */
        public Builder letterhead(SellerId seller, Letterhead letterhead) {
            letterheads.put(seller, letterhead);
            return this;
        }

        /**
         * Replaces texts of one language, and names payment methods and reasons of corrections: the key {@code method.} or {@code
         * reason.} and the shop's word. The other keys are listed in the documentation.
         *
         * @throws OrderweaveException (INVALID_CONFIGURATION) for a language or key that documents do not have
         */
        public Builder texts(Locale language, Map<String, String> overrides) {
            Language known = Language.find(language)
                    .orElseThrow(() -> new OrderweaveException(
                            FaultCategory.INVALID_CONFIGURATION, "documents are not written in " + language));
            texts.computeIfPresent(known, (same, current) -> current.with(overrides));
            return this;
        }

        public PdfDocumentRenderer build() {
            return new PdfDocumentRenderer(this);
        }
    }
}
