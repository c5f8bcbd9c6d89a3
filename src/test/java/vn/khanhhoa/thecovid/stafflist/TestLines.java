package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Lines of drafts, edited as an editor does it. */
@ApplicationScoped
public class TestLines {
    private record Line(long id, byte[] cells) {}

    @Inject
    private Amending amending;

    @Inject
    private TestLists lists;

    @Inject
    private LeavingDay leavingDay;

    @Inject
    private WaitingEntries waiting;

    @Inject
    private Sql sql;

    @Inject
    private DataCipher cipher;

    /** Opens the line of an approved entry and writes into one of its cells. */
    public void change(Actor officer, EntryView entry, String column, String text) {
        lists.inTransaction(() -> {
            write(amending.change(officer, entry.id()), "CHANGE", column, text);
            return 0;
        });
    }

    /** Writes into the line of an entry that is open. */
    public void mend(EntryView entry, String column, String text) {
        lists.inTransaction(() -> {
            write(
                    sql.list(
                                    "SELECT public_id FROM stafflist_row WHERE entry_id = ?",
                                    row -> Sql.publicId(row, "public_id"),
                                    entry.entryId())
                            .get(0),
                    "NEW",
                    column,
                    text);
            return 0;
        });
    }

    private void write(PublicId lineId, String intent, String column, String text) {
        Line line = sql.list(
                        "SELECT id, cells FROM stafflist_row WHERE public_id = ?",
                        row -> new Line(row.getLong(1), row.getBytes(2)),
                        lineId)
                .get(0);
        DraftCells cells = DraftCells.read(cipher.open(line.cells())).typed(column, text);
        sql.update(
                "UPDATE stafflist_row SET name = ?, cells = ?, row_key = ?, state = 'GOOD', intent = ? WHERE id = ?",
                cells.text(DraftRows.NAME),
                cipher.seal(cells.write()),
                cipher.match("row", cells.texts().getOrDefault("document_number", "")),
                intent,
                line.id());
    }

    /** What the line of an entry says. */
    public String cell(EntryView entry, String column) {
        return sql.list(
                        "SELECT cells FROM stafflist_row WHERE entry_id = ?",
                        row -> DraftCells.read(cipher.open(row.getBytes(1))).texts(),
                        entry.entryId())
                .get(0)
                .getOrDefault(column, "");
    }

    /** What the portal does on a day for those whose leave was approved before. */
    public void leavingDay(LocalDate day) {
        lists.inTransaction(() -> {
            leavingDay.endLeft(day, 500);
            return 0;
        });
    }

    /** Whether a line of the draft stands for the entry. */
    public boolean has(EntryView entry) {
        return sql.number("SELECT COUNT(*) FROM stafflist_row WHERE entry_id = ?", entry.entryId()) > 0;
    }

    /** The registration of the organisation is confirmed, and what waited for it begins. */
    public void registrationConfirmed(Actor officer) {
        lists.inTransaction(() -> {
            sql.update(
                    "UPDATE registry_registration SET state = 'CONFIRMED' WHERE organisation_id = ?",
                    officer.organisationId());
            waiting.run();
            return 0;
        });
    }

    public long count(PublicId listId) {
        return sql.number(
                "SELECT COUNT(*) FROM stafflist_row r JOIN stafflist_list l ON l.id = r.list_id WHERE l.public_id = ?",
                listId);
    }
}
