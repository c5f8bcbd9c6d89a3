package vn.khanhhoa.thecovid.stafflist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.intake.OldFontWords;
import vn.khanhhoa.thecovid.intake.ProblemCode;
import vn.khanhhoa.thecovid.intake.Severity;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * A line of a draft with its cells, for those who mend it.
 *
 * @param fileRow number of its row in the file that it came with last, 0 where there is none
 * @param leaveOn the day of a prepared leave; null where none is prepared, or no day was named
 * @param texts by column key; blank cells are absent
 */
public record RowView(
        PublicId id,
        int number,
        int fileRow,
        RowState state,
        EntryKind intent,
        @Nullable LocalDate leaveOn,
        String name,
        Map<String, String> texts,
        List<Mark> marks) {
    /**
     * Something to be seen at a cell.
     *
     * @param column empty for the line as a whole
     * @param kind as in {@link RowMark}
     * @param isDoubt whether it goes when the sender says that the cell, or the line, is right
     * @param given what was given, for a repair; for a text of an old font, what it shows there
     */
    public record Mark(
            String column, String kind, String code, String key, List<Object> args, boolean isDoubt, String given) {
        public boolean isRepair() {
            return kind.equals(RowMark.REPAIR);
        }
    }

    static RowView of(DraftRow row) {
        List<Mark> marks = new ArrayList<>();
        row.problems()
                .forEach(problem -> marks.add(new Mark(
                        problem.columnKey(),
                        problem.severity() == Severity.ERROR ? RowMark.ERROR : RowMark.WARNING,
                        problem.code().name(),
                        problem.messageKey(),
                        problem.args(),
                        problem.code().isDoubt(),
                        problem.code() == ProblemCode.OLD_FONT_TEXT
                                ? OldFontWords.reading(row.cells().text(problem.columnKey()))
                                        .orElse("")
                                : "")));
        row.cells()
                .given()
                .forEach((column, given) -> marks.add(new Mark(
                        column,
                        RowMark.REPAIR,
                        given.kind().name(),
                        given.kind().key(),
                        List.of(),
                        false,
                        given.text())));
        return new RowView(
                row.publicId(),
                row.number(),
                row.fileRow(),
                row.state(),
                row.intent(),
                row.leaveOn(),
                row.name(),
                row.cells().texts(),
                List.copyOf(marks));
    }

    public String text(String column) {
        return texts.getOrDefault(column, "");
    }

    public List<Mark> marksAt(String column) {
        return marks.stream().filter(mark -> mark.column().equals(column)).toList();
    }
}
