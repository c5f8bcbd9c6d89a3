package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.registry.Deadline;
import vn.khanhhoa.thecovid.registry.Deadlines;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Entries as they are written by hundreds: new ones and open ones that come again at submission, then what becomes of them. */
@ApplicationScoped
class Entries {
    private static final int STEP = 1_000;

    private record Word(NewEntry line, String token, long entryId) {}

    @Inject
    private Sql sql;

    @Inject
    private DataCipher cipher;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Event<EntriesEnded> ended;

    /** Returns the ids of the entries by those of the lines. */
    Map<Long, Long> enter(StaffList list, List<NewEntry> lines) {
        Map<Long, Long> entryOf = new HashMap<>();
        List<NewEntry> fresh = new ArrayList<>();
        List<NewEntry> again = new ArrayList<>();
        Iterator<Long> ids = sql.ids("stafflist_bulk_seq", STEP);
        for (NewEntry line : lines) {
            Standing existing = line.aim().existing();
            entryOf.put(line.line().id(), existing == null ? ids.next() : existing.entryId());
            (existing == null ? fresh : again).add(line);
        }
        Map<ByteBuffer, Integer> last = generations(list, lines);
        insert(list, fresh, entryOf, last);
        resubmit(again, last);
        addWords(list, lines, entryOf);
        return entryOf;
    }

    /** How often the people of the lines were entered into the list already. */
    private Map<ByteBuffer, Integer> generations(StaffList list, List<NewEntry> lines) {
        Map<ByteBuffer, Integer> last = new HashMap<>();
        List<Object> args = new ArrayList<>(List.of(list.id()));
        lines.forEach(line -> args.add(line.line().key()));
        sql.list(
                "SELECT row_key, MAX(generation) FROM stafflist_entry WHERE list_id = ? AND row_key IN ("
                        + Sql.marks(lines.size()) + ") GROUP BY row_key",
                row -> last.put(ByteBuffer.wrap(row.getBytes(1)), row.getInt(2)),
                args.toArray());
        return last;
    }

    private static int next(Map<ByteBuffer, Integer> last, NewEntry line) {
        return Objects.requireNonNull(last.merge(ByteBuffer.wrap(line.line().key()), 1, Integer::sum));
    }

    private void insert(StaffList list, List<NewEntry> lines, Map<Long, Long> entryOf, Map<ByteBuffer, Integer> last) {
        sql.batch(
                "INSERT INTO stafflist_entry (id, public_id, list_id, organisation_id, code_hash, code, version, kind,"
                        + " amends_id, row_key, generation, submitted_by, submitted_at, state, agency_id, rule_id,"
                        + " own_people, line_number, person_id, name, birth_year, workplace_id, workplace, area_id,"
                        + " residence_area_id, activities, position, valid_from, valid_to, cells, arrived_at, due_at, promised_at,"
                        + " alarm_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?,"
                        + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                lines,
                (statement, line) -> {
                    RegistrationCode code = RegistrationCode.random();
                    statement.setLong(
                            1, Objects.requireNonNull(entryOf.get(line.line().id())));
                    statement.setBytes(2, PublicId.random().bytes());
                    statement.setLong(3, list.id());
                    statement.setLong(4, list.organisationId());
                    statement.setBytes(5, codeKey(code));
                    statement.setBytes(6, cipher.seal(code.text()));
                    bind(statement, 7, line, next(last, line));
                });
    }

    /** An open entry that comes again is the same entry: its code and its history stay, its clock starts anew. */
    private void resubmit(List<NewEntry> lines, Map<ByteBuffer, Integer> last) {
        List<Long> ids = lines.stream()
                .map(line -> Objects.requireNonNull(line.aim().existing()).entryId())
                .toList();
        keepFirst(ids);
        keepBefore(ids);
        forgetWords(ids);
        decidedNoMore(ids);
        approvedNoMore(ids);
        sql.batch(
                "UPDATE stafflist_entry SET kind = ?, amends_id = ?, row_key = ?, generation = ?, submitted_by = ?,"
                        + " submitted_at = ?, state = ?, agency_id = ?, rule_id = ?, own_people = ?, line_number = ?,"
                        + " person_id = ?, name = ?, birth_year = ?, workplace_id = ?, workplace = ?, area_id = ?,"
                        + " residence_area_id = ?, activities = ?, position = ?, valid_from = ?, valid_to = ?, cells = ?, arrived_at = ?, due_at = ?,"
                        + " promised_at = ?, alarm_at = ?, alarms = 0, stage = 'OPEN', holder_id = NULL, held_until = NULL,"
                        + " forwards = 0, told_agency_id = NULL, decided_at = NULL, version = version + 1 WHERE id = ?",
                lines,
                (statement, line) -> {
                    Standing existing = Objects.requireNonNull(line.aim().existing());
                    boolean samePerson =
                            Arrays.equals(existing.key(), line.line().key());
                    int next = bind(statement, 1, line, samePerson ? existing.generation() : next(last, line));
                    statement.setLong(next, existing.entryId());
                });
    }

    /**
     * New entries take the places of others in their lines: what is known of those holds for them as well, and whoever was shut
     * out from those stays so.
     */
    void takePlaces(Map<Long, Standing> replaced) {
        if (replaced.isEmpty()) {
            return;
        }
        sql.batch(
                "INSERT INTO stafflist_entry_replaced (entry_id, replaced_id, queued, direct) VALUES (?, ?, ?, TRUE)",
                replaced.entrySet(),
                (statement, each) -> {
                    statement.setLong(1, each.getKey());
                    statement.setLong(2, each.getValue().entryId());
                    statement.setBoolean(3, each.getValue().state() != EntryState.WAITING);
                });
        List<Long> ids = List.copyOf(replaced.keySet());
        InParts.of(
                ids,
                (some, args) -> sql.update(
                        "INSERT INTO stafflist_entry_replaced (entry_id, replaced_id, queued, direct) SELECT n.entry_id,"
                                + " r.replaced_id, r.queued, FALSE FROM stafflist_entry_replaced n JOIN"
                                + " stafflist_entry_replaced r ON r.entry_id = n.replaced_id WHERE n.direct AND n.entry_id IN "
                                + some,
                        args));
        InParts.of(
                ids,
                (some, args) -> sql.update(
                        "UPDATE stafflist_entry e JOIN stafflist_entry_replaced r ON r.entry_id = e.id AND r.direct JOIN"
                                + " stafflist_entry o ON o.id = r.replaced_id SET e.closed_to_approvers = o.closed_to_approvers,"
                                + " e.closed_to_accounts = NULLIF(CONCAT_WS(',', o.closed_to_accounts, IF(o.submitted_by ="
                                + " e.submitted_by OR FIND_IN_SET(o.submitted_by, IFNULL(o.closed_to_accounts, '')), NULL,"
                                + " o.submitted_by)), '') WHERE e.id IN "
                                + some,
                        args));
    }

    /** Whom they named when they were first sent, wherever they lay: what is mended bit by bit is held against that. */
    private void keepFirst(List<Long> ids) {
        InParts.of(
                ids,
                (some, args) -> sql.update(
                        "INSERT IGNORE INTO stafflist_entry_first (entry_id, queued, person_id, name, birth_year) SELECT id,"
                                + " state <> 'WAITING', person_id, name, birth_year FROM stafflist_entry WHERE id IN "
                                + some,
                        args));
    }

    /**
     * What a reviewer may have seen, before it says something else: as it was returned or, where it never was, as it first lay
     * in a queue. What still waits for the organisation's registration nobody has seen.
     */
    private void keepBefore(List<Long> ids) {
        String before = " INTO stafflist_entry_before (entry_id, returned, sent_at, person_id, name, birth_year, cells)"
                + " SELECT id, state = 'RETURNED', submitted_at, person_id, name, birth_year, cells FROM stafflist_entry"
                + " WHERE state = '%s' AND id IN ";
        InParts.of(ids, (some, args) -> sql.update("REPLACE" + before.formatted("RETURNED") + some, args));
        InParts.of(ids, (some, args) -> sql.update("INSERT IGNORE" + before.formatted("PENDING") + some, args));
    }

    /**
     * Those of the entries whose number, name or birth year are another than what a reviewer may have seen before, first or
     * last, also in an entry that they replace, or than those of the approved entry that they would change.
     */
    Set<Long> ofOtherPeople(List<Long> ids) {
        Set<Long> others = new HashSet<>();
        String said =
                "SELECT e.id, b.person_id, b.name, b.birth_year, e.person_id, e.name, e.birth_year FROM stafflist_entry e"
                        + " JOIN ";
        for (String before : List.of(
                "stafflist_entry_before b ON b.entry_id = e.id WHERE e.id IN ",
                "stafflist_entry_first b ON b.entry_id = e.id AND b.queued WHERE e.id IN ",
                "stafflist_entry_replaced r ON r.entry_id = e.id AND r.queued JOIN stafflist_entry b ON b.id = r.replaced_id"
                        + " WHERE e.id IN ",
                "stafflist_entry b ON b.id = e.amends_id WHERE e.kind = 'CHANGE' AND e.id IN ")) {
            InParts.of(
                    ids,
                    (some, args) -> sql.list(said + before + some, Entries::otherPerson, args).stream()
                            .flatMap(Optional::stream)
                            .forEach(others::add));
        }
        return others;
    }

    private static Optional<Long> otherPerson(ResultSet row) throws SQLException {
        Amendments.OtherPerson other = Amendments.OtherPerson.of(
                new EntryViews.Said(row.getLong(2), row.getString(3), row.getInt(4)),
                new EntryViews.Said(row.getLong(5), row.getString(6), row.getInt(7)));
        return other.any() ? Optional.of(row.getLong(1)) : Optional.empty();
    }

    private int bind(PreparedStatement statement, int first, NewEntry line, int generation) throws SQLException {
        int at = first;
        EntryContent content = line.content();
        statement.setString(at++, line.aim().kind().name());
        if (line.aim().amendedId() == 0) {
            statement.setNull(at++, Types.BIGINT);
        } else {
            statement.setLong(at++, line.aim().amendedId());
        }
        statement.setBytes(at++, line.line().key());
        statement.setInt(at++, generation);
        statement.setLong(at++, line.submittedBy());
        statement.setTimestamp(at++, Timestamp.from(line.submittedAt()));
        statement.setString(at++, line.state().name());
        statement.setLong(at++, line.route().agencyId());
        statement.setLong(at++, line.route().ruleId());
        statement.setBoolean(at++, line.route().ownPeople());
        statement.setInt(at++, line.line().number());
        statement.setLong(at++, content.personId());
        statement.setString(at++, content.name());
        statement.setInt(at++, content.birthYear());
        statement.setLong(at++, content.place().workplaceId());
        statement.setString(at++, content.place().name());
        statement.setLong(at++, content.place().areaId());
        statement.setObject(at++, line.residenceAreaId() == 0 ? null : line.residenceAreaId());
        statement.setString(at++, content.activities());
        statement.setString(at++, content.position());
        statement.setObject(at++, content.validFrom());
        statement.setObject(at++, content.validTo());
        statement.setBytes(at++, cipher.seal(Cells.write(content.cells())));
        Deadline deadline = deadlines.of(line.route(), line.submittedAt());
        statement.setTimestamp(at++, Timestamp.from(line.submittedAt()));
        statement.setTimestamp(at++, Timestamp.from(deadline.dueAt()));
        statement.setTimestamp(at++, Timestamp.from(deadline.dueAt()));
        statement.setTimestamp(at++, Timestamp.from(deadline.warnAt()));
        return at;
    }

    private void addWords(StaffList list, List<NewEntry> lines, Map<Long, Long> entryOf) {
        List<Word> words = new ArrayList<>();
        for (NewEntry line : lines) {
            long entry = Objects.requireNonNull(entryOf.get(line.line().id()));
            QueueWords.of(
                            line.content().name(),
                            list.templateCode(),
                            line.content().activities())
                    .forEach(token -> words.add(new Word(line, token, entry)));
        }
        sql.batch(
                "INSERT IGNORE INTO stafflist_entry_name (agency_id, token, submitted_at, entry_id) VALUES (?, ?, ?, ?)",
                words,
                (statement, word) -> {
                    statement.setLong(1, word.line().route().agencyId());
                    statement.setString(2, word.token());
                    statement.setTimestamp(3, Timestamp.from(word.line().submittedAt()));
                    statement.setLong(4, word.entryId());
                });
        EntryLevels.mark(sql, words.stream().map(Word::entryId).distinct().toList());
    }

    /** To be found in the queue again. */
    void addWords(long entryId) {
        decidedNoMore(List.of(entryId));
        EntryLevels.mark(sql, List.of(entryId));
        sql.list(
                        "SELECT e.name, l.template_code, e.activities FROM stafflist_entry e JOIN stafflist_list l ON l.id ="
                                + " e.list_id WHERE e.id = ?",
                        row -> QueueWords.of(row.getString(1), row.getString(2), row.getString(3)),
                        entryId)
                .get(0)
                .forEach(word -> sql.update(
                        "INSERT IGNORE INTO stafflist_entry_name (agency_id, token, submitted_at, entry_id) SELECT"
                                + " agency_id, ?, submitted_at, id FROM stafflist_entry WHERE id = ?",
                        word,
                        entryId));
    }

    /** Entries that are held, and that the action was found to be allowed for; nobody works on them any more. */
    void move(List<Long> ids, EntryAction action) {
        InParts.of(
                ids,
                (some, args) -> sql.update(
                        "UPDATE stafflist_entry SET " + action.assignment()
                                + ", holder_id = NULL, held_until = NULL WHERE id IN " + some,
                        args));
    }

    /** The same verdict on many that are held and may be decided. */
    void decide(List<Long> ids, Verdict verdict, Instant now) {
        InParts.of(
                ids,
                Arrays.asList(verdict.keptCode(), verdict.keptText(), now),
                (some, args) -> sql.update(
                        "UPDATE stafflist_entry SET "
                                + verdict.outcome().action().assignment()
                                + ", reason_code = ?, reason_text = ?, decided_at = ? WHERE id IN " + some,
                        args));
        InParts.of(
                ids,
                List.of(now),
                (some, args) -> sql.update(
                        "INSERT IGNORE INTO stafflist_decided_name (agency_id, token, decided_at, entry_id) SELECT"
                                + " agency_id, token, ?, entry_id FROM stafflist_entry_name WHERE " + QueueWords.OF_NAME
                                + " AND entry_id IN " + some,
                        args));
        forgetWords(ids);
    }

    /** What is decided anew, or not at all. */
    private void decidedNoMore(List<Long> ids) {
        InParts.of(
                ids, (some, args) -> sql.update("DELETE FROM stafflist_decided_name WHERE entry_id IN " + some, args));
    }

    /** Those of the entries that are still approved, held so. */
    List<Long> heldInForce(List<Long> ids) {
        List<Long> held = new ArrayList<>();
        InParts.of(
                ids,
                (some, args) -> held.addAll(sql.list(
                        "SELECT id FROM stafflist_entry WHERE " + EntryAction.END.allowed() + " AND id IN " + some
                                + " ORDER BY id FOR UPDATE",
                        row -> row.getLong(1),
                        args)));
        return held;
    }

    /** What was approved and is amended, or whose person has left. */
    void end(List<Long> ids) {
        InParts.of(
                ids,
                (some, args) -> sql.update(
                        "UPDATE stafflist_entry SET " + EntryAction.END.assignment() + " WHERE id IN " + some, args));
    }

    /** The entries of a list that are not decided. */
    List<Long> openOf(long listId) {
        return sql.list(
                "SELECT id FROM stafflist_entry WHERE list_id = ? AND " + EntryAction.WITHDRAW.allowed(),
                row -> row.getLong(1),
                listId);
    }

    /** Takes back those of the entries that are still open, and returns them. A program needs to be one that may submit. */
    List<Long> withdrawOpen(Actor by, Collection<Long> ids) {
        List<Long> open = new ArrayList<>();
        InParts.of(
                ids.stream().distinct().sorted().toList(),
                (some, args) -> open.addAll(sql.list(
                        "SELECT id FROM stafflist_entry WHERE " + EntryAction.WITHDRAW.allowed() + " AND id IN " + some
                                + " ORDER BY id FOR UPDATE",
                        row -> row.getLong(1),
                        args)));
        if (!open.isEmpty()) {
            by.requireScope(ApiScope.LISTS_SUBMIT);
        }
        InParts.of(
                open,
                (some, args) -> sql.update(
                        "UPDATE stafflist_entry SET " + EntryAction.WITHDRAW.assignment()
                                + ", holder_id = NULL, held_until = NULL WHERE id IN " + some,
                        args));
        forgetWords(open);
        decidedNoMore(open);
        approvedNoMore(open);
        return open;
    }

    /** What was approved before it was looked at again: its card is of no request that there is any more. */
    private void approvedNoMore(List<Long> ids) {
        List<Long> reopened = new ArrayList<>();
        InParts.of(
                ids,
                (some, args) -> reopened.addAll(sql.list(
                        "SELECT id FROM stafflist_entry WHERE reopened = TRUE AND id IN " + some,
                        row -> row.getLong(1),
                        args)));
        if (!reopened.isEmpty()) {
            InParts.of(
                    reopened,
                    (some, args) ->
                            sql.update("UPDATE stafflist_entry SET reopened = FALSE WHERE id IN " + some, args));
            ended.fire(new EntriesEnded(reopened, EntriesEnded.Cause.WITHDRAWN, Actor.PORTAL));
        }
    }

    /** What is not open any more is not searched for. */
    void forgetWords(List<Long> ids) {
        InParts.of(ids, (some, args) -> sql.update("DELETE FROM stafflist_entry_name WHERE entry_id IN " + some, args));
        EntryLevels.forget(sql, ids);
    }

    byte[] codeKey(RegistrationCode code) {
        return cipher.match("registration-code", code.text());
    }
}
