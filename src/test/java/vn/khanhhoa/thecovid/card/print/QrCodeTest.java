package vn.khanhhoa.thecovid.card.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.lowagie.text.pdf.PRStream;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final Pattern PLACED = Pattern.compile("([\\d.]+) 0 0 ([\\d.]+) [\\d.-]+ [\\d.-]+ cm /img");

    private final QrCode code = QrCode.of(Faces.TOKEN);

    @Test
    void is_read_back_from_the_pdf_with_error_correction_q() throws Exception {
        Result read = new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(imageIn(printedCard())))),
                        Map.of(DecodeHintType.PURE_BARCODE, true));
        assertThat(read.getText()).isEqualTo(Faces.TOKEN);
        assertThat(read.getResultMetadata()).containsEntry(ResultMetadataType.ERROR_CORRECTION_LEVEL, "Q");
    }

    @Test
    void measures_five_centimetres_within_its_quiet_zone_of_four_modules() throws Exception {
        Matcher placed =
                PLACED.matcher(new String(new PdfReader(printedCard()).getPageContent(1), StandardCharsets.ISO_8859_1));
        assertThat(placed.find()).isTrue();
        double millimetres = Double.parseDouble(placed.group(1)) / Pen.POINTS_PER_MM;
        assertThat(placed.group(2)).isEqualTo(placed.group(1));
        assertThat(millimetres * code.modules() / (code.modules() + 8)).isCloseTo(50, within(0.1));
    }

    @Test
    void the_quiet_zone_is_white_all_around() throws Exception {
        BufferedImage image = imageIn(printedCard());
        int quiet = 4 * image.getWidth() / (code.modules() + 8);
        for (int along = 0; along < image.getWidth(); along++) {
            for (int in = 0; in < quiet; in++) {
                assertThat(image.getRGB(along, in)).isEqualTo(-1);
                assertThat(image.getRGB(in, along)).isEqualTo(-1);
                assertThat(image.getRGB(along, image.getHeight() - 1 - in)).isEqualTo(-1);
                assertThat(image.getRGB(image.getWidth() - 1 - in, along)).isEqualTo(-1);
            }
        }
        assertThat(image.getRGB(quiet, quiet)).isNotEqualTo(-1);
    }

    @Test
    void a_token_of_300_characters_stays_below_seventy_modules() {
        assertThat(code.modules()).isLessThan(70);
    }

    @Test
    void what_no_code_can_hold_is_refused() {
        assertThatThrownBy(() -> QrCode.of("A".repeat(3000))).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] printedCard() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CardPrinter().a6(Faces.usual(), out);
        return out.toByteArray();
    }

    private static BufferedImage imageIn(byte[] pdf) throws Exception {
        PdfReader reader = new PdfReader(pdf);
        for (int number = 1; number < reader.getXrefSize(); number++) {
            if (reader.getPdfObject(number) instanceof PRStream stream
                    && PdfName.IMAGE.equals(stream.getAsName(PdfName.SUBTYPE))) {
                int width = stream.getAsNumber(PdfName.WIDTH).intValue();
                int height = stream.getAsNumber(PdfName.HEIGHT).intValue();
                byte[] bits = PdfReader.getStreamBytes(stream);
                BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
                int stride = (width + 7) / 8;
                for (int pixel = 0; pixel < width * height; pixel++) {
                    int x = pixel % width;
                    int y = pixel / width;
                    boolean white = (bits[y * stride + x / 8] >> (7 - x % 8) & 1) == 1;
                    image.setRGB(x, y, white ? 0xFFFFFF : 0);
                }
                return image;
            }
        }
        throw new AssertionError("no image in the PDF");
    }
}
