package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.person.Holder;
import vn.khanhhoa.thecovid.platform.paper.Norms;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.Outcome;

class PrintingTheApprovalListTest {
    private static final Instant BEGUN = Instant.parse("2021-10-01T02:00:00Z");
    private static final Instant UNDONE = Instant.parse("2021-10-01T02:03:00Z");

    @Test
    void what_was_taken_back_is_marked_with_when_and_by_whom_and_the_numbers_stay() throws IOException {
        ApprovedLines.Voided undone = new ApprovedLines.Voided(Step.UNDONE, "Lê Văn Lãnh Đạo", UNDONE);

        String text = printed(
                List.of(new ApprovedLines.VoidedLines(Step.UNDONE, "Lê Văn Lãnh Đạo", 1, UNDONE)),
                List.of(line(1, "Nguyễn Thị Một", null), line(2, "Trần Văn Hai", undone), line(3, "Lê Thị Ba", null)));

        assertThat(text)
                .contains("Lê Văn Lãnh Đạo đã hoàn tác 1 kết quả của danh sách này, lần cuối lúc 09:03 01/10/2021.")
                .containsSubsequence("1 Nguyễn Thị", "2 Trần Văn", "hoàn tác", "09:03", "3 Lê Thị");
    }

    @Test
    void where_all_holds_nothing_is_said_of_taking_back() throws IOException {
        assertThat(printed(List.of(), List.of(line(1, "Nguyễn Thị Một", null))))
                .contains("Nguyễn Thị")
                .doesNotContain("hoàn tác");
    }

    @Test
    void a_reason_is_said_in_words_beside_its_code() throws IOException {
        ApprovedLines.Line refused = new ApprovedLines.Line(
                1,
                PublicId.random(),
                "Nguyễn Thị Một",
                new Holder("1234", 1987),
                7,
                Outcome.REFUSE,
                "R04",
                "Trần Thị Duyệt",
                null);

        assertThat(printed(List.of(), List.of(refused))).contains("Từ chối R04 – Không đúng");
    }

    @Test
    void it_keeps_to_the_norms_and_says_what_belongs_to_what_over_all_its_pages() throws Exception {
        ApprovedLines.Voided undone = new ApprovedLines.Voided(Step.UNDONE, "Lê Văn Lãnh Đạo", UNDONE);
        byte[] pdf = pdf(
                List.of(new ApprovedLines.VoidedLines(Step.UNDONE, "Lê Văn Lãnh Đạo", 1, UNDONE)),
                IntStream.rangeClosed(1, 90)
                        .mapToObj(number -> line(number, "Nguyễn Thị <Một> & " + number, number == 50 ? undone : null))
                        .toList());

        Norms.assertKept(pdf);
        assertThat(Norms.roles(pdf))
                .startsWith("Document", "P", "H1", "P", "P", "Table", "TR", "TH", "TH")
                .filteredOn("TR"::equals)
                .hasSize(91);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Danh sách phê duyệt số 12/2021");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("vi");
            assertThat(Norms.elements(document))
                    .filteredOn(element -> element.getStructureType().equals("TH"))
                    .hasSize(7)
                    .allSatisfy(head -> assertThat(new PDTableAttributeObject(((PDAttributeObject)
                                                    head.getAttributes().getObject(0))
                                            .getCOSObject())
                                    .getScope())
                            .isEqualTo("Column"));
        }
        assertThat(Norms.seen(pdf, 2)).startsWith("Số Họ và tên");
        assertThat(text(pdf, 2)).doesNotContain("Họ và tên");
    }

    @Test
    void names_come_out_composed() throws Exception {
        assertThat(printed(
                        List.of(),
                        List.of(line(1, Normalizer.normalize("Đặng Thị Ẩn Ữ Ễ Ỗ", Normalizer.Form.NFD), null))))
                .contains("Đặng Thị Ẩn");
    }

    @Test
    void a_long_list_goes_out_while_it_is_read() throws IOException {
        int all = 4_000;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> outBefore = new ArrayList<>();
        write(
                List.of(),
                first -> {
                    outBefore.add(out.size());
                    return IntStream.range(first, Math.min(all, first + ApprovalList.step()))
                            .mapToObj(place -> line(place + 1, "Nguyễn Thị " + place, null))
                            .toList();
                },
                out);

        assertThat(outBefore).hasSize(all / ApprovalList.step() + 1);
        assertThat(outBefore.get(all / ApprovalList.step() - 1)).isGreaterThan(out.size() / 2);
    }

    private static ApprovedLines.Line line(int number, String name, ApprovedLines.@Nullable Voided voided) {
        return new ApprovedLines.Line(
                number,
                PublicId.random(),
                name,
                new Holder("1234", 1987),
                7,
                Outcome.APPROVE,
                "",
                "Trần Thị Duyệt",
                voided);
    }

    private static String printed(List<ApprovedLines.VoidedLines> voided, List<ApprovedLines.Line> lines)
            throws IOException {
        return text(pdf(voided, lines), 1);
    }

    private static byte[] pdf(List<ApprovedLines.VoidedLines> voided, List<ApprovedLines.Line> lines)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(voided, first -> first == 0 ? lines : List.of(), out);
        return out.toByteArray();
    }

    private static void write(
            List<ApprovedLines.VoidedLines> voided,
            IntFunction<List<ApprovedLines.Line>> lines,
            ByteArrayOutputStream out)
            throws IOException {
        Approvals.Approval approval =
                new Approvals.Approval(PublicId.random(), 2021, 12, "Lê Văn Lãnh Đạo", 3, 3, 0, 0, BEGUN, BEGUN, false);
        new ApprovalList()
                .write(
                        approval,
                        "Sở Công Thương",
                        voided,
                        lines,
                        organisation -> "Công ty",
                        code -> "Không đúng đối tượng",
                        out);
    }

    private static String text(byte[] bytes, int page) throws IOException {
        try (PdfReader pdf = new PdfReader(bytes)) {
            return new PdfTextExtractor(pdf).getTextFromPage(page).replaceAll("\\s+", " ");
        }
    }
}
