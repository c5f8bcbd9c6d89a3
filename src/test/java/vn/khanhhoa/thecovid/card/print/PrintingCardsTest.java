package vn.khanhhoa.thecovid.card.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

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
        assertThatThrownBy(() -> printer.a4Sheets(Collections.nCopies(50, Faces.usual()), Faces.VIETNAMESE, gone))
                .isInstanceOf(IOException.class);
    }

    private PdfReader a6(CardFace face) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        printer.a6(face, out);
        return new PdfReader(out.toByteArray());
    }

    private PdfReader sheets(List<CardFace> faces) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        printer.a4Sheets(faces, Faces.VIETNAMESE, out);
        return new PdfReader(out.toByteArray());
    }

    private static String text(PdfReader pdf, int page) throws IOException {
        return new PdfTextExtractor(pdf).getTextFromPage(page);
    }
}
