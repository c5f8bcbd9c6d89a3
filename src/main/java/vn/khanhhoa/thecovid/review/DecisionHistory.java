package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.stafflist.Deciders;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.Verdict;

/** Every step of every entry at a desk. Rows are added and never changed: the portal's account has no right to. */
@ApplicationScoped
class DecisionHistory {
    private static final int STEP_OF_IDS = 1_000;

    /** Of an entry, whether the last that happened to it is that an approver did not agree; it takes the column of its number. */
    static final String LAST_DECLINED =
            "(SELECT s.step FROM review_decision s WHERE s.entry_id = %s ORDER BY s.id DESC LIMIT 1) = 'DECLINED'";

    private static final String OF_FORGERY =
            " AND d.reason_code = ? AND d.step IN ('PROPOSED', 'DECIDED', 'CONFIRMED') AND (d.step <> 'PROPOSED' OR IFNULL(("
                    + "SELECT n.step FROM review_decision n WHERE n.entry_id = d.entry_id AND n.id > d.id ORDER BY n.id LIMIT 1),"
                    + " '') <> 'DECLINED')";

    /** Of entries {@code o}, what was said of their people, of themselves, of what they amend, and of what any of those replace. */
    private static final List<String> OF_ENTRY_OR_REPLACED = List.of(
            " STRAIGHT_JOIN review_decision d ON d.person_id = o.person_id",
            " STRAIGHT_JOIN review_decision d ON d.entry_id = o.id",
            " STRAIGHT_JOIN review_decision d ON d.entry_id = o.amends_id",
            ofReplaced("o.id", "d.person_id = e.person_id"),
            ofReplaced("o.id", "d.entry_id = e.id"),
            ofReplaced("o.amends_id", "d.person_id = e.person_id"),
            ofReplaced("o.amends_id", "d.entry_id = e.id"));

    private static String ofReplaced(String entry, String about) {
        return " STRAIGHT_JOIN stafflist_entry_replaced r ON r.entry_id = " + entry
                + " STRAIGHT_JOIN stafflist_entry e ON e.id = r.replaced_id STRAIGHT_JOIN review_decision d ON "
                + about;
    }

    /**
     * What is written of many entries at once.
     *
     * @param toAgencyId 0 for none
     * @param mandateNo of the document by which an officer decided; empty for none
     * @param byRule by which the portal decided; empty where a person did
     */
    record Entry(
            Step step,
            Actor actor,
            @Nullable Outcome outcome,
            String reasonCode,
            String reasonText,
            long toAgencyId,
            String mandateNo,
            String byRule) {
        Entry(
                Step step,
                Actor actor,
                @Nullable Outcome outcome,
                String reasonCode,
                String reasonText,
                long toAgencyId) {
            this(step, actor, outcome, reasonCode, reasonText, toAgencyId, "", "");
        }

        static Entry of(Step step, Verdict verdict, String mandateNo) {
            return new Entry(
                    step,
                    verdict.actor(),
                    verdict.outcome(),
                    verdict.reasonCode(),
                    verdict.reasonText(),
                    0,
                    mandateNo,
                    "");
        }

        static Entry byRule(Verdict verdict, String rule) {
            return new Entry(Step.DECIDED, verdict.actor(), verdict.outcome(), "", "", 0, "", rule);
        }

        static Entry of(Step step, Actor actor) {
            return new Entry(step, actor, null, "", "", 0);
        }
    }

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    void add(List<Long> entryIds, long actId, Entry what) {
        Map<Long, Long> people = people(entryIds);
        Iterator<Long> ids = sql.ids("review_seq", STEP_OF_IDS);
        Timestamp now = Timestamp.from(clock.instant());
        sql.batch(
                "INSERT INTO review_decision (id, entry_id, agency_id, outcome, reason_code, reason_text, decided_by,"
                        + " decider, decided_at, step, act_id, to_agency_id, mandate_no, person_id, by_rule) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entryIds,
                (statement, entryId) -> {
                    statement.setLong(1, ids.next());
                    statement.setLong(2, entryId);
                    statement.setLong(3, what.actor().agencyId());
                    statement.setString(
                            4, what.outcome() == null ? null : what.outcome().name());
                    statement.setString(5, what.reasonCode());
                    statement.setString(6, what.reasonText());
                    statement.setLong(7, what.actor().accountId());
                    statement.setString(8, what.actor().name());
                    statement.setTimestamp(9, now);
                    statement.setString(10, what.step().name());
                    statement.setLong(11, actId);
                    statement.setObject(12, what.toAgencyId() == 0 ? null : what.toAgencyId());
                    statement.setString(13, what.mandateNo().isEmpty() ? null : what.mandateNo());
                    statement.setObject(14, people.get(entryId));
                    statement.setString(15, what.byRule().isEmpty() ? null : what.byRule());
                });
    }

    /** Whom the entries name now; the sender may name somebody else in one later. */
    private Map<Long, Long> people(List<Long> entryIds) {
        return entryIds.isEmpty()
                ? Map.of()
                : sql
                        .list(
                                "SELECT id, person_id FROM stafflist_entry WHERE id IN (" + Sql.marks(entryIds.size())
                                        + ")",
                                row -> Map.entry(row.getLong(1), row.getLong(2)),
                                entryIds.toArray())
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Latest first. What was taken back, declined or agreed to is told with the step that says so. */
    List<PastDecision> of(long entryId) {
        List<PastDecision> steps = sql.list(
                "SELECT d.step, d.outcome, d.reason_code, d.reason_text, d.decider, d.agency_id, d.to_agency_id, d.decided_at,"
                        + " d.mandate_no, a.number, a.year, d.by_rule FROM review_decision d LEFT JOIN review_approval a ON d.step ="
                        + " 'CONFIRMED' AND a.id = d.act_id WHERE d.entry_id = ? ORDER BY d.id",
                row -> new PastDecision(
                        Step.valueOf(row.getString(1)),
                        Optional.ofNullable(row.getString(2))
                                .map(Outcome::valueOf)
                                .orElse(null),
                        Objects.requireNonNullElse(row.getString(3), ""),
                        Objects.requireNonNullElse(row.getString(4), ""),
                        row.getString(5),
                        "",
                        Objects.requireNonNullElse(row.getString(9), ""),
                        row.getString(10) == null ? "" : row.getInt(10) + "/" + row.getInt(11),
                        Objects.requireNonNullElse(row.getString(12), ""),
                        row.getLong(6),
                        row.getLong(7),
                        Objects.requireNonNull(Sql.instant(row, "decided_at"))),
                entryId);
        List<PastDecision> told = new ArrayList<>();
        PastDecision verdict = null;
        for (PastDecision step : steps) {
            PastDecision said = verdict == null ? step : step.after(verdict);
            told.add(0, said);
            if (step.step().isVerdict()) {
                verdict = said;
            }
        }
        return told;
    }

    /**
     * Those of the entries with whose person, here or elsewhere, a forgery was ever proposed or found, also where that entry names
     * somebody else by now; and those that it was said of themselves or of what they amend, whomever they name by now; or so of an entry whose place they took. What was
     * taken back does not end that, only an approver who did not agree.
     */
    Set<Long> ofSuspected(List<Long> entryIds) {
        if (entryIds.isEmpty()) {
            return Set.of();
        }
        List<Object> args = new ArrayList<>();
        List<String> queries = new ArrayList<>();
        for (String of : OF_ENTRY_OR_REPLACED) {
            queries.add("SELECT o.id FROM stafflist_entry o" + of + " WHERE o.id IN (" + Sql.marks(entryIds.size())
                    + ")" + OF_FORGERY);
            args.addAll(entryIds);
            args.add(SecondLook.FORGERY);
        }
        return new HashSet<>(sql.list(String.join(" UNION ", queries), row -> row.getLong(1), args.toArray()));
    }

    /** Those of some hundred people of whom anything was refused, not agreed to or opened again: the same sent anew is no other case. */
    Set<Long> ofWhomSomebodySaidNo(Set<Long> people) {
        return people.isEmpty()
                ? new HashSet<>()
                : new HashSet<>(sql.list(
                        "SELECT DISTINCT e.person_id FROM stafflist_entry e JOIN review_decision d ON d.entry_id = e.id WHERE"
                                + " e.person_id IN (" + Sql.marks(people.size())
                                + ") AND (d.outcome = 'REFUSE' OR d.step IN ('DECLINED', 'REOPENED', 'RECONSIDERED'))",
                        row -> row.getLong(1),
                        people.toArray()));
    }

    /** Those of some hundred entries to which an approver did not agree when something was proposed last. */
    Set<Long> declined(List<Long> entryIds) {
        return entryIds.isEmpty()
                ? Set.of()
                : new HashSet<>(sql.list(
                        "SELECT e.id FROM stafflist_entry e WHERE e.id IN (" + Sql.marks(entryIds.size()) + ") AND "
                                + LAST_DECLINED.formatted("e.id"),
                        row -> row.getLong(1),
                        entryIds.toArray()));
    }

    /** Who made the decision that took effect last: one alone, or one who proposed and one who agreed. */
    Deciders lastDeciders(long entryId) {
        return sql.first(
                        "SELECT d.step, d.decided_by, (SELECT p.decided_by FROM review_decision p WHERE p.entry_id ="
                                + " d.entry_id AND p.step = 'PROPOSED' AND p.id < d.id ORDER BY p.id DESC LIMIT 1) FROM"
                                + " review_decision d WHERE d.entry_id = ? AND d.step IN ('DECIDED', 'CONFIRMED')"
                                + " ORDER BY d.id DESC LIMIT 1",
                        row -> Step.valueOf(row.getString(1)) == Step.CONFIRMED
                                ? new Deciders(row.getLong(3), row.getLong(2))
                                : new Deciders(row.getLong(2), 0),
                        entryId)
                .orElse(Deciders.NOBODY);
    }
}
