package vn.khanhhoa.thecovid.card.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.khanhhoa.thecovid.DebianPackage;

/** Pages are drawn by PDFBox and read by zbar: neither has to do with how they were made. */
class ReadingCodesFromPaperTest {
    private static final Path READER = Path.of("/usr/bin/zbarimg");
    private static final Random RANDOM = new Random(1653);

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    static void an_independent_reader() {
        if (!Files.isExecutable(READER)) {
            DebianPackage.install("zbar-tools", "The test of reading codes from paper needs zbar");
        }
    }

    /** 90 dots an inch are 3 to 4 pixels a module of a code of 5 cm; 120 are a code printed at 3 cm and seen at 200. */
    @ParameterizedTest
    @CsvSource({"A6, 90", "A6, 120", "A6, 300", "LARGE, 60", "LARGE, 150", "BANK, 120", "BANK, 300"})
    void each_code_is_read_as_it_was_written_however_it_is_scaled(CardFormat format, float dotsPerInch)
            throws IOException {
        List<String> tokens = tokens(6);
        try (PDDocument document = printed(format, tokens)) {
            for (int card = 0; card < tokens.size(); card++) {
                assertThat(codesOn(document, 2 * card, dotsPerInch)).containsExactly(tokens.get(card));
            }
        }
    }

    @Test
    void all_eight_of_a_sheet_are_read() throws IOException {
        List<String> tokens = tokens(8);
        try (PDDocument document = printed(CardFormat.SHEET, tokens)) {
            assertThat(codesOn(document, 0, 150)).containsExactlyInAnyOrderElementsOf(tokens);
        }
    }

    @Test
    void a_poster_is_read_from_across_a_room_and_its_code_is_fifteen_centimetres_wide() throws IOException {
        String address = "https://thecovid.example/public/check-in?at=AAAAAAAAAAAAAAAAAAAAAA";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Poster(
                        Letterhead.plain("Tỉnh Khánh Hòa", "Sở Công Thương", "1800 1234"),
                        "Trung tâm thương mại và dịch vụ tổng hợp Nha Trang, cơ sở 2 đường Trần Phú nối dài",
                        "78–80 Trần Phú, Lộc Thọ, Nha Trang",
                        address,
                        LocalDate.of(2021, 11, 15),
                        Faces.VIETNAMESE)
                .write(out);
        try (PDDocument poster = Loader.loadPDF(out.toByteArray())) {
            assertThat(poster.getNumberOfPages()).isEqualTo(1);
            assertThat(codesOn(poster, 0, 30)).containsExactly(address);
            BufferedImage drawn =
                    new PDFRenderer(poster).renderImageWithDPI(0, 254, ImageType.GRAY); // ten dots a millimetre
            int middle = 81 * 10 + 5; // the first row of modules, with both upper corners
            int first = 0;
            while ((drawn.getRGB(first, middle) & 0xFF) > 128) {
                first++;
            }
            int last = drawn.getWidth() - 1;
            while ((drawn.getRGB(last, middle) & 0xFF) > 128) {
                last--;
            }
            assertThat(last - first + 1).isBetween(1_490, 1_510);
        }
    }

    private static List<String> tokens(int count) {
        return Stream.generate(() -> QrCodeTest.token(RANDOM)).limit(count).toList();
    }

    private static PDDocument printed(CardFormat format, List<String> tokens) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CardPrinter()
                .print(
                        CardPrinter.Order.of(format, Faces.VIETNAMESE),
                        tokens.stream()
                                .map(token -> Faces.card(Faces.VIETNAMESE, "Nguyễn Hoàng Phương Thảo", token))
                                .iterator(),
                        out);
        return Loader.loadPDF(out.toByteArray());
    }

    private List<String> codesOn(PDDocument document, int page, float dotsPerInch) throws IOException {
        BufferedImage drawn = new PDFRenderer(document).renderImageWithDPI(page, dotsPerInch, ImageType.GRAY);
        Path picture = folder.resolve(page + ".png");
        ImageIO.write(drawn, "png", picture.toFile());
        String read = DebianPackage.run(
                READER.toString(), "-q", "--nodbus", "--raw", "-Sdisable", "-Sqrcode.enable", picture.toString());
        return Arrays.asList(read.strip().split("\n"));
    }
}
