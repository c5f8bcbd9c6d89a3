package vn.khanhhoa.thecovid.card.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.khanhhoa.thecovid.platform.paper.Norms;

/** Every card can be read out by assistive technology (PDF/UA-1) and kept in archives (PDF/A-2a), as veraPDF judges. */
class KeepingToTheNormsTest {
    @ParameterizedTest
    @EnumSource(CardFormat.class)
    void cards_of_every_format_keep_to_both_norms(CardFormat format) throws Exception {
        List<CardFace> faces = new ArrayList<>(List.of(Faces.usual(), Faces.longest(), Faces.shortest()));
        faces.addAll(Collections.nCopies(9, Faces.usual(Locale.ENGLISH)));
        Norms.assertKept(
                printed(new CardPrinter.Order(format, Faces.VIETNAMESE, Optional.of("Tổ dân phố <5> & 6")), faces));
        Norms.assertKept(printed(CardPrinter.Order.of(format, Locale.ENGLISH), List.of(Faces.usual(Locale.ENGLISH))));
    }

    @Test
    void a_poster_keeps_to_both_norms_in_both_languages_and_says_what_its_code_is_for() throws Exception {
        for (Locale language : List.of(Faces.VIETNAMESE, Locale.ENGLISH)) {
            byte[] pdf = poster(language);
            Norms.assertKept(pdf);
            try (PDDocument document = Loader.loadPDF(pdf)) {
                List<PDStructureElement> elements = Norms.elements(document);
                assertThat(elements)
                        .extracting(PDStructureElement::getStructureType)
                        .containsSubsequence("Document", "Sect", "P", "H1", "P", "H2", "Figure", "P", "P", "P");
                assertThat(elements)
                        .filteredOn(element -> element.getStructureType().equals("Figure"))
                        .singleElement()
                        .satisfies(figure ->
                                assertThat(figure.getAlternateDescription()).contains("Chợ <Đầm> & 1"));
            }
        }
    }

    private static byte[] poster(Locale language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Poster(
                        Letterhead.plain("Tỉnh Khánh Hòa", "Sở Công Thương", "1800 1234"),
                        "Chợ <Đầm> & 1",
                        "Vạn Thạnh, Nha Trang",
                        "https://thecovid.example/public/check-in?at=AAAAAAAAAAAAAAAAAAAAAA",
                        LocalDate.of(2021, 11, 15),
                        language)
                .write(out);
        return out.toByteArray();
    }

    @Test
    void a_card_is_read_out_in_the_order_in_which_one_looks_at_it() throws IOException {
        try (PDDocument document = Loader.loadPDF(
                printed(CardPrinter.Order.of(CardFormat.A6, Faces.VIETNAMESE), List.of(Faces.usual())))) {
            List<PDStructureElement> elements = Norms.elements(document);
            List<String> roles =
                    elements.stream().map(PDStructureElement::getStructureType).toList();
            assertThat(roles).startsWith("Document", "Sect", "P", "H1", "P", "Figure", "P");
            assertThat(roles).containsSubsequence("H1", "Figure", "H2", "L", "LI", "Lbl", "LBody", "H2", "H2");
            assertThat(elements)
                    .filteredOn(element -> element.getStructureType().equals("Figure"))
                    .singleElement()
                    .satisfies(figure -> assertThat(figure.getAlternateDescription())
                            .contains("KH7-2XQ4-9MT3-G", "Quét để kiểm tra"));
        }
    }

    private static byte[] printed(CardPrinter.Order order, List<CardFace> faces) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CardPrinter().print(order, faces.iterator(), out);
        return out.toByteArray();
    }
}
