package vn.khanhhoa.thecovid.review;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryForwarding;
import vn.khanhhoa.thecovid.stafflist.Outcome;

/**
 * What somebody did at a desk in the last day and can take back, or could: verdicts on many, approvals of proposed batches,
 * and what was passed on.
 */
@UseCase
public class LastActs {
    private static final Duration LISTED = Duration.ofDays(1);
    private static final int MOST = 20;

    /** What was done. */
    public enum Kind {
        BULK("/agency/review-bulk"),
        APPROVAL("/agency-head/approval"),
        FORWARDING("/agency/forwarding");

        private final String page;

        Kind(String page) {
            this.page = page;
        }
    }

    /**
     * What was passed on.
     *
     * @param entry the one whose name it is; empty for all that waited of the list
     * @param line of the entry in the list
     * @param stays why the one entry cannot be called back; none where it can, or was, and for lists
     */
    public record Passed(String list, String entry, int line, EntryForwarding.@Nullable Stays stays) {}

    /**
     * One act.
     *
     * @param outcome of a verdict on many; else none
     * @param about the reason of a verdict on many, the number of an approval, the agency to which it was passed on
     * @param what the list or the entry that was passed on; else none
     * @param done how many it was done to
     * @param takenBack how many of these came back
     * @param open how many can be taken back still
     * @param until when these cannot be any more; none while an approver has the next word
     * @param running whether it is still at work
     */
    public record Act(
            Kind kind,
            PublicId id,
            Instant at,
            @Nullable Outcome outcome,
            String about,
            @Nullable Passed what,
            long done,
            long takenBack,
            long open,
            @Nullable Instant until,
            boolean running) {
        /** How many cannot be taken back. */
        public long kept() {
            return done - takenBack - open;
        }

        /** Where it is taken back. */
        public String path() {
            return kind.page + "?id=" + id;
        }
    }

    @Inject
    private DeskSettings settings;

    @Inject
    private CallingBack callingBack;

    @Inject
    private EntryForwarding entries;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** Of the actor's own, the latest first. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<Act> own(Actor actor) {
        Instant from = clock.instant().minus(LISTED);
        List<Act> acts = new ArrayList<>(bulks(actor, from));
        acts.addAll(approvals(actor, from));
        acts.addAll(forwardings(actor, from));
        acts.sort(Comparator.comparing(Act::at).reversed());
        return acts.subList(0, Math.min(MOST, acts.size()));
    }

    private List<Act> bulks(Actor actor, Instant from) {
        return sql.list(
                "SELECT b.public_id, b.begun_at, b.outcome, b.reason_code, b.decided, b.finished_at, IFNULL((SELECT c.entries"
                        + " FROM review_bulk_count c WHERE c.bulk_id = b.id AND c.what = ?), 0) AS taken_back, COUNT(p.entry_id)"
                        + " AS waiting, MAX(p.effective_at) AS effective_at FROM review_bulk b LEFT JOIN "
                        + PendingVerdicts.STILL + " ON"
                        + " p.act_id = b.id AND p.approval_id IS NULL AND (p.stage = 'PROPOSED' OR p.effective_at > ?) WHERE"
                        + " b.agency_id = ? AND b.actor_id = ? AND b.phase = 'DECIDING' AND NOT b.forgotten AND b.begun_at > ?"
                        + " GROUP BY b.id ORDER BY b.id DESC LIMIT ?",
                row -> act(
                        Kind.BULK,
                        row,
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("reason_code"),
                        row.getLong("decided") + row.getLong("taken_back")),
                BulkDecisions.UNDONE,
                clock.instant(),
                actor.agencyId(),
                actor.accountId(),
                from,
                MOST);
    }

    private List<Act> approvals(Actor actor, Instant from) {
        return sql.list(
                "SELECT a.public_id, a.year, a.number, a.begun_at, a.approved, a.finished_at, a.taken_back, COUNT(p.entry_id)"
                        + " AS waiting, MAX(p.effective_at) AS effective_at FROM review_approval a LEFT JOIN "
                        + PendingVerdicts.STILL
                        + " ON p.approval_id = a.id AND p.stage = 'HELD' AND p.effective_at > ? WHERE a.agency_id = ? AND"
                        + " a.approver_id = ? AND a.begun_at > ? GROUP BY a.id ORDER BY a.id DESC LIMIT ?",
                row -> act(
                        Kind.APPROVAL,
                        row,
                        null,
                        row.getInt("number") + "/" + row.getInt("year"),
                        row.getLong("approved")),
                clock.instant(),
                actor.agencyId(),
                actor.accountId(),
                from,
                MOST);
    }

    private List<Act> forwardings(Actor actor, Instant from) {
        Duration window = Duration.ofMinutes(settings.of(actor.agencyId()).undoMinutes());
        Instant since = clock.instant().minus(window);
        return sql.list(
                "SELECT f.id, f.public_id, f.begun_at, f.to_agency_id, f.moved, f.finished_at, f.back AS taken_back,"
                        + " COUNT(p.entry_id) AS waiting, MAX(p.passed_at) AS effective_at, l.name AS list, IF(f.of_list, '',"
                        + " e.name) AS entry, e.line_number FROM review_forwarding f JOIN stafflist_entry e ON e.public_id ="
                        + " f.entry_id JOIN stafflist_list l ON l.id = f.list_id LEFT JOIN"
                        + " stafflist_passed_on p ON f.back_at IS NULL AND p.act_id = f.id AND p.passed_at > ? WHERE"
                        + " f.agency_id = ? AND f.actor_id = ? AND f.begun_at > ? GROUP BY f.id ORDER BY f.id DESC LIMIT ?",
                row -> {
                    String agency = catalogue
                            .agency(row.getLong("to_agency_id"))
                            .map(AgencyView::name)
                            .orElse("");
                    Act act = act(Kind.FORWARDING, row, null, agency, row.getLong("moved"));
                    Instant passed = act.until();
                    long open = act.open() == 0
                            ? 0
                            : entries.passedOn(actor, row.getLong("id"), since).free();
                    return new Act(
                            act.kind(),
                            act.id(),
                            act.at(),
                            null,
                            agency,
                            passed(actor, row),
                            act.done(),
                            act.takenBack(),
                            open,
                            passed == null ? null : passed.plus(window),
                            act.running());
                },
                since,
                actor.agencyId(),
                actor.accountId(),
                from,
                MOST);
    }

    private Passed passed(Actor actor, ResultSet row) throws SQLException {
        String entry = row.getString("entry");
        List<EntryForwarding.Kept> kept = entry.isEmpty() ? List.of() : callingBack.kept(actor, row.getLong("id"));
        return new Passed(
                row.getString("list"),
                entry,
                row.getInt("line_number"),
                kept.isEmpty() ? null : kept.get(0).why());
    }

    private static Act act(Kind kind, ResultSet row, @Nullable Outcome outcome, String about, long done)
            throws SQLException {
        return new Act(
                kind,
                Sql.publicId(row, "public_id"),
                Objects.requireNonNull(Sql.instant(row, "begun_at")),
                outcome,
                about,
                null,
                done,
                row.getLong("taken_back"),
                row.getLong("waiting"),
                Sql.instant(row, "effective_at"),
                row.getTimestamp("finished_at") == null);
    }
}
