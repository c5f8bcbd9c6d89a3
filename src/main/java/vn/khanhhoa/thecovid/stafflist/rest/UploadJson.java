package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.stafflist.UploadView;

/**
 * A file of a list and what became of it.
 *
 * @param size in bytes
 * @param problem null unless the file was refused as a whole
 */
@JsonbNillable
@JsonbPropertyOrder({"id", "fileName", "size", "state", "problem", "rows", "uploadedBy", "uploadedAt"})
public record UploadJson(
        String id,
        String fileName,
        int size,
        String state,
        @Nullable Problem problem,
        Rows rows,
        String uploadedBy,
        Instant uploadedAt) {

    @JsonbPropertyOrder({"code", "detail"})
    public record Problem(String code, String detail) {}

    @JsonbPropertyOrder({"read", "good", "bad", "replaced"})
    public record Rows(int read, int good, int bad, int replaced) {}

    static UploadJson of(UploadView upload, Locale language) {
        return new UploadJson(
                upload.id().toString(),
                upload.fileName(),
                upload.size(),
                upload.state().name().toLowerCase(Locale.ROOT),
                upload.problemKey().isEmpty()
                        ? null
                        : new Problem(upload.problemKey(), Texts.get(language, upload.problemKey(), upload.args())),
                new Rows(upload.rowsRead(), upload.rowsGood(), upload.rowsBad(), upload.rowsReplaced()),
                upload.uploadedBy(),
                upload.uploadedAt());
    }
}
