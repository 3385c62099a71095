package io.orderweave.documents;

import com.lowagie.text.Chunk;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;

/** Turns text into something to draw. Every text goes through here, and so through {@link PrintableText}. */
final class Ink {

    private final Typeface typeface;

    Ink(Typeface typeface) {
        this.typeface = typeface;
    }

    Phrase text(Style style, String text) {
        Font font =
                new Font(style.bold() ? typeface.bold() : typeface.regular(), style.size(), Font.NORMAL, style.color());
        return new Phrase(new Chunk(clean(text), font));
    }

    String clean(String text) {
        return PrintableText.of(text, typeface::has);
    }
}
