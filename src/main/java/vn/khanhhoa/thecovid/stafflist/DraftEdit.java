package vn.khanhhoa.thecovid.stafflist;

import java.util.List;

/**
 * What one act does to lines of a draft. Changed and new ones were checked before.
 *
 * @param changed stored lines as they shall be
 * @param added lines without an id
 * @param removed stored lines that shall go
 */
record DraftEdit(List<DraftRow> changed, List<DraftRow> added, List<DraftRow> removed) {
    static DraftEdit changing(List<DraftRow> rows) {
        return new DraftEdit(rows, List.of(), List.of());
    }

    static DraftEdit adding(List<DraftRow> rows) {
        return new DraftEdit(List.of(), rows, List.of());
    }

    static DraftEdit removing(List<DraftRow> rows) {
        return new DraftEdit(List.of(), List.of(), rows);
    }
}
