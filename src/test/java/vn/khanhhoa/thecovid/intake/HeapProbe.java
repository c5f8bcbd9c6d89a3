package vn.khanhhoa.thecovid.intake;

import java.io.IOException;
import java.nio.file.Path;

/** Reads and checks one file in a Java machine of its own, whose heap the test bounds. */
final class HeapProbe {
    private HeapProbe() {}

    public static void main(String[] file) throws IOException {
        RowChecker checker =
                new RowChecker(ListFiles.form(), ListFiles.LISTS, ListFiles.TODAY, ListFiles.LONGEST_PERIOD);
        int[] rows = {0};
        Reading reading = new ListReader(ReadingLimits.DEFAULT)
                .read(
                        Path.of(file[0]),
                        ListFiles.form(),
                        row -> rows[0] += checker.check(row).isGood() ? 1 : 0);
        System.out.println(
                reading instanceof Unreadable unreadable ? unreadable.code().name() : "READ " + rows[0]);
    }
}
