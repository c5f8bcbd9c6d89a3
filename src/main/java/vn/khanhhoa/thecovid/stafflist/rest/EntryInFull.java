package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.stafflist.Amendments;
import vn.khanhhoa.thecovid.stafflist.EntryKind;
import vn.khanhhoa.thecovid.stafflist.EntryView;

/**
 * An entry with what was submitted and where it stands among its amendments.
 *
 * @param cells as submitted, with numbers of documents and phones masked
 * @param details what the list answered once for all its people
 * @param changes what is, or would be, different from the entry that it amends
 * @param amendedBy the entry that amends this one, open or approved
 * @param prepared an amendment that waits in the draft to be sent: change or leave
 */
@JsonbNillable
@JsonbPropertyOrder({"entry", "cells", "details", "changes", "amendedBy", "prepared"})
public record EntryInFull(
        EntryJson entry,
        List<Cell> cells,
        List<Cell> details,
        List<Change> changes,
        @Nullable String amendedBy,
        @Nullable String prepared) {
    /** @param selfDeclared about the person's health, and no fact */
    @JsonbPropertyOrder({"column", "label", "text", "selfDeclared"})
    public record Cell(String column, String label, String text, boolean selfDeclared) {
        static Cell of(EntryView.Cell cell, boolean english) {
            return new Cell(
                    cell.key(),
                    english ? cell.labelEn() : cell.labelVi(),
                    english ? cell.textEn() : cell.text(),
                    cell.selfDeclared());
        }
    }

    /** @param hidden whether the masks hide the difference */
    @JsonbPropertyOrder({"label", "before", "after", "hidden"})
    public record Change(String label, String before, String after, boolean hidden) {
        static Change of(Amendments.Change change, boolean english) {
            return new Change(
                    english ? change.labelEn() : change.labelVi(),
                    text(change.before(), english),
                    text(change.after(), english),
                    change.hidden());
        }
    }

    static EntryInFull of(
            EntryJson entry, EntryView view, Amendments.Chain chain, Optional<EntryKind> prepared, Locale language) {
        boolean english = language.equals(Locale.ENGLISH);
        EntryView by = chain.by();
        return new EntryInFull(
                entry,
                view.cells().stream().map(cell -> Cell.of(cell, english)).toList(),
                view.details().stream().map(cell -> Cell.of(cell, english)).toList(),
                chain.changes().stream()
                        .map(change -> Change.of(change, english))
                        .toList(),
                by == null ? null : by.id().toString(),
                prepared.map(ApiIds::word).orElse(null));
    }

    private static String text(EntryView.@Nullable Cell cell, boolean english) {
        return cell == null ? "" : english ? cell.textEn() : cell.text();
    }
}
