package vn.khanhhoa.thecovid.intake;

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
    private final List<FormDefinition> others;

    public ListReader(ReadingLimits limits) {
        this(limits, List.of());
    }

    /** @param others forms that a file may have been made by instead of the one that it is read by: then its sender is asked */
    public ListReader(ReadingLimits limits, List<FormDefinition> others) {
        this.limits = limits;
        this.others = List.copyOf(others);
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
            Headings headings = new Headings(form, choices.columns());
            RowBound bound = new RowBound(form, limits);
            return switch (FileKind.of(upload)) {
                case ZIP ->
                    reading(new WorkbookParts(new ZipParts(upload, limits), limits).tables(), headings, bound)
                            .read(choices, taker);
                case COMPOUND ->
                    reading(OldWorkbook.of(new CompoundFile(upload), limits).tables(), headings, bound)
                            .read(choices, taker);
                case RECORDS ->
                    reading(new OldWorkbook(upload, limits).tables(), headings, bound)
                            .read(choices, taker);
                case PAGE ->
                    reading(List.of(new PageTable(upload, limits, headings)), headings, bound)
                            .read(choices, taker);
                case XML ->
                    reading(XmlSpreadsheet.tables(upload, limits), headings, bound)
                            .read(choices, taker);
                case JSON -> new JsonRows(upload, form, limits, bound).read(taker);
                case TEXT ->
                    reading(List.of(new CsvRows(upload, limits, headings)), headings, bound)
                            .shifting()
                            .read(choices, taker);
            };
        } catch (Refusal refusal) {
            return refusal.unreadable();
        }
    }

    private TableReading reading(List<ListTable> tables, Headings headings, RowBound bound) {
        return new TableReading(tables, headings, new OtherForms(headings.form(), others), limits, bound);
    }

    private Refusal tooLarge() {
        return new Refusal(UnreadableCode.FILE_TOO_LARGE, limits.fileBytes() / MB);
    }
}
