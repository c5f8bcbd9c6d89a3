package vn.khanhhoa.thecovid.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final OtherForms others;
    private boolean shifting;

    /** A table whose rows were handed over. */
    private record Found(ListTable table, RowCollector rows, HeaderMatch header) {}

    private final List<Found> found = new ArrayList<>();
    private final List<ReadingQuestion.SheetOffer> offers = new ArrayList<>();
    private @Nullable Refusal nearly;

    TableReading(List<ListTable> tables, Headings headings, OtherForms others, ReadingLimits limits, RowBound bound) {
        this.tables = tables;
        this.headings = headings;
        this.limits = limits;
        this.bound = bound;
        this.others = others;
        this.mark = TemplateMark.of(tables, others);
    }

    /** A cell beyond the last heading means that those before it have moved; elsewhere its column has no heading. */
    TableReading shifting() {
        shifting = true;
        return this;
    }

    Reading read(ReadingChoices choices, Consumer<ListRow> taker) {
        boolean convert = choices.convertOldFont().orElse(false);
        boolean all = choices.sheets().size() > 1;
        for (ListTable table : candidates(choices)) {
            walk(table, all, convert ? NOBODY : taker);
        }
        if (offers.size() > 1 && !all) {
            return new ReadingQuestion.WhichSheet(offers);
        }
        if (found.isEmpty() || (all && nearly != null)) {
            throw nearly == null ? new Refusal(UnreadableCode.NO_HEADER) : nearly;
        }
        if (!choices.ownForm() && !mark.isThere()) {
            Optional<ReadingQuestion.OtherForm> other =
                    others.fitting(found.get(0).header().headings());
            if (other.isPresent()) {
                return other.get();
            }
        }
        if (convert) {
            convert(taker);
        } else if (choices.convertOldFont().isEmpty()) {
            for (Found each : found) {
                Optional<OldFont> font = each.rows().signs().found();
                if (font.isPresent()) {
                    return new ReadingQuestion.ConvertOldFont(
                            font.get().label(), each.rows().signs().samples());
                }
            }
        }
        return new FinishedReading(
                offers.stream().mapToInt(ReadingQuestion.SheetOffer::rows).sum(),
                found.get(0).header().row(),
                together(each -> each.header().unknown()),
                found.stream().map(each -> nameOf(each.table())).collect(Collectors.joining(", ")),
                mark.version(),
                mark.isPart(),
                together(each -> each.rows().closingRows()),
                together(each -> each.header().differences()),
                together(each -> each.rows().unnamed()));
    }

    private void convert(Consumer<ListRow> taker) {
        int last = 0;
        for (Found each : found) {
            OldFontSigns signs = each.rows().signs();
            RowCollector second = collector(taker).after(last);
            each.table().forEach(signs.found().isPresent() ? second.converting(signs) : second);
            second.finish();
            last = second.last();
        }
    }

    private <T> List<T> together(Function<Found, List<T>> part) {
        return found.stream().map(part).flatMap(List::stream).distinct().toList();
    }

    private List<ListTable> candidates(ReadingChoices choices) {
        List<ListTable> visible = tables.stream()
                .filter(table -> !table.hidden() && !table.name().equals(TemplateMark.SHEET))
                .toList();
        boolean named = visible.stream().anyMatch(table -> !table.name().isEmpty());
        if (choices.sheets().isEmpty() || !named) {
            return visible;
        }
        return choices.sheets().stream()
                .map(wanted -> visible.stream()
                        .filter(table -> nameOf(table).equals(wanted))
                        .findFirst()
                        .orElseThrow(() -> new Refusal(UnreadableCode.SHEET_NOT_FOUND, wanted)))
                .toList();
    }

    private RowCollector collector(Consumer<ListRow> taker) {
        boolean lacking = mark.isOlderThan(headings.form());
        return new RowCollector(headings, lacking, limits, bound, shifting, taker);
    }

    /** By which the sender chooses it. Spreadsheet programs allow 31 characters; a file may have been made with more. */
    private static String nameOf(ListTable table) {
        String name = table.name();
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /**
     * The first table with rows is handed over at once; of any other it is only told that it is there.
     *
     * @param all whether the others are handed over as well, their rows numbered on from those before
     */
    private void walk(ListTable table, boolean all, Consumer<ListRow> taker) {
        int last = found.isEmpty() ? 0 : found.get(found.size() - 1).rows().last();
        RowCollector rows = collector(found.isEmpty() || all ? taker : NOBODY).after(last);
        try {
            table.forEach(rows);
            rows.finish().ifPresent(header -> {
                offers.add(new ReadingQuestion.SheetOffer(nameOf(table), rows.rows()));
                if (found.isEmpty() || all) {
                    found.add(new Found(table, rows, header));
                }
            });
            if (all
                    && offers.stream()
                                    .mapToInt(ReadingQuestion.SheetOffer::rows)
                                    .sum()
                            > limits.rows()) {
                throw new Refusal(UnreadableCode.TOO_MANY_ROWS, limits.rows());
            }
        } catch (Refusal refusal) {
            UnreadableCode code = refusal.unreadable().code();
            if (!found.isEmpty() && !all && code == UnreadableCode.TOO_MANY_ROWS) {
                offers.add(new ReadingQuestion.SheetOffer(nameOf(table), rows.rows()));
            } else if (!OF_ONE_TABLE.contains(code) || (found.isEmpty() && rows.rows() > 0)) {
                throw refusal;
            } else if (nearly == null) {
                nearly = others.explained(refusal.in(table), rows.headings());
            }
        }
    }
}
