package vn.khanhhoa.thecovid.stafflist.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads an uploaded list by a form template, whatever kind of file it is; kinds are told apart by content. Rows are
 * handed over one by one as they are met. Where the file turns out to be unreadable further down, or to need a choice of
 * the sender, the rows handed over so far are void. Not bound to a thread; one call reads one file.
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
        return read(upload, form, ReadingChoices.NONE, taker);
    }

    public Reading read(byte[] upload, FormDefinition form, ReadingChoices choices, Consumer<ListRow> taker) {
        try {
            if (upload.length > limits.fileBytes()) {
                throw tooLarge();
            }
            Headings headings = new Headings(form);
            return switch (FileKind.of(upload)) {
                case ZIP ->
                    read(new WorkbookParts(new ZipParts(upload, limits), limits).tables(), headings)
                            .read(choices, taker);
                case TEXT ->
                    read(List.of(new CsvRows(upload, limits, headings)), headings)
                            .cellsOutside(ProblemCode.CELLS_SHIFTED)
                            .read(choices, taker);
            };
        } catch (Refusal refusal) {
            return refusal.unreadable();
        }
    }

    private TableReading read(List<ListTable> tables, Headings headings) {
        return new TableReading(tables, headings, limits);
    }

    private Refusal tooLarge() {
        return new Refusal(UnreadableCode.FILE_TOO_LARGE, limits.fileBytes() / MB);
    }
}
