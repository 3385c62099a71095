package io.orderweave.documents;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.lowagie.text.Image;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Barcodes as images. */
final class BarcodeImages {

    /** What Code 128 can hold and a scanner can read from one line. */
    private static final Pattern CODE_128 = Pattern.compile("[\\x20-\\x7e]{1,80}");

    private static final float CODE_128_HEIGHT = 24;
    private static final float CODE_128_WIDEST = 290;
    /** Half a point is 0.18 mm: below it office printers smear and hand scanners fail. */
    private static final float CODE_128_NARROWEST_MODULE = 0.5f;

    private static final float CODE_128_WIDEST_MODULE = 0.8f;

    private static final int QR_QUIET_ZONE = 4;
    /** A good 3 cm: even the longest payment code keeps modules that a telephone reads from paper. */
    private static final float QR_SIDE = 92;

    /** Pixels of one module: viewers that smooth images must not blur its edges. */
    private static final int MODULE_PIXELS = 6;

    private static final byte WHITE = (byte) 0xff;

    private BarcodeImages() {}

    /** Empty for text that Code 128 cannot hold or that is too long to be scanned from a page. */
    static Optional<Image> code128(String text) {
        if (!CODE_128.matcher(text).matches()) {
            return Optional.empty();
        }
        BitMatrix bars = new Code128Writer()
                .encode(
                        text,
                        BarcodeFormat.CODE_128,
                        1,
                        1,
                        // Its quiet zone is the page around it, so that it can stand flush with the text.
                        Map.of(EncodeHintType.MARGIN, 0));
        float module = Math.min(CODE_128_WIDEST_MODULE, CODE_128_WIDEST / bars.getWidth());
        if (module < CODE_128_NARROWEST_MODULE) {
            return Optional.empty();
        }
        Image image = image(bars);
        image.scaleAbsolute(module * bars.getWidth(), CODE_128_HEIGHT);
        return Optional.of(image);
    }

    static Image qr(String payload) {
        try {
            BitMatrix modules = new QRCodeWriter()
                    .encode(
                            payload,
                            BarcodeFormat.QR_CODE,
                            1,
                            1,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QR_QUIET_ZONE));
            Image image = image(modules);
            image.scaleAbsolute(QR_SIDE, QR_SIDE);
            return image;
        } catch (WriterException e) {
            throw new IllegalStateException("a payment code of " + payload.length() + " characters does not fit", e);
        }
    }

    private static Image image(BitMatrix modules) {
        int width = modules.getWidth() * MODULE_PIXELS;
        int height = modules.getHeight() * MODULE_PIXELS;
        byte[] pixels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = modules.get(x / MODULE_PIXELS, y / MODULE_PIXELS) ? 0 : WHITE;
            }
        }
        return Image.getInstance(width, height, 1, 8, pixels);
    }
}
