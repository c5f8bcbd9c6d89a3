package vn.khanhhoa.thecovid.stafflist;

import java.time.Instant;
import java.util.List;
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
                : List.of(problemArgs.split("\u001f", -1)).toArray();
    }
}
