package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.intake.ReadingQuestion;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.ReadingNotes;
import vn.khanhhoa.thecovid.stafflist.UploadView;

/**
 * A file of a list and what became of it.
 *
 * @param size in bytes
 * @param problem null unless the file was refused as a whole
 * @param sheet that was read, or null
 * @param formVersion by which the file was made; null where it is the list's own or is not told
 * @param otherSheets that could be read as well
 * @param part whether it says of itself that it has only some rows of the list
 * @param closingRows numbers of rows that were left out as sums or signatures
 * @param ignoredColumns headings whose cells were left out
 * @param missingColumns of the form, which the file does not have
 * @param renamedColumns headings that the form has under another name
 * @param neededColumns keys of columns for want of which it was refused
 * @param question null unless the file asks how it is to be read
 * @param change the act by which it was taken, or null
 */
@JsonbNillable
@JsonbPropertyOrder({
    "id",
    "fileName",
    "size",
    "state",
    "problem",
    "rows",
    "sheet",
    "otherSheets",
    "part",
    "closingRows",
    "formVersion",
    "ignoredColumns",
    "missingColumns",
    "renamedColumns",
    "neededColumns",
    "question",
    "change",
    "uploadedBy",
    "uploadedAt"
})
public record UploadJson(
        String id,
        String fileName,
        int size,
        String state,
        @Nullable Problem problem,
        Rows rows,
        @Nullable String sheet,
        List<String> otherSheets,
        boolean part,
        List<Integer> closingRows,
        @Nullable Integer formVersion,
        List<String> ignoredColumns,
        List<String> missingColumns,
        List<String> renamedColumns,
        List<String> neededColumns,
        @Nullable Question question,
        @Nullable String change,
        String uploadedBy,
        Instant uploadedAt) {

    @JsonbNillable // of the type as well, or it is left out where it is null
    @JsonbPropertyOrder({"code", "detail"})
    public record Problem(String code, String detail) {}

    /** Numbers of rows: as they were read, and as they changed the list or would. */
    @JsonbPropertyOrder({"read", "good", "bad", "repaired", "added", "changed", "unchanged", "missing", "superseded"})
    public record Rows(
            int read,
            int good,
            int bad,
            int repaired,
            int added,
            int changed,
            int unchanged,
            int missing,
            int superseded) {}

    /** Which sheet, whether text of an old font is to be converted, or whether the list's form is the right one. */
    @JsonbNillable
    @JsonbPropertyOrder({"sheets", "oldFont", "samples", "otherForm"})
    public record Question(
            List<Sheet> sheets,
            @Nullable String oldFont,
            List<Sample> samples,
            @Nullable OtherForm otherForm) {
        static Question of(ReadingQuestion question, Locale language) {
            if (question instanceof ReadingQuestion.OtherForm other) {
                boolean english = language.equals(Locale.ENGLISH);
                return new Question(
                        List.of(),
                        null,
                        List.of(),
                        new OtherForm(other.code(), english ? other.nameEn() : other.nameVi(), other.headings()));
            }
            if (question instanceof ReadingQuestion.WhichSheet which) {
                return new Question(
                        which.sheets().stream()
                                .map(sheet -> new Sheet(sheet.name(), sheet.rows()))
                                .toList(),
                        null,
                        List.of(),
                        null);
            }
            ReadingQuestion.ConvertOldFont convert = (ReadingQuestion.ConvertOldFont) question;
            return new Question(
                    List.of(),
                    convert.font(),
                    convert.samples().stream()
                            .map(sample -> new Sample(sample.given(), sample.converted()))
                            .toList(),
                    null);
        }
    }

    /** The form that the headings fit better, with those of them that the list's form does not have. */
    @JsonbNillable
    @JsonbPropertyOrder({"code", "name", "headings"})
    public record OtherForm(String code, String name, List<String> headings) {}

    /** A sheet that has the headings. */
    public record Sheet(String name, int rows) {}

    @JsonbPropertyOrder({"given", "converted"})
    public record Sample(String given, String converted) {}

    static UploadJson of(UploadView upload, Optional<ReadingQuestion> question, Locale language) {
        ReadingNotes notes = upload.notes();
        return new UploadJson(
                upload.id().toString(),
                upload.fileName(),
                upload.size(),
                ApiIds.word(upload.state()),
                upload.problemKey().isEmpty()
                        ? null
                        : new Problem(upload.problemKey(), Texts.get(language, upload.problemKey(), upload.args())),
                new Rows(
                        upload.rowsRead(),
                        upload.rowsGood(),
                        upload.rowsBad(),
                        upload.rowsRepaired(),
                        upload.rowsAdded(),
                        upload.rowsReplaced(),
                        upload.rowsUnchanged(),
                        upload.rowsMissing(),
                        upload.rowsSuperseded()),
                notes.sheet().isEmpty() ? null : notes.sheet(),
                notes.otherSheets(),
                notes.part(),
                notes.closingRows(),
                notes.otherVersion() == 0 ? null : notes.otherVersion(),
                notes.ignoredColumns(),
                notes.missingColumns(),
                notes.renamedColumns(),
                notes.neededColumns(),
                question.map(each -> Question.of(each, language)).orElse(null),
                upload.change().map(PublicId::toString).orElse(null),
                upload.uploadedBy(),
                upload.uploadedAt());
    }
}
