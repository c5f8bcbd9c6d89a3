package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * The one way by which people change lines of a draft: each act is kept with what the lines were before it. The caller holds
 * the list. What an agency refused is put back here too, but is no act that could be undone; like every act it moves the
 * draft's revision on, by which files and programs know that the lines are not as they saw them.
 */
@ApplicationScoped
class DraftChanges {
    static final String IMAGE =
            "public_id, upload_id, line_number, file_row, row_key, alike_key, workplace_id, state, intent, entry_id,"
                    + " leave_on, name, cells, problems";
    private static final int LONGEST_ABOUT = 200;

    /** An act that is under way. */
    record Change(long id, PublicId publicId, long listId, Actor by) {}

    @Inject
    private Sql sql;

    @Inject
    private DraftRows rows;

    @Inject
    private OpenEntries entries;

    @Inject
    private EntryLines lines;

    @Inject
    private SamePeople samePeople;

    @Inject
    private Clock clock;

    /**
     * A whole act.
     *
     * @param about what a reader of the history wants to know: a file's name, a code and a column; no personal data
     * @return by which it can be undone; empty where nothing was to be done
     */
    Optional<PublicId> apply(StaffList list, Actor actor, ChangeKind kind, String about, DraftEdit edit) {
        Change change = begin(list.id(), kind, about, actor);
        part(change, edit);
        return end(change) ? Optional.of(change.publicId()) : Optional.empty();
    }

    Change begin(long listId, ChangeKind kind, String about, Actor by) {
        Change change = new Change(sql.number("SELECT NEXT VALUE FOR stafflist_seq"), PublicId.random(), listId, by);
        sql.update(
                "INSERT INTO stafflist_change (id, public_id, list_id, kind, about, row_count, made_by, maker, made_at)"
                        + " VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?)",
                change.id(),
                change.publicId(),
                listId,
                kind.name(),
                about.length() > LONGEST_ABOUT ? about.substring(0, LONGEST_ABOUT) : about,
                by.accountId(),
                by.name(),
                clock.instant());
        return change;
    }

    /** Some of the lines of the act; a line is met once in an act. */
    void part(Change change, DraftEdit edit) {
        List<DraftRow> stored = new ArrayList<>(edit.changed());
        stored.addAll(edit.removed());
        Map<Long, OpenEntries.Held> states = entries.held(stored);
        keep(change, stored.stream().map(DraftRow::id).toList());

        List<DraftRow> changed = new ArrayList<>();
        for (DraftRow row : edit.changed()) {
            OpenEntries.Held entry = states.get(row.entryId());
            changed.add(entry == null ? row : row.as(row.state(), entry.asking()));
        }
        List<DraftRow> going = new ArrayList<>();
        List<DraftRow> gone = new ArrayList<>();
        for (DraftRow row : edit.removed()) {
            OpenEntries.Held entry = states.get(row.entryId());
            if (entry != null && entry.isLeaving()) {
                continue;
            }
            going.add(row);
            long inForce = entry == null ? 0 : entry.inForce(row.entryId());
            if (inForce == 0) {
                gone.add(row);
            } else {
                changed.add(row.leaving(inForce, edit.leaveOn()));
            }
        }
        entries.withdraw(change.by(), going);
        rows.delete(gone.stream().map(DraftRow::id).toList());
        rows.update(change.listId(), changed);
        add(change, edit.added());
    }

    /** For an act that comes to its lines in parts, before the first of them. */
    void hold(List<Long> lineIds) {
        entries.hold(lineIds);
    }

    /** Lines whose people have entries in force say again what was approved; what is to change it must not be open. */
    void putBack(Change change, Collection<EntryLines.Amended> amended) {
        keep(change, amended.stream().map(EntryLines.Amended::rowId).toList());
        lines.putBack(amended);
    }

    /** Lists and entries are held. */
    void refused(List<Entry> amendments) {
        List<Long> ids = amendments.stream().map(Entry::id).toList();
        List<Long> touched = lines.of(ids);
        Set<ByteBuffer> alike = samePeople.keys(touched);
        lines.refused(ids);
        alike.addAll(samePeople.keys(touched));
        amendments.stream().map(Entry::listId).distinct().sorted().forEach(list -> {
            samePeople.settle(list, alike);
            moveOn(list);
        });
    }

    private void add(Change change, List<DraftRow> fresh) {
        Iterator<Long> ids = rows.newIds();
        List<DraftRow> added = fresh.stream().map(row -> row.withId(ids.next())).toList();
        rows.insert(change.listId(), added);
        broughtBy(change, added.stream().map(DraftRow::id).toList());
    }

    /** Lines that were not there before the act. */
    private void broughtBy(Change change, List<Long> ids) {
        sql.batch(
                "INSERT INTO stafflist_row_before (change_id, row_id, existed) VALUES (?, ?, FALSE)",
                ids,
                (statement, row) -> {
                    statement.setLong(1, change.id());
                    statement.setLong(2, row);
                });
    }

    /** Before anything is done to lines that a file changes. */
    void keepStaged(Change change, long uploadId) {
        sql.update(
                "INSERT INTO stafflist_row_before (change_id, row_id, existed, " + IMAGE + ") SELECT ?, r.id, TRUE, "
                        + "r." + IMAGE.replace(", ", ", r.")
                        + " FROM stafflist_row r JOIN stafflist_staged s ON s.row_id ="
                        + " r.id WHERE s.upload_id = ? AND s.effect = 'CHANGED'",
                change.id(),
                uploadId);
    }

    /** Before lines go back to what they were; those that are not there come back. */
    void keepAll(Change change, List<Long> ids) {
        keep(change, ids);
        List<Long> gone = new ArrayList<>(ids);
        InParts.of(
                ids,
                List.of(change.id()),
                (some, args) -> gone.removeAll(new HashSet<>(sql.list(
                        "SELECT row_id FROM stafflist_row_before WHERE change_id = ? AND row_id IN " + some,
                        row -> row.getLong(1),
                        args))));
        broughtBy(change, gone);
    }

    /** As the lines are now; what the act did to them before is kept already. */
    private void keep(Change change, List<Long> ids) {
        InParts.of(
                ids,
                List.of(change.id()),
                (some, args) -> sql.update(
                        "INSERT IGNORE INTO stafflist_row_before (change_id, row_id, existed, " + IMAGE
                                + ") SELECT ?, id, TRUE, " + IMAGE + " FROM stafflist_row WHERE id IN " + some,
                        args));
    }

    /** False where nothing changed, and then nothing of it is kept. */
    boolean end(Change change) {
        sql.update(
                "UPDATE stafflist_change SET row_count = (SELECT COUNT(*) FROM stafflist_row_before WHERE change_id = ?)"
                        + " WHERE id = ?",
                change.id(),
                change.id());
        boolean changed = sql.update("DELETE FROM stafflist_change WHERE id = ? AND row_count = 0", change.id()) == 0;
        if (changed) {
            samePeople.settle(change.listId(), change.id());
            moveOn(change.listId());
        }
        return changed;
    }

    /** An act that changed no line, for the history to tell; it is not undone. @param count of what it changed */
    void note(long listId, ChangeKind kind, Actor actor, int count) {
        Change change = begin(listId, kind, "", actor);
        sql.update("UPDATE stafflist_change SET row_count = ? WHERE id = ?", count, change.id());
    }

    void moveOn(long listId) {
        sql.update("UPDATE stafflist_list SET revision = revision + 1 WHERE id = ?", listId);
    }

    /**
     * Other after every act on the draft and its undoing, after every refusal that put lines back, and where an entry was
     * returned: its line, be it as it was, is for the next file to bring.
     */
    long revision(long listId) {
        return sql.number(
                "SELECT l.revision * 1000003 + (SELECT COUNT(*) FROM stafflist_entry e WHERE e.list_id = l.id AND e.state ="
                        + " 'RETURNED') FROM stafflist_list l WHERE l.id = ?",
                listId);
    }
}
