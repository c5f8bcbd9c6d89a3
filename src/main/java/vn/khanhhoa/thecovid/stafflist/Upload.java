package vn.khanhhoa.thecovid.stafflist;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.intake.FinishedReading;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.ReadingChoices;
import vn.khanhhoa.thecovid.intake.UnmatchedHeadings;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * A file as it came in. Received, then read by a job, perhaps after a question, and in the end taken, refused as a whole
 * with the reason, or discarded by the sender. The original is kept, encrypted, in any case; {@link Uploads} has it.
 */
@Entity
@Table(name = "stafflist_upload")
class Upload {
    private static final String SEPARATOR = "\u001f";
    private static final int LONGEST_SHEETS = 1_000;
    private static final int LONGEST_COLUMNS = 2_000;

    @Id
    private long id;

    @Column(name = "public_id")
    private UUID publicId;

    @Column(name = "list_id")
    private long listId;

    @Column(name = "file_name")
    private String fileName;

    @Enumerated(EnumType.STRING)
    private UploadState state = UploadState.RECEIVED;

    @Column(name = "problem_code")
    private @Nullable String problemCode;

    @Column(name = "problem_args")
    private @Nullable String problemArgs;

    private byte @Nullable [] offer;

    @Column(name = "chosen_sheet")
    private @Nullable String chosenSheet;

    @Column(name = "chosen_columns")
    private @Nullable String chosenColumns;

    @Column(name = "convert_font")
    private @Nullable Boolean convertFont;

    @Column(name = "own_form")
    private boolean ownForm;

    private @Nullable String notes;

    @Column(name = "rows_read")
    private int rowsRead;

    @Column(name = "rows_good")
    private int rowsGood;

    @Column(name = "rows_bad")
    private int rowsBad;

    @Column(name = "rows_repaired")
    private int rowsRepaired;

    @Column(name = "rows_added")
    private int rowsAdded;

    /** Lines that were changed. */
    @Column(name = "rows_replaced")
    private int rowsReplaced;

    @Column(name = "rows_unchanged")
    private int rowsUnchanged;

    @Column(name = "rows_missing")
    private int rowsMissing;

    @Column(name = "rows_superseded")
    private int rowsSuperseded;

    /** Revision of the draft that it was compared with or, once it is taken, that it left. */
    @Column(name = "based_on")
    private long basedOn;

    @Column(name = "change_id")
    private @Nullable Long changeId;

    @Column(name = "uploaded_by")
    private long uploadedBy;

    private String uploader;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Upload() {}

    void refused(String code, String args, Instant now) {
        end(UploadState.REFUSED, now);
        problemCode = code;
        problemArgs = args;
        rowsRead = 0;
    }

    boolean isRefusedBy(String code) {
        return state == UploadState.REFUSED && code.equals(problemCode);
    }

    /** After it was refused for no fault of its own. */
    void receivedAgain() {
        state = UploadState.RECEIVED;
        problemCode = null;
        problemArgs = null;
        finishedAt = null;
    }

    /** Which headings the sender may give a column. */
    void unmatched(UnmatchedHeadings headings) {
        if (!headings.missing().isEmpty()) {
            notes = ReadingNotes.write(headings);
        }
    }

    /** @param sealedOffer what there is to choose from */
    void asked(byte[] sealedOffer) {
        state = UploadState.CHOICE;
        offer = sealedOffer;
        rowsRead = 0;
    }

    /** What was chosen before stays chosen: one file may bring two questions. */
    void chosen(ReadingChoices choice, List<String> otherSheets) {
        if (state != UploadState.CHOICE) {
            throw new RuleViolation("stafflist.nothing-to-choose");
        }
        state = UploadState.RECEIVED;
        offer = null;
        readBy(choice, otherSheets);
    }

    /** @param otherSheets that could be read as well, and are left for another time */
    void readBy(ReadingChoices choice, List<String> otherSheets) {
        if (!otherSheets.isEmpty()) {
            notes = ReadingNotes.toBe(otherSheets);
        }
        if (!choice.sheets().isEmpty()) {
            String names = String.join(SEPARATOR, choice.sheets());
            if (names.length() > LONGEST_SHEETS) {
                throw new RuleViolation("stafflist.too-many-sheets");
            }
            chosenSheet = names;
        }
        if (!choice.columns().isEmpty()) {
            String columns = Cells.write(choice.columns());
            if (columns.length() > LONGEST_COLUMNS) {
                throw new RuleViolation("stafflist.too-many-headings");
            }
            chosenColumns = columns;
        }
        ownForm |= choice.ownForm();
        choice.convertOldFont().ifPresent(convert -> convertFont = convert);
    }

    void read(ReadCounts read, FinishedReading reading, FormDefinition form) {
        rowsRead = read.good() + read.bad();
        rowsGood = read.good();
        rowsBad = read.bad();
        rowsRepaired = read.repaired();
        notes = ReadingNotes.write(reading, form, ReadingNotes.read(notes).otherSheets());
    }

    void staged(StagedCounts effects, long revision) {
        state = UploadState.STAGED;
        rowsAdded = effects.added();
        rowsReplaced = effects.changed();
        rowsUnchanged = effects.unchanged();
        rowsMissing = effects.missing();
        rowsSuperseded = effects.superseded();
        basedOn = revision;
    }

    /** @param change 0 where the file changed nothing */
    void taken(long change, long revision, Instant now) {
        end(UploadState.TAKEN, now);
        changeId = change == 0 ? null : change;
        basedOn = revision;
    }

    void takenAtOnce(long change, long revision, Instant now) {
        taken(change, revision, now);
        rowsAdded = rowsRead;
    }

    void discarded(Instant now) {
        end(UploadState.DISCARDED, now);
    }

    private void end(UploadState end, Instant now) {
        state = end;
        offer = null;
        finishedAt = now;
    }

    ReadingChoices choices() {
        return new ReadingChoices(
                chosenSheet == null ? List.of() : List.of(chosenSheet.split(SEPARATOR, -1)),
                Optional.ofNullable(convertFont),
                chosenColumns == null ? Map.of() : Cells.read(chosenColumns),
                ownForm);
    }

    boolean isAwaited() {
        return state == UploadState.RECEIVED;
    }

    boolean isStaged() {
        return state == UploadState.STAGED;
    }

    boolean isWaiting() {
        return state.isWaiting();
    }

    long basedOn() {
        return basedOn;
    }

    Optional<byte[]> offer() {
        return Optional.ofNullable(offer);
    }

    /** That were read of it or could be. */
    Set<String> sheets() {
        Set<String> sheets = new HashSet<>(choices().sheets());
        sheets.addAll(otherSheets());
        return sheets;
    }

    /** Whether the file has only some lines of the list, so that it says nothing of the others. */
    boolean isPart() {
        return ReadingNotes.read(notes).part();
    }

    List<String> otherSheets() {
        return ReadingNotes.read(notes).otherSheets();
    }

    long id() {
        return id;
    }

    PublicId publicId() {
        return new PublicId(publicId);
    }

    long listId() {
        return listId;
    }

    String fileName() {
        return fileName;
    }

    /** On whose behalf the file is read. */
    Actor sender(StaffList list) {
        return new Actor(uploadedBy, uploader, Role.ORGANISATION_OFFICER, list.organisationId(), 0);
    }

    UploadState state() {
        return state;
    }
}
