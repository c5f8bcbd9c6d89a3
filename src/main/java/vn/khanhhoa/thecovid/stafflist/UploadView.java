package vn.khanhhoa.thecovid.stafflist;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * A file of a list as its history shows it.
 *
 * @param problemKey empty unless the file was refused
 * @param rowsReplaced lines that were changed, or would be
 * @param rowsMissing lines of the draft that are not in the file
 * @param rowsSuperseded older lines with errors that go, because their people are in the file by another line
 * @param change by which it can be undone; empty until it is taken, and where it changed nothing
 */
public record UploadView(
        PublicId id,
        String fileName,
        int size,
        UploadState state,
        String problemKey,
        String problemArgs,
        ReadingNotes notes,
        int rowsRead,
        int rowsGood,
        int rowsBad,
        int rowsRepaired,
        int rowsAdded,
        int rowsReplaced,
        int rowsUnchanged,
        int rowsMissing,
        int rowsSuperseded,
        Optional<PublicId> change,
        String uploadedBy,
        Instant uploadedAt) {
    /** Then gaps of the sentence name forms. */
    public boolean isOfAnotherForm() {
        return Set.of("intake.wrong-template", "intake.other-form").contains(problemKey);
    }

    /** Then the last gap of the sentence holds names of columns. */
    public boolean isRefusedForColumns() {
        return Set.of("intake.missing-columns", "intake.column-twice", "intake.other-form")
                .contains(problemKey);
    }

    /** The gaps of the problem's sentence. */
    public Object[] args() {
        return problemArgs.isEmpty()
                ? new Object[0]
                : Arrays.stream(problemArgs.split("\u001f", -1))
                        .map(UploadView::arg)
                        .toArray();
    }

    /** A sentence may want to write a number in its own way. */
    private static Object arg(String text) {
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : text;
    }
}
