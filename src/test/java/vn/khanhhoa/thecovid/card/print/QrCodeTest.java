package vn.khanhhoa.thecovid.card.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.detector.Detector;
import com.lowagie.text.pdf.PRStream;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.khanhhoa.thecovid.platform.paper.Pen;

class QrCodeTest {
    private static final Pattern PLACED = Pattern.compile("([\\d.]+) 0 0 ([\\d.]+) [\\d.-]+ [\\d.-]+ cm /img");

    private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

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

    /** All with one mask, or with that of the lowest penalty, 10 to 28 of a thousand could not be read, upright or lying. */
    @ParameterizedTest
    @CsvSource({"4, false", "4, true", "3, false", "3, true"})
    void a_reader_that_stops_at_the_first_three_finders_stops_at_the_right_ones(int pixels, boolean lying) {
        Random random = new Random(2021);
        int unread = 0;
        for (int card = 0; card < 500; card++) {
            String token = token(random);
            BitMatrix image = image(QrMatrix.of(token, ErrorCorrectionLevel.Q), pixels, 4);
            if (lying) {
                image.rotate90();
            }
            unread += isRead(image, token) ? 0 : 1;
        }
        assertThat(unread).isLessThanOrEqualTo(1);
    }

    @Test
    void whatever_mask_is_chosen_the_code_says_the_same() throws Exception {
        Random random = new Random(1987);
        for (int card = 0; card < 100; card++) {
            String token = token(random);
            for (ErrorCorrectionLevel level : ErrorCorrectionLevel.values()) {
                BitMatrix modules = image(QrMatrix.of(token, level), 1, 0);
                assertThat(new Decoder().decode(modules).getText()).isEqualTo(token);
            }
        }
    }

    private static boolean isRead(BitMatrix image, String token) {
        try {
            BitMatrix modules = new Detector(image).detect().getBits();
            return new Decoder().decode(modules).getText().equals(token);
        } catch (ReaderException unreadable) {
            return false;
        }
    }

    private static BitMatrix image(byte[][] modules, int pixels, int quiet) {
        BitMatrix image = new BitMatrix((modules.length + 2 * quiet) * pixels);
        for (int y = 0; y < modules.length; y++) {
            for (int x = 0; x < modules.length; x++) {
                if (modules[y][x] == 1) {
                    image.setRegion((x + quiet) * pixels, (y + quiet) * pixels, pixels, pixels);
                }
            }
        }
        return image;
    }

    static String token(Random random) {
        StringBuilder token = new StringBuilder("KH2:");
        while (token.length() < 246) {
            token.append(ALPHANUMERIC.charAt(random.nextInt(ALPHANUMERIC.length())));
        }
        return token.toString();
    }

    @Test
    void what_no_code_can_hold_is_refused() {
        assertThatThrownBy(() -> QrCode.of("A".repeat(3000))).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] printedCard() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CardPrinter()
                .print(
                        CardPrinter.Order.of(CardFormat.A6, Faces.VIETNAMESE),
                        List.of(Faces.usual()).iterator(),
                        out);
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
