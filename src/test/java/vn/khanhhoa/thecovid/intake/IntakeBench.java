package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** Reading and checking 10,000 rows, against a bare walk through every cell of the sheet by fastexcel-reader. */
class IntakeBench {
    private static final int ROWS = 10_000;
    private static final int ROUNDS = 15;

    private long sink;

    @Test
    void check() throws IOException {
        ListFiles list = ListFiles.m01(ROWS, 500, 1);
        byte[] workbook = ListFiles.fill(TemplateWorkbookTest.template(), list.rows());
        measure("intake.check", workbook, list);
        measure("intake.check.shared-texts", list.xlsx(), list);
    }

    private void measure(String name, byte[] workbook, ListFiles list) throws IOException {
        double limit = 0;
        double read = 0;
        double ours = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            bare(workbook);
            long afterLimit = System.nanoTime();
            read(workbook);
            long afterRead = System.nanoTime();
            check(workbook, list);
            long end = System.nanoTime();
            limit = Math.max(limit, rate(afterLimit - start));
            read = Math.max(read, rate(afterRead - afterLimit));
            ours = Math.max(ours, rate(end - afterRead));
        }
        System.out.printf(
                "BENCH %s ratio=%.2f (limit %.0f/s, ours %.0f/s, reading alone %.0f/s, %d kB, sink %d)%n",
                name, limit / ours, limit, ours, read, workbook.length / 1000, sink);
    }

    private static double rate(long nanoseconds) {
        return ROWS * 1e9 / nanoseconds;
    }

    private void bare(byte[] file) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            rows.forEach(row -> {
                for (Cell cell : row) {
                    sink += cell == null ? 0 : cell.getText().length();
                }
            });
        }
    }

    private void read(byte[] file) {
        new ListReader(ReadingLimits.DEFAULT).read(file, ListFiles.form(), row -> sink += row.number());
    }

    private void check(byte[] file, ListFiles list) {
        RowChecker checker =
                new RowChecker(ListFiles.form(), ListFiles.LISTS, ListFiles.TODAY, ListFiles.LONGEST_PERIOD);
        int[] bad = {0};
        Reading reading = new ListReader(ReadingLimits.DEFAULT)
                .read(
                        file,
                        ListFiles.form(),
                        row -> bad[0] += checker.check(row).isGood() ? 0 : 1);
        assertThat(reading).isInstanceOf(FinishedReading.class);
        assertThat(bad[0]).isEqualTo(list.badRows().size());
    }
}
