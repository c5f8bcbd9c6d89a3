package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.stafflist.intake.CheckedRow;
import vn.khanhhoa.thecovid.stafflist.intake.FormDefinition;
import vn.khanhhoa.thecovid.stafflist.intake.ReferenceLists;

/** The transactions of {@link IntakeJob}, one a method. */
@ApplicationScoped
@Transactional
class IntakeSteps {
    static final int LONGEST_PERIOD_DAYS = 366;
    private static final int LONGEST_ARGS = 400;

    record Work(long listId, byte[] content, FormDefinition form, ReferenceLists lists, LocalDate today) {}

    @Inject
    private Lists lists;

    @Inject
    private DraftRows rows;

    @Inject
    private Forms forms;

    @Inject
    private Sql sql;

    @Inject
    private DataCipher cipher;

    @Inject
    private Clock clock;

    /** Empty where an earlier attempt came to the end. */
    Optional<Work> begin(long uploadId) {
        Upload upload = lists.upload(uploadId);
        if (upload.isFinished()) {
            return Optional.empty();
        }
        StaffList list = lists.locked(upload.listId());
        LocalDate today = LocalDate.now(clock);
        return Optional.of(new Work(
                list.id(),
                cipher.openBytes(upload.content()),
                forms.of(list),
                forms.references(list.organisationId(), today),
                today));
    }

    /** Leaves the version alone: whoever ends the upload does not collide with a count. */
    void progress(long uploadId, int rowsRead) {
        sql.update("UPDATE stafflist_upload SET rows_read = ? WHERE id = ?", rowsRead, uploadId);
    }

    void refuse(long uploadId, String problemKey, String args) {
        Upload upload = lists.upload(uploadId);
        if (!upload.isFinished()) {
            upload.refused(
                    problemKey, args.length() > LONGEST_ARGS ? args.substring(0, LONGEST_ARGS) : args, clock.instant());
        }
    }

    /** The lock comes first: rows that another upload brings while this one waits for it must be seen. */
    void take(long listId, long uploadId, List<CheckedRow> checked) {
        StaffList list = lists.locked(listId);
        Upload upload = lists.upload(uploadId);
        if (upload.isFinished()) {
            return;
        }
        if (list.isWithdrawn()) {
            upload.refused("stafflist.list-withdrawn", "", clock.instant());
            return;
        }
        int replaced = rows.take(list.id(), uploadId, checked);
        int good = (int) checked.stream().filter(CheckedRow::isGood).count();
        upload.taken(good, checked.size() - good, replaced, clock.instant());
    }
}
