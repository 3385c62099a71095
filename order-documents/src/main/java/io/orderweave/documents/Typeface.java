package io.orderweave.documents;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Liberation Sans in two weights, embedded as a subset: it has the letters of every language here and the widths of Arial.
 *
 * <p>Belongs to one drawing: OpenPDF's fonts carry state, and the name of a subset is derived from the document.
 */
final class Typeface {

    private static final byte[] REGULAR = read("LiberationSans-Regular.ttf");
    private static final byte[] BOLD = read("LiberationSans-Bold.ttf");

    private final BaseFont regular;
    private final BaseFont bold;

    Typeface(Fingerprint fingerprint) {
        this.regular = font("LiberationSans-Regular.ttf", REGULAR, fingerprint);
        this.bold = font("LiberationSans-Bold.ttf", BOLD, fingerprint);
    }

    BaseFont regular() {
        return regular;
    }

    BaseFont bold() {
        return bold;
    }

    boolean has(int character) {
        return regular.charExists(character);
    }

    private static BaseFont font(String name, byte[] file, Fingerprint fingerprint) {
        try {
            BaseFont font = BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, file, null);
            font.setSecureRandom(fingerprint.letters());
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String name) {
        // From openpdf-fonts-extra, which has no API for the bytes.
        try (InputStream stream = Objects.requireNonNull(
                Typeface.class.getClassLoader().getResourceAsStream("liberation/" + name), name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the font " + name, e);
        }
    }
}
