package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.stafflist.DraftRowView;
import vn.khanhhoa.thecovid.stafflist.RowEntry;
import vn.khanhhoa.thecovid.stafflist.RowMark;
import vn.khanhhoa.thecovid.stafflist.RowView;

/**
 * A row of a draft.
 *
 * @param fileRow number of the row in the file that it came with last, null where there is none
 * @param intent what submitting it asks for
 * @param entry that the row stands for, null where it was never submitted
 * @param cells texts by the keys of the form's columns; blank ones are absent
 */
@JsonbNillable
@JsonbPropertyOrder({"id", "number", "fileRow", "state", "intent", "entry", "cells", "problems", "repairs"})
public record RowJson(
        String id,
        int number,
        @Nullable Integer fileRow,
        String state,
        String intent,
        @Nullable Entry entry,
        Map<String, String> cells,
        List<Problem> problems,
        List<Repair> repairs) {

    @JsonbNillable // of the type as well, or it is left out where it is null
    @JsonbPropertyOrder({"id", "state", "kind"})
    public record Entry(String id, String state, String kind) {
        static Entry of(RowEntry entry) {
            return new Entry(entry.id().toString(), ApiIds.word(entry.word()), ApiIds.word(entry.kind()));
        }
    }

    /**
     * Something wrong.
     *
     * @param column empty for the row as a whole
     * @param severity error or warning
     * @param acceptable whether it goes when the caller says that the cell, or the row, is right
     */
    @JsonbPropertyOrder({"code", "column", "severity", "acceptable", "detail"})
    public record Problem(String code, String column, String severity, boolean acceptable, String detail) {}

    /** A text that was put right: as it came, and as it counts. */
    @JsonbPropertyOrder({"code", "column", "given", "value", "detail"})
    public record Repair(String code, String column, String given, String value, String detail) {}

    static RowJson of(RowView row, @Nullable RowEntry entry, Locale language) {
        return new RowJson(
                row.id().toString(),
                row.number(),
                row.fileRow() == 0 ? null : row.fileRow(),
                ApiIds.word(row.state()),
                ApiIds.word(row.intent()),
                entry == null ? null : Entry.of(entry),
                row.texts(),
                row.marks().stream()
                        .filter(mark -> !mark.isRepair())
                        .map(mark -> new Problem(
                                mark.key(),
                                mark.column(),
                                severity(mark.kind()),
                                mark.isDoubt(),
                                sentence(mark, language)))
                        .toList(),
                row.marks().stream()
                        .filter(RowView.Mark::isRepair)
                        .map(mark -> new Repair(
                                mark.key(),
                                mark.column(),
                                mark.given(),
                                row.text(mark.column()),
                                sentence(mark, language)))
                        .toList());
    }

    static Problem problem(DraftRowView.Problem problem, Locale language) {
        return new Problem(
                problem.key(),
                problem.column(),
                severity(problem.error() ? RowMark.ERROR : RowMark.WARNING),
                problem.doubt(),
                Texts.get(language, problem.key(), problem.args()));
    }

    static String severity(String kind) {
        return switch (kind) {
            case RowMark.ERROR -> "error";
            case RowMark.WARNING -> "warning";
            default -> "repair";
        };
    }

    private static String sentence(RowView.Mark mark, Locale language) {
        return Texts.get(language, mark.key(), mark.args().toArray());
    }
}
