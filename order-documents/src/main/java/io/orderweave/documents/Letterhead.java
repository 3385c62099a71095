package io.orderweave.documents;

import com.lowagie.text.Image;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import java.io.IOException;
import java.util.Optional;

/**
 * What a seller's documents carry beside their content: logo, registration, footer. Built by hosts; immutable, thread-safe.
 *
 * <p>Every {@code with} returns a new letterhead and throws {@link OrderweaveException} (INVALID_CONFIGURATION) for something
 * that cannot be printed, so that a wrong logo is found when the host starts and not with the first invoice.
 */
public final class Letterhead {

    private static final int LONGEST_REGISTRATION = 500;

    /** Three lines of the footer. */
    private static final int LONGEST_FOOTER = 240;

    private static final Letterhead PLAIN = new Letterhead(Optional.empty(), Optional.empty(), Optional.empty());

    private final Optional<byte[]> logo;
    private final Optional<String> registration;
    private final Optional<String> footer;

    private Letterhead(Optional<byte[]> logo, Optional<String> registration, Optional<String> footer) {
        this.logo = logo;
        this.registration = registration;
        this.footer = footer;
    }

    /** The seller's name instead of a logo, no registration, no footer. */
    public static Letterhead plain() {
        return PLAIN;
    }

    /**
     * A logo in the upper left corner of the first page.
     *
     * @param image a PNG or JPEG; drawn at most 60 mm wide and 17 mm high, its proportions kept
     */
    public Letterhead withLogo(byte[] image) {
        byte[] copy = image.clone();
        read(copy);
        return new Letterhead(Optional.of(copy), registration, footer);
    }

    /**
     * The entry in the commercial register, as many countries require it on invoices.
     *
     * @param text at most 500 characters
     */
    public Letterhead withRegistration(String text) {
        return new Letterhead(logo, Optional.of(checked("registration", text, LONGEST_REGISTRATION)), footer);
    }

    /**
     * The line at the foot of every page: web address, telephone, thanks.
     *
     * @param text at most 240 characters
     */
    public Letterhead withFooter(String text) {
        return new Letterhead(logo, registration, Optional.of(checked("footer", text, LONGEST_FOOTER)));
    }

    /** A new image each time: drawing changes it. */
    Optional<Image> logo() {
        return logo.map(Letterhead::read);
    }

    Optional<String> registration() {
        return registration;
    }

    Optional<String> footer() {
        return footer;
    }

    private static Image read(byte[] image) {
        try {
            return Image.getInstance(image);
        } catch (IOException | RuntimeException e) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_CONFIGURATION, "the logo cannot be read: it must be a PNG or JPEG", e);
        }
    }

    private static String checked(String what, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_CONFIGURATION,
                    "the " + what + " of a letterhead has 1 to " + longest + " characters, not " + text.length());
        }
        return text;
    }
}
