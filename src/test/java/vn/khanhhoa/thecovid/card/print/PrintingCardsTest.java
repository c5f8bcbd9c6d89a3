package vn.khanhhoa.thecovid.card.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.card.print.CardPrinter.Order;
import vn.khanhhoa.thecovid.platform.paper.Pen;

class PrintingCardsTest {
    private final CardPrinter printer = new CardPrinter();

    @Test
    void the_front_says_all_that_identifies_the_card_and_its_use() throws IOException {
        assertThat(text(a6(Faces.usual()), 1))
                .contains(
                        "TỈNH KHÁNH HÒA",
                        "THẺ COVID",
                        "Thẻ đi làm",
                        "KH7-2XQ4-9MT3-G",
                        "Nguyễn Hoàng Phương Thảo",
                        "1987",
                        "•••• 0678",
                        "Công ty TNHH Chế biến Thủy sản Nha Trang",
                        "Nhà máy số 2, Khu công nghiệp Suối Dầu, huyện Cam Lâm",
                        "Lái xe hàng, giao hàng",
                        "05:30–19:00",
                        "11/10/2021",
                        "30/10/2021",
                        "Sở Công Thương tỉnh Khánh Hòa",
                        "1022",
                        "Tra cứu mức hiện tại bằng mã QR.");
    }

    @Test
    void the_back_says_conditions_correction_and_what_becomes_of_the_data() throws IOException {
        PdfReader pdf = a6(Faces.usual());
        assertThat(pdf.getNumberOfPages()).isEqualTo(2);
        assertThat(text(pdf, 2)).contains("Điều kiện sử dụng", "gọi 1022", "Dữ liệu cá nhân", "KH7-2XQ4-9MT3-G");
    }

    @Test
    void text_comes_out_composed_even_if_it_went_in_decomposed() throws IOException {
        CardFace face = Faces.named(Normalizer.normalize("Đặng Thị Ẩn Ữ Ễ Ỗ", Normalizer.Form.NFD));
        assertThat(text(a6(face), 1)).contains("Đặng Thị Ẩn Ữ Ễ Ỗ");
    }

    @Test
    void a_letter_that_the_font_lacks_leaves_a_mark() throws IOException {
        assertThat(text(a6(Faces.named("山 Nguyễn")), 1)).contains("? Nguyễn");
    }

    @Test
    void what_looks_like_mark_up_is_printed_as_it_is() throws IOException {
        assertThat(text(a6(Faces.named("<b>An</b> & (Bình)")), 1)).contains("<b>An</b> & (Bình)");
    }

    @Test
    void speaks_english_where_asked() throws IOException {
        assertThat(text(a6(Faces.usual(Locale.ENGLISH)), 1))
                .contains("COVID CARD", "11 Oct 2021", "Allowed activities");
        assertThat(text(a6(Faces.usual(Locale.ENGLISH)), 2)).contains("Conditions of use");
    }

    @Test
    void the_document_has_title_and_language() throws IOException {
        PdfReader pdf = a6(Faces.usual());
        assertThat(pdf.getInfo()).containsEntry("Title", "Thẻ Covid KH7-2XQ4-9MT3-G");
        assertThat(pdf.getCatalog().getAsString(PdfName.LANG)).hasToString("vi-VN");
        assertThat(a6(Faces.usual(Locale.ENGLISH)).getCatalog().getAsString(PdfName.LANG))
                .hasToString("en");
    }

    @Test
    void nine_cards_take_two_sheets() throws IOException {
        PdfReader pdf = sheets(Collections.nCopies(9, Faces.usual()));
        assertThat(pdf.getNumberOfPages()).isEqualTo(2);
        assertThat(text(pdf, 1).split("KH7-2XQ4-9MT3-G", -1)).hasSize(8 + 1);
        assertThat(text(pdf, 2).split("KH7-2XQ4-9MT3-G", -1)).hasSize(1 + 1);
    }

    @Test
    void an_a7_card_says_what_the_front_of_an_a6_card_says() throws IOException {
        assertThat(text(sheets(List.of(Faces.usual())), 1))
                .contains("TỈNH KHÁNH HÒA", "Thẻ đi làm", "1987", "•••• 0678", "11/10/2021 – 30/10/2021", "1022");
    }

    @Test
    void a_large_card_is_an_a6_card_twice_as_large() throws IOException {
        PdfReader pdf = printed(CardFormat.LARGE, List.of(Faces.usual()));
        assertThat(pdf.getPageSize(1).getWidth()).isCloseTo((float) Pen.points(210), within(0.1f));
        assertThat(text(pdf, 1)).isEqualTo(text(a6(Faces.usual()), 1));
        assertThat(text(pdf, 2)).contains("Điều kiện sử dụng");
    }

    @Test
    void a_card_of_plastic_says_on_two_sides_what_the_front_of_an_a6_card_says() throws IOException {
        PdfReader pdf = printed(CardFormat.BANK, List.of(Faces.usual()));
        assertThat(pdf.getNumberOfPages()).isEqualTo(2);
        assertThat(pdf.getPageSize(1).getWidth()).isCloseTo((float) Pen.points(85.6), within(0.1f));
        assertThat(text(pdf, 1))
                .contains("THẺ COVID", "Thẻ đi làm", "Nguyễn Hoàng", "KH7-2XQ4-9MT3-G", "11/10/2021", "•••• 0678");
        assertThat(text(pdf, 2))
                .contains("TỈNH KHÁNH HÒA", "Chế biến Thủy sản", "Suối Dầu", "Lái xe hàng", "Sở Công Thương", "1022");
    }

    @Test
    void each_of_many_cards_has_pages_of_its_own_where_it_is_no_sheet() throws IOException {
        for (CardFormat format : List.of(CardFormat.A6, CardFormat.LARGE, CardFormat.BANK)) {
            PdfReader pdf = printed(format, List.of(Faces.usual(), Faces.named("Trần Thị Bình")));
            assertThat(pdf.getNumberOfPages()).isEqualTo(4);
            assertThat(text(pdf, 3)).contains("Trần Thị");
        }
    }

    @Test
    void a_hand_over_names_each_card_once_and_has_room_for_a_signature() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<CardFace> faces = IntStream.range(0, 40)
                .mapToObj(card -> Faces.named("Nguyễn Văn Số " + (char) ('A' + card % 26) + card))
                .toList();
        printer.print(
                new Order(CardFormat.SHEET, Faces.VIETNAMESE, Optional.of("Tổ dân phố 5, phường Vĩnh Hòa")),
                faces.iterator(),
                out);
        PdfReader pdf = new PdfReader(out.toByteArray());
        assertThat(pdf.getNumberOfPages()).isEqualTo(5 + 3);
        String signed = text(pdf, 6) + text(pdf, 7) + text(pdf, 8);
        assertThat(signed).contains("Tổ dân phố 5, phường Vĩnh Hòa", "Ký nhận", "Thẻ 1 đến", "trong tổng số 40");
        assertThat(faces)
                .allSatisfy(face ->
                        assertThat(signed.split(face.fullName() + "\\b", -1)).hasSize(2));
    }

    @Test
    void an_agency_has_its_own_lines_and_emblem() throws IOException {
        CardFace face = Faces.longest();
        for (CardFormat format : CardFormat.values()) {
            PdfReader pdf = printed(format, List.of(face));
            String all = text(pdf, 1) + (pdf.getNumberOfPages() > 1 ? text(pdf, 2) : "");
            assertThat(all).contains("THẺ ĐI ĐƯỜNG").doesNotContain("THẺ COVID");
        }
    }

    @Test
    void an_emblem_is_a_small_png_picture_or_nothing() {
        assertThat(Emblem.read(Faces.png(300, 200))).isPresent();
        assertThat(Emblem.read(Faces.png(Emblem.LARGEST_SIDE + 1, 2))).isEmpty();
        assertThat(Emblem.read("<svg onload='x'/>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        byte[] broken = Faces.png(300, 200);
        Arrays.fill(broken, 20, broken.length, (byte) 7);
        assertThat(Emblem.read(broken)).isEmpty();
        assertThat(Emblem.read(new byte[Emblem.LARGEST_FILE + 1])).isEmpty();
    }

    @Test
    void no_cards_no_sheet() {
        assertThatThrownBy(() -> sheets(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_reader_that_goes_away_is_an_io_exception() {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatThrownBy(() -> printer.print(
                        Order.of(CardFormat.SHEET, Faces.VIETNAMESE),
                        Collections.nCopies(50, Faces.usual()).iterator(),
                        gone))
                .isInstanceOf(IOException.class);
    }

    private PdfReader a6(CardFace face) throws IOException {
        return printed(CardFormat.A6, List.of(face));
    }

    private PdfReader sheets(List<CardFace> faces) throws IOException {
        return printed(CardFormat.SHEET, faces);
    }

    private PdfReader printed(CardFormat format, List<CardFace> faces) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Locale language = faces.isEmpty() ? Faces.VIETNAMESE : faces.get(0).language();
        printer.print(Order.of(format, language), faces.iterator(), out);
        return new PdfReader(out.toByteArray());
    }

    private static String text(PdfReader pdf, int page) throws IOException {
        return new PdfTextExtractor(pdf).getTextFromPage(page);
    }
}
