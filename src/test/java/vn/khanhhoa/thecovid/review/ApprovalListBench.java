package vn.khanhhoa.thecovid.review;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.person.Holder;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.Outcome;

/** The list of an act of approval as a tagged PDF: what it costs, and what stays in memory while it is written. */
class ApprovalListBench {
    private static final int LINES = 10_000;
    private static final Instant BEGUN = Instant.parse("2021-10-01T02:00:00Z");

    @Test
    void ten_thousand_lines() throws IOException {
        write(LINES / 5, ApprovalListBench::lines);
        long start = cpu();
        write(LINES, ApprovalListBench::lines);
        double seconds = (cpu() - start) / 1e9;
        long[] used = new long[2];
        write(LINES, first -> {
            if (first == LINES / 10 || first == LINES) {
                used[first == LINES ? 1 : 0] = usedMemory();
            }
            return lines(first);
        });
        System.out.printf(
                Locale.ROOT,
                "BENCH approval-list.10000 %.2f s, %.0f bytes of heap a line%n",
                seconds,
                (used[1] - used[0]) / (0.9 * LINES));
    }

    private static List<ApprovedLines.Line> lines(int first) {
        return IntStream.range(first, Math.min(LINES, first + ApprovalList.step()))
                .mapToObj(place -> new ApprovedLines.Line(
                        place + 1,
                        PublicId.random(),
                        "Nguyễn Thị Phương Thảo " + place,
                        new Holder("1234", 1987),
                        place % 100,
                        Outcome.APPROVE,
                        "",
                        "Trần Thị Duyệt",
                        null))
                .toList();
    }

    private static void write(int count, IntFunction<List<ApprovedLines.Line>> lines) throws IOException {
        Approvals.Approval approval = new Approvals.Approval(
                PublicId.random(), 2021, 12, "Lê Văn Lãnh Đạo", count, count, 0, 0, BEGUN, BEGUN, false);
        new ApprovalList()
                .write(
                        approval,
                        "Sở Công Thương",
                        List.of(),
                        first -> lines.apply(first),
                        organisation -> "Công ty TNHH Chế biến Thủy sản số " + organisation,
                        code -> "",
                        OutputStream.nullOutputStream());
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long usedMemory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
