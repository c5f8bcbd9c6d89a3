package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.person.Holder;
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
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Approvals.Approval approval =
                new Approvals.Approval(PublicId.random(), 2021, 12, "Lê Văn Lãnh Đạo", 3, 3, 0, 0, BEGUN, BEGUN, false);
        new ApprovalList()
                .write(
                        approval,
                        "Sở Công Thương",
                        voided,
                        first -> first == 0 ? lines : List.of(),
                        organisation -> "Công ty",
                        code -> "Không đúng đối tượng",
                        out);
        try (PdfReader pdf = new PdfReader(out.toByteArray())) {
            return new PdfTextExtractor(pdf).getTextFromPage(1).replaceAll("\\s+", " ");
        }
    }
}
