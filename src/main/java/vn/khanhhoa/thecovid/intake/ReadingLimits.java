package vn.khanhhoa.thecovid.intake;

import java.time.Duration;

/**
 * Bounds of reading one upload. With {@link #DEFAULT} a hostile file stays under 256 MB of heap, its own bytes included.
 *
 * @param fileBytes size of the upload
 * @param rows rows with data
 * @param columns columns of a row
 * @param cellLength characters of one cell; a longer one is cut and is a problem of its row
 * @param rowLength characters of all cells of a row together, which {@link FormRules} keeps to; see {@link RowBound}
 * @param parts entries of the zip archive
 * @param partBytes bytes of one part after inflating
 * @param totalBytes bytes of all parts after inflating, as far as they are read; also characters of all rows, as texts that
 *     are shared come out of a file more often than they are in it
 * @param ratio inflated to deflated size of a part, looked at from its first megabyte on
 * @param time that reading may take, with whatever is done to the rows that are handed over
 */
public record ReadingLimits(
        int fileBytes,
        int rows,
        int columns,
        int cellLength,
        int rowLength,
        int parts,
        long partBytes,
        long totalBytes,
        int ratio,
        Duration time) {
    private static final int MB = 1 << 20;

    public static final ReadingLimits DEFAULT = new ReadingLimits(
            20 * MB, 100_000, 200, 2_000, 8_000, 1_000, 128L * MB, 192L * MB, 100, Duration.ofMinutes(10));

    public ReadingLimits withRows(int most) {
        return new ReadingLimits(
                fileBytes, most, columns, cellLength, rowLength, parts, partBytes, totalBytes, ratio, time);
    }

    public ReadingLimits withTime(Duration longest) {
        return new ReadingLimits(
                fileBytes, rows, columns, cellLength, rowLength, parts, partBytes, totalBytes, ratio, longest);
    }
}
