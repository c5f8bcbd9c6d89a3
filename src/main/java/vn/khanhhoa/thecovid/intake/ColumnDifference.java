package vn.khanhhoa.thecovid.intake;

/**
 * A column in which a file and the form differ.
 *
 * @param heading as it stands in the file; for a missing column as it stands in the form
 * @param columnKey the column of the form; empty for one that the form does not have
 */
public record ColumnDifference(Kind kind, String heading, String columnKey) {
    public enum Kind {
        /** The form has it, the file does not. */
        MISSING,
        /** Known by another name than the form's own. */
        RENAMED,
        /** The file has it, the form does not; its cells were left out. */
        UNKNOWN
    }
}
