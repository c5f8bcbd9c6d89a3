package vn.khanhhoa.thecovid.stafflist.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads an uploaded list by a form template: {@code .xlsx} or CSV, told apart by content. Rows are handed over one by
 * one as they are met. Where the file turns out to be unreadable further down, the rows handed over so far are void.
 * Not bound to a thread; one call reads one file.
 */
public final class ListReader {
    private static final int MB = 1 << 20;

    private final ReadingLimits limits;

    public ListReader(ReadingLimits limits) {
        this.limits = limits;
    }

    /** A file too large is refused before it is read. */
    public Reading read(Path upload, FormDefinition form, Consumer<ListRow> taker) throws IOException {
        if (Files.size(upload) > limits.fileBytes()) {
            return tooLarge().unreadable();
        }
        return read(Files.readAllBytes(upload), form, taker);
    }

    public Reading read(byte[] upload, FormDefinition form, Consumer<ListRow> taker) {
        try {
            if (upload.length > limits.fileBytes()) {
                throw tooLarge();
            }
            return switch (FileKind.of(upload)) {
                case ZIP -> readWorkbook(upload, form, taker);
                case TEXT -> readCsv(upload, form, taker);
            };
        } catch (Refusal refusal) {
            return refusal.unreadable();
        }
    }

    private Refusal tooLarge() {
        return new Refusal(UnreadableCode.FILE_TOO_LARGE, limits.fileBytes() / MB);
    }

    private Reading readWorkbook(byte[] upload, FormDefinition form, Consumer<ListRow> taker) {
        WorkbookParts workbook = new WorkbookParts(new ZipParts(upload, limits), limits);
        TemplateMark.check(workbook, form);
        for (WorkbookParts.Sheet sheet : workbook.sheets()) {
            if (sheet.hidden()) {
                continue;
            }
            RowCollector rows = new RowCollector(form, limits.rows(), ProblemCode.CELLS_IGNORED, taker);
            try (SheetCells cells = workbook.cells(sheet)) {
                cells.forEach(rows);
            }
            Optional<Reading> reading = rows.finish();
            if (reading.isPresent()) {
                return reading.get();
            }
        }
        throw new Refusal(UnreadableCode.NO_HEADER);
    }

    private Reading readCsv(byte[] upload, FormDefinition form, Consumer<ListRow> taker) {
        CsvRows csv = new CsvRows(upload, limits);
        RowCollector rows = new RowCollector(form, limits.rows(), ProblemCode.CELLS_SHIFTED, taker);
        csv.forEach(csv.separator(new HeaderMatch.Headings(form)), rows);
        return rows.finish().orElseThrow(() -> new Refusal(UnreadableCode.NO_HEADER));
    }
}
