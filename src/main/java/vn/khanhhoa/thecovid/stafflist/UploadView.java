package vn.khanhhoa.thecovid.stafflist;

import java.time.Instant;
import java.util.Arrays;
import vn.khanhhoa.thecovid.shared.PublicId;

/** A file of a list as its history shows it; the problem's key is empty unless the file was refused. */
public record UploadView(
        PublicId id,
        String fileName,
        int size,
        UploadState state,
        String problemKey,
        String problemArgs,
        int rowsRead,
        int rowsGood,
        int rowsBad,
        int rowsReplaced,
        String uploadedBy,
        Instant uploadedAt) {
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
