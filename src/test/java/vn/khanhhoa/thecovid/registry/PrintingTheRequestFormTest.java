package vn.khanhhoa.thecovid.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.platform.paper.Norms;
import vn.khanhhoa.thecovid.shared.PublicId;

class PrintingTheRequestFormTest {
    private static final LocalDate DAY = LocalDate.of(2021, 10, 4);

    private static final Catalogue CATALOGUE = new Catalogue() {
        @Override
        public List<OrganisationTypeView> organisationTypes(LocalDate day) {
            return List.of(new OrganisationTypeView("DN", "Doanh nghiệp", "Company", IdentifierKind.TAX_CODE));
        }

        @Override
        public List<SectorView> sectors(LocalDate day) {
            return List.of(new SectorView("10", "Sản xuất, chế biến thực phẩm", "Food"));
        }

        @Override
        public List<ZoneView> zones(LocalDate day) {
            return List.of(new ZoneView("KCN1", "Khu công nghiệp Suối Dầu"));
        }
    };

    @Test
    void it_says_who_applies_where_its_people_work_and_has_room_to_sign() throws IOException {
        assertThat(text(pdf("Công ty Thủy sản", 2), 1))
                .containsSubsequence(
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "ĐƠN ĐĂNG KÝ ĐƠN VỊ",
                        "Mã tham chiếu: DK-1234 · Lần đăng ký: 2",
                        "Tên đơn vị Công ty Thủy sản",
                        "Loại đơn vị Doanh nghiệp",
                        "Mã số thuế 4200000001",
                        "Ngành nghề 10 - Sản xuất, chế biến thực phẩm",
                        "Địa chỉ trụ sở 12 Yersin, Phường Lộc Thọ, Nha Trang",
                        "Số người làm việc 1200",
                        "Nơi làm việc",
                        "Tên Địa chỉ Khu Số người",
                        "Xưởng 1",
                        "Xưởng 2",
                        "Đơn vị cam kết",
                        "Ngày 4 tháng 10 năm 2021",
                        "(ký, ghi rõ họ tên, đóng dấu)");
    }

    @Test
    void it_keeps_to_the_norms_with_few_places_of_work_and_with_many() throws Exception {
        for (int places : new int[] {0, 1, 60}) {
            byte[] pdf = pdf("Công ty <Đầm> & con", places);
            Norms.assertKept(pdf);
            assertThat(Norms.roles(pdf))
                    .containsSubsequence("H1", "Table", "TR", "TH", "TD", "H2", "Table", "TR", "TH", "TH", "TH", "TH");
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Đơn đăng ký đơn vị DK-1234");
                assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("vi");
            }
        }
    }

    @Test
    void names_come_out_composed_and_the_heads_of_a_long_table_again() throws Exception {
        byte[] pdf = pdf(Normalizer.normalize("Hợp tác xã Ẩn Ữ Ễ Ỗ", Normalizer.Form.NFD), 60);

        assertThat(text(pdf, 1)).contains("Tên đơn vị Hợp tác xã Ẩn Ữ Ễ Ỗ");
        assertThat(Norms.seen(pdf, 2)).startsWith("Tên Địa chỉ Khu Số người");
        assertThat(text(pdf, 2)).doesNotContain("Số người");
    }

    private static byte[] pdf(String name, int places) {
        RegistrationProfile profile =
                new RegistrationProfile(name, "10", "12 Yersin", 7, 1200, "Mai Văn Giám Đốc", "Mai Thị Nhân Sự", "");
        RegistrationView registration = new RegistrationView(
                PublicId.random(),
                1,
                "DN",
                IdentifierKind.TAX_CODE,
                "4200000001",
                2,
                "DK-1234",
                RegistrationState.DRAFT,
                profile,
                "Phường Lộc Thọ, Nha Trang",
                1,
                1,
                null,
                null,
                "",
                "",
                0,
                List.of());
        List<WorkplaceView> workplaces = IntStream.rangeClosed(1, places)
                .mapToObj(place -> new WorkplaceView(
                        place,
                        PublicId.random(),
                        "Xưởng " + place,
                        "Đường số " + place,
                        7,
                        "Xã Suối Tân, Cam Lâm",
                        "KCN1",
                        20,
                        false))
                .toList();
        return new RequestForm(registration, CATALOGUE, workplaces, DAY).pdf();
    }

    private static String text(byte[] bytes, int page) throws IOException {
        try (PdfReader pdf = new PdfReader(bytes)) {
            return new PdfTextExtractor(pdf).getTextFromPage(page).replaceAll("\\s+", " ");
        }
    }
}
