package io.orderweave.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.Image;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterheadTest {

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void takesAPngOrJpegAsLogo(String format) throws IOException {
        byte[] logo = logo(format);
        Letterhead letterhead = Letterhead.plain().withLogo(logo);

        assertThat(letterhead.logo().map(Image::getWidth)).contains(30f);
        assertThat(PdfDocumentRenderer.builder().letterhead(letterhead).build().render(Samples.invoice(Language.EN)))
                .isNotEqualTo(PdfDocumentRenderer.create().render(Samples.invoice(Language.EN)));
    }

    @Test
    void laterChangeOfTheArrayDoesNotReachTheLogo() throws IOException {
        byte[] logo = logo("png");
        Letterhead letterhead = Letterhead.plain().withLogo(logo);
        logo[0] = 0;

        assertThat(letterhead.logo()).isPresent();
    }

    @Test
    void refusesALogoThatIsNoImage() {
        assertThatThrownBy(() -> Letterhead.plain().withLogo(new byte[] {1, 2, 3}))
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.INVALID_CONFIGURATION));
    }

    @Test
    void refusesTextsThatDoNotFit() {
        assertThatThrownBy(() -> Letterhead.plain().withFooter("x".repeat(241)))
                .isInstanceOf(OrderweaveException.class)
                .hasMessageContaining("240");
        assertThatThrownBy(() -> Letterhead.plain().withRegistration(" "))
                .isInstanceOf(OrderweaveException.class)
                .hasMessageContaining("500");
    }

    private static byte[] logo(String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 10, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
