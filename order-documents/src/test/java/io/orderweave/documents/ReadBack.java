package io.orderweave.documents;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.lowagie.text.pdf.PRStream;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A PDF as a reader sees it: its pages' text, its metadata, its barcodes. */
final class ReadBack {

    /** White around a barcode taken off the page, which is its quiet zone there. */
    private static final int FRAME = 120;

    /** One row of bars is too low for the decoder's sampling. */
    private static final int LEAST_HEIGHT = 60;

    private final List<String> pages = new ArrayList<>();
    private final List<String> fontNames = new ArrayList<>();
    private final Map<String, String> info;
    private final String language;
    private final List<Picture> pictures = new ArrayList<>();

    ReadBack(byte[] pdf) {
        try (PdfReader reader = new PdfReader(pdf)) {
            PdfTextExtractor text = new PdfTextExtractor(reader);
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                pages.add(text.getTextFromPage(page));
            }
            info = Map.copyOf(reader.getInfo());
            language = reader.getCatalog().getAsString(PdfName.LANG).toUnicodeString();
            for (int number = 1; number < reader.getXrefSize(); number++) {
                collect(reader.getPdfObjectRelease(number));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void collect(PdfObject object) throws IOException {
        if (object instanceof PRStream stream && PdfName.IMAGE.equals(stream.getAsName(PdfName.SUBTYPE))) {
            pictures.add(new Picture(
                    stream.getAsNumber(PdfName.WIDTH).intValue(),
                    stream.getAsNumber(PdfName.HEIGHT).intValue(),
                    PdfReader.getStreamBytes(stream)));
        } else if (object instanceof PdfDictionary dictionary
                && PdfName.FONTDESCRIPTOR.equals(dictionary.getAsName(PdfName.TYPE))
                && dictionary.contains(PdfName.FONTFILE2)) {
            fontNames.add(dictionary.getAsName(PdfName.FONTNAME).toString());
        }
    }

    /** Without white space: where it stands between the columns is the extractor's guess. */
    String text() {
        return compact(String.join("", pages));
    }

    List<String> pages() {
        return pages.stream().map(ReadBack::compact).toList();
    }

    /** As extracted, white space included. */
    List<String> rawPages() {
        return pages;
    }

    Map<String, String> info() {
        return info;
    }

    String language() {
        return language;
    }

    /** Names of the fonts whose file is embedded. */
    List<String> embeddedFonts() {
        return fontNames;
    }

    List<String> qrCodes() {
        return codes(BarcodeFormat.QR_CODE);
    }

    List<String> code128() {
        return codes(BarcodeFormat.CODE_128);
    }

    static String compact(String text) {
        return text.replaceAll("[\\s\\u00a0]+", "");
    }

    private List<String> codes(BarcodeFormat format) {
        return pictures.stream()
                .flatMap(picture -> picture.read(format).stream())
                .collect(Collectors.toList());
    }

    /** A grey image of eight bits a pixel. */
    private static final class Picture {

        private final int width;
        private final int height;
        private final byte[] pixels;

        Picture(int width, int height, byte[] pixels) {
            this.width = width;
            this.height = height;
            this.pixels = pixels;
        }

        List<String> read(BarcodeFormat format) {
            int tall = Math.max(height, LEAST_HEIGHT);
            int framedWidth = width + 2 * FRAME;
            int framedHeight = tall + 2 * FRAME;
            byte[] framed = new byte[framedWidth * framedHeight];
            Arrays.fill(framed, (byte) 0xff);
            for (int y = 0; y < tall; y++) {
                System.arraycopy(pixels, (y * height / tall) * width, framed, (y + FRAME) * framedWidth + FRAME, width);
            }
            PlanarYUVLuminanceSource source = new PlanarYUVLuminanceSource(
                    framed, framedWidth, framedHeight, 0, 0, framedWidth, framedHeight, false);
            try {
                return List.of(new MultiFormatReader()
                        .decode(
                                new BinaryBitmap(new HybridBinarizer(source)),
                                Map.of(
                                        DecodeHintType.POSSIBLE_FORMATS,
                                        List.of(format),
                                        DecodeHintType.TRY_HARDER,
                                        true))
                        .getText());
            } catch (NotFoundException e) {
                return List.of();
            }
        }
    }
}
