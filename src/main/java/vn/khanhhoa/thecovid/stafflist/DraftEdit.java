package vn.khanhhoa.thecovid.stafflist;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one act does to lines of a draft. Changed and new ones were checked before.
 *
 * @param changed stored lines as they shall be
 * @param added lines without an id
 * @param removed stored lines that shall go
 * @param leaveOn from when those of them leave who have an entry in force; null for the day on which it is sent
 */
record DraftEdit(
        List<DraftRow> changed,
        List<DraftRow> added,
        List<DraftRow> removed,
        @Nullable LocalDate leaveOn) {
    static DraftEdit changing(List<DraftRow> rows) {
        return new DraftEdit(rows, List.of(), List.of(), null);
    }

    static DraftEdit adding(List<DraftRow> rows) {
        return new DraftEdit(List.of(), rows, List.of(), null);
    }

    static DraftEdit removing(List<DraftRow> rows) {
        return new DraftEdit(List.of(), List.of(), rows, null);
    }

    static DraftEdit leaving(List<DraftRow> rows, LocalDate from) {
        return new DraftEdit(List.of(), List.of(), rows, from);
    }
}
