package vn.khanhhoa.thecovid.stafflist.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the table with the list among those of a file, and reads it, or says what the sender has to choose first. */
final class TableReading {
    /** Reasons why one table is not the list, while another may be. */
    private static final Set<UnreadableCode> OF_ONE_TABLE = Set.of(
            UnreadableCode.MISSING_COLUMNS,
            UnreadableCode.COLUMN_TWICE,
            UnreadableCode.NO_ROWS,
            UnreadableCode.TOO_MANY_COLUMNS);

    private static final int LONGEST_NAME = 100;
    private static final Consumer<ListRow> NOBODY = row -> {};

    private final List<ListTable> tables;
    private final Headings headings;
    private final ReadingLimits limits;
    private final RowBound bound;
    private final TemplateMark mark;
    private ProblemCode cellsOutside = ProblemCode.CELLS_IGNORED;

    private @Nullable ListTable read;
    private @Nullable RowCollector collected;
    private @Nullable HeaderMatch header;
    private @Nullable Refusal nearly;
    private final List<ReadingQuestion.SheetOffer> offers = new ArrayList<>();

    TableReading(List<ListTable> tables, Headings headings, ReadingLimits limits, RowBound bound) {
        this.tables = tables;
        this.headings = headings;
        this.limits = limits;
        this.bound = bound;
        this.mark = TemplateMark.of(tables, headings.form());
    }

    /** What cells beyond the last heading mean. */
    TableReading cellsOutside(ProblemCode problem) {
        cellsOutside = problem;
        return this;
    }

    Reading read(ReadingChoices choices, Consumer<ListRow> taker) {
        boolean convert = choices.convertOldFont().orElse(false);
        for (ListTable table : candidates(choices)) {
            walk(table, convert ? NOBODY : taker);
        }
        if (offers.size() > 1) {
            return new ReadingQuestion.WhichSheet(offers);
        }
        if (read == null || collected == null || header == null) {
            throw nearly == null ? new Refusal(UnreadableCode.NO_HEADER) : nearly;
        }
        OldFontSigns signs = collected.signs();
        Optional<OldFont> font = signs.found();
        if (convert) {
            RowCollector second = collector(taker);
            read.forEach(font.isPresent() ? second.converting(signs) : second);
            second.finish();
        } else if (font.isPresent() && choices.convertOldFont().isEmpty()) {
            return new ReadingQuestion.ConvertOldFont(font.get().label(), signs.samples());
        }
        return new FinishedReading(
                collected.rows(), header.row(), header.unknown(), nameOf(read), mark.version(), header.differences());
    }

    private List<ListTable> candidates(ReadingChoices choices) {
        List<ListTable> visible = tables.stream()
                .filter(table -> !table.hidden() && !table.name().equals(TemplateMark.SHEET))
                .toList();
        boolean named = visible.stream().anyMatch(table -> !table.name().isEmpty());
        if (choices.sheet().isEmpty() || !named) {
            return visible;
        }
        String wanted = choices.sheet().get();
        return visible.stream()
                .filter(table -> nameOf(table).equals(wanted))
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> new Refusal(UnreadableCode.SHEET_NOT_FOUND, wanted));
    }

    private RowCollector collector(Consumer<ListRow> taker) {
        boolean lacking = mark.isOlderThan(headings.form());
        return new RowCollector(headings, lacking, limits, bound, cellsOutside, taker);
    }

    /** By which the sender chooses it. Spreadsheet programs allow 31 characters; a file may have been made with more. */
    private static String nameOf(ListTable table) {
        String name = table.name();
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /** The first table with rows is handed over at once; of any other it is only told that it is there. */
    private void walk(ListTable table, Consumer<ListRow> taker) {
        RowCollector rows = collector(read == null ? taker : NOBODY);
        try {
            table.forEach(rows);
            rows.finish().ifPresent(found -> {
                offers.add(new ReadingQuestion.SheetOffer(nameOf(table), rows.rows()));
                if (read == null) {
                    read = table;
                    collected = rows;
                    header = found;
                }
            });
        } catch (Refusal refusal) {
            UnreadableCode code = refusal.unreadable().code();
            if (read != null && code == UnreadableCode.TOO_MANY_ROWS) {
                offers.add(new ReadingQuestion.SheetOffer(nameOf(table), rows.rows()));
            } else if (!OF_ONE_TABLE.contains(code) || (read == null && rows.rows() > 0)) {
                throw refusal;
            } else if (nearly == null) {
                nearly = refusal;
            }
        }
    }
}
