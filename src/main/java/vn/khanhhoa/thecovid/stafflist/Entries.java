package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.person.NameWords;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Entries as they are written by hundreds: new ones at submission, returned ones when they come back mended. */
@ApplicationScoped
class Entries {
    private static final int STEP = 1_000;

    private record Word(NewEntry line, String token, long entryId) {}

    @Inject
    private Sql sql;

    @Inject
    private DataCipher cipher;

    void enter(StaffList list, List<NewEntry> lines) {
        Map<ByteBuffer, Long> returned = new HashMap<>();
        sql.list(
                        "SELECT row_key, id FROM stafflist_entry WHERE list_id = ? AND state = 'RETURNED'",
                        row -> Map.entry(ByteBuffer.wrap(row.getBytes(1)), row.getLong(2)),
                        list.id())
                .forEach(entry -> returned.put(entry.getKey(), entry.getValue()));
        List<NewEntry> fresh = new ArrayList<>();
        Map<NewEntry, Long> mended = new HashMap<>();
        for (NewEntry line : lines) {
            Long entry = returned.get(ByteBuffer.wrap(line.line().key()));
            if (entry == null) {
                fresh.add(line);
            } else {
                mended.put(line, entry);
            }
        }
        insert(list, fresh);
        resubmit(mended);
    }

    void insert(StaffList list, List<NewEntry> lines) {
        Iterator<Long> ids = sql.ids("stafflist_bulk_seq", STEP);
        List<Word> words = new ArrayList<>();
        sql.batch(
                "INSERT INTO stafflist_entry (id, public_id, list_id, organisation_id, row_key, submitted_by,"
                        + " submitted_at, code_hash, code, version, agency_id, rule_id, own_people, person_id, line_number,"
                        + " state, name, birth_year, workplace_id, workplace, area_id, activities, position, valid_from,"
                        + " valid_to, cells) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                lines,
                (statement, line) -> {
                    long id = ids.next();
                    RegistrationCode code = RegistrationCode.random();
                    statement.setLong(1, id);
                    statement.setBytes(2, PublicId.random().bytes());
                    statement.setLong(3, list.id());
                    statement.setLong(4, list.organisationId());
                    statement.setBytes(5, line.line().key());
                    statement.setLong(6, line.submittedBy());
                    statement.setTimestamp(7, Timestamp.from(line.submittedAt()));
                    statement.setBytes(8, codeKey(code));
                    statement.setBytes(9, cipher.seal(code.text()));
                    bindContent(statement, 10, line);
                    addWords(words, line, id);
                });
        insertWords(words);
    }

    /** A returned entry that was mended is the same entry: its code and its history stay, its clock starts anew. */
    void resubmit(Map<NewEntry, Long> mended) {
        List<Word> words = new ArrayList<>();
        sql.batch(
                "UPDATE stafflist_entry SET agency_id = ?, rule_id = ?, own_people = ?, person_id = ?, line_number = ?,"
                        + " state = ?, name = ?, birth_year = ?, workplace_id = ?, workplace = ?, area_id = ?, activities = ?, position = ?,"
                        + " valid_from = ?, valid_to = ?, cells = ?, submitted_by = ?, submitted_at = ?, decided_at = NULL,"
                        + " version = version + 1 WHERE id = ? AND state = 'RETURNED'",
                mended.entrySet(),
                (statement, entry) -> {
                    bindContent(statement, 1, entry.getKey());
                    statement.setLong(17, entry.getKey().submittedBy());
                    statement.setTimestamp(18, Timestamp.from(entry.getKey().submittedAt()));
                    statement.setLong(19, entry.getValue());
                    addWords(words, entry.getKey(), entry.getValue());
                });
        insertWords(words);
    }

    private void bindContent(PreparedStatement statement, int first, NewEntry line) throws SQLException {
        int at = first;
        statement.setLong(at++, line.route().agencyId());
        statement.setLong(at++, line.route().ruleId());
        statement.setBoolean(at++, line.route().ownPeople());
        statement.setLong(at++, line.personId());
        statement.setInt(at++, line.line().number());
        statement.setString(at++, line.state().name());
        statement.setString(at++, line.row().text(DraftRows.NAME).orElseThrow());
        statement.setInt(
                at++, line.row().birthDate("birth_date").orElseThrow().from().getYear());
        statement.setLong(at++, line.place().workplaceId());
        statement.setString(at++, line.place().name());
        statement.setLong(at++, line.place().areaId());
        statement.setString(at++, String.join(" ", line.row().codes("activities")));
        statement.setString(at++, line.row().text("position").orElse(null));
        statement.setObject(at++, line.row().day("valid_from").orElseThrow());
        statement.setObject(at++, line.row().day("valid_to").orElseThrow());
        statement.setBytes(at, cipher.seal(Cells.write(line.line().cells())));
    }

    private static void addWords(List<Word> words, NewEntry line, long entryId) {
        NameWords.of(line.row().text(DraftRows.NAME).orElseThrow())
                .forEach(token -> words.add(new Word(line, token, entryId)));
    }

    private void insertWords(List<Word> words) {
        sql.batch(
                "INSERT IGNORE INTO stafflist_entry_name (agency_id, token, submitted_at, entry_id) VALUES (?, ?, ?, ?)",
                words,
                (statement, word) -> {
                    statement.setLong(1, word.line().route().agencyId());
                    statement.setString(2, word.token());
                    statement.setTimestamp(3, Timestamp.from(word.line().submittedAt()));
                    statement.setLong(4, word.entryId());
                });
    }

    /** The same verdict on many that are held and may be decided. */
    void decide(List<Long> ids, Verdict verdict, Instant now) {
        inSteps(
                ids,
                "UPDATE stafflist_entry SET state = ?, reason_code = ?, reason_text = ?, decided_at = ?,"
                        + " version = version + 1 WHERE id IN",
                verdict.outcome().state().name(),
                verdict.keptCode(),
                verdict.keptText(),
                now);
    }

    /** Of the entries that were submitted at the time or later, those that are still open: taken back. */
    List<Long> withdrawOpen(List<Long> ids, Instant submittedSince) {
        List<Long> open = select(
                ids,
                "SELECT id FROM stafflist_entry WHERE state IN ('WAITING', 'PENDING', 'RETURNED') AND submitted_at >= ?"
                        + " AND id IN",
                " ORDER BY id FOR UPDATE",
                submittedSince);
        inSteps(open, "UPDATE stafflist_entry SET state = 'WITHDRAWN', version = version + 1 WHERE id IN");
        forgetWords(open);
        return open;
    }

    /** Of the entries that were submitted at the time or later, those that an agency has approved or refused. */
    List<Long> decided(List<Long> ids, Instant submittedSince) {
        return select(
                ids,
                "SELECT id FROM stafflist_entry WHERE state IN ('APPROVED', 'REFUSED', 'ENDED') AND submitted_at >= ?"
                        + " AND id IN",
                " FOR UPDATE",
                submittedSince);
    }

    private List<Long> select(List<Long> ids, String query, String end, Object arg) {
        List<Long> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += STEP) {
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + STEP));
            List<Object> args = new ArrayList<>(List.of(arg));
            args.addAll(some);
            found.addAll(
                    sql.list(query + " (" + Sql.marks(some.size()) + ")" + end, row -> row.getLong(1), args.toArray()));
        }
        return found;
    }

    /** What is not open any more is not searched for. */
    void forgetWords(List<Long> ids) {
        inSteps(ids, "DELETE FROM stafflist_entry_name WHERE entry_id IN");
    }

    private void inSteps(List<Long> ids, String change, @Nullable Object... args) {
        for (int from = 0; from < ids.size(); from += STEP) {
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + STEP));
            List<@Nullable Object> all = new ArrayList<>(Arrays.asList(args));
            all.addAll(some);
            sql.update(change + " (" + Sql.marks(some.size()) + ")", all.toArray());
        }
    }

    byte[] codeKey(RegistrationCode code) {
        return cipher.match("registration-code", code.text());
    }
}
