package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.AccountsTold;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.AgencyStaff;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryForwarding;

/**
 * What an agency passed on it calls back, in the time in which verdicts are undone there and while nobody at the other has
 * opened it: as it was, with its own time, and both on record. A list that is still on its way stops.
 */
@UseCase
public class CallingBack {
    private static final int AT_ONCE = 500;

    /**
     * How it stands with what was passed on in one act.
     *
     * @param unfinished whether more is to follow, which stays where it is called back
     * @param free that can be called back now
     * @param opened that somebody there has opened, passed on or decided, or that has changed
     * @param late of which the time is over
     * @param until when the last of them can be called back
     * @param back how many came back
     * @param calledBackAt when that was asked for; none where it was not
     * @param reason for which
     * @param receiver whom to ask for the rest
     * @param heads of the receiver, by name
     */
    public record Standing(
            boolean unfinished,
            long free,
            long opened,
            long late,
            Instant until,
            int back,
            @Nullable Instant calledBackAt,
            String reason,
            AgencyView receiver,
            List<String> heads) {
        public boolean isPossible() {
            return (free > 0 || unfinished) && calledBackAt == null;
        }

        /** Whether there is something that stays with the receiver. */
        public boolean isRest() {
            return opened + late > 0 || calledBackAt != null && free > 0;
        }
    }

    private record Work(
            long id,
            PublicId entry,
            boolean ofList,
            long toAgencyId,
            Instant since,
            Actor actor,
            String reason,
            int back) {}

    @Inject
    private EntryForwarding entries;

    @Inject
    private Forwarding forwarding;

    @Inject
    private ListForwarding lists;

    @Inject
    private DeskSettings settings;

    @Inject
    private AgencyStaff staff;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Jobs jobs;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    @Inject
    private Event<AccountsTold> told;

    /** An entry that was with an agency until the one that had passed it on called it back. */
    public record Lost(AgencyView by, Instant at) {}

    /**
     * Where an entry is not at the actor's agency because that is what became of it last there. Of what was never there nothing is
     * told.
     */
    @Requires(Permission.REVIEW_ENTRIES)
    public Optional<Lost> lost(Actor actor, PublicId entry) {
        return sql.first(
                "SELECT came.agency_id, back.decided_at FROM stafflist_entry e JOIN review_decision came ON came.id ="
                        + " (SELECT MAX(d.id) FROM review_decision d WHERE d.entry_id = e.id AND d.to_agency_id = ?) JOIN"
                        + " review_decision back ON back.entry_id = e.id AND back.act_id = came.act_id AND back.step ="
                        + " 'CALLED_BACK' WHERE e.public_id = ? AND came.step = 'FORWARDED' AND e.agency_id <> ?",
                row -> new Lost(
                        catalogue.agency(row.getLong(1)).orElseThrow(),
                        Objects.requireNonNull(Sql.instant(row, "decided_at"))),
                actor.agencyId(),
                entry,
                actor.agencyId());
    }

    /** What of an act cannot be called back, and why; by the lines of its list. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<EntryForwarding.Kept> kept(Actor actor, PublicId id) {
        return sql.first(
                        "SELECT id FROM review_forwarding WHERE public_id = ? AND agency_id = ?",
                        row -> row.getLong(1),
                        id,
                        actor.agencyId())
                .map(act -> kept(actor, act))
                .orElseThrow(NotFound::new);
    }

    List<EntryForwarding.Kept> kept(Actor actor, long act) {
        List<Long> passed = sql.list(
                "SELECT d.entry_id FROM review_decision d WHERE d.act_id = ? AND d.step = 'FORWARDED' AND NOT EXISTS (SELECT 1"
                        + " FROM review_decision b WHERE b.act_id = d.act_id AND b.entry_id = d.entry_id AND b.step ="
                        + " 'CALLED_BACK') ORDER BY d.entry_id",
                row -> row.getLong(1),
                act);
        return entries.kept(actor, act, clock.instant().minus(window(actor)), passed);
    }

    @Requires(Permission.REVIEW_ENTRIES)
    public Standing standing(Actor actor, PublicId id) {
        Duration window = window(actor);
        Instant since = clock.instant().minus(window);
        return sql.first(
                        "SELECT f.*, (SELECT MAX(p.passed_at) FROM stafflist_passed_on p WHERE p.act_id = f.id) AS last_at FROM"
                                + " review_forwarding f WHERE f.public_id = ? AND f.agency_id = ?",
                        row -> {
                            EntryForwarding.PassedOn passed = entries.passedOn(actor, row.getLong("id"), since);
                            Instant last = Sql.instant(row, "last_at");
                            AgencyView receiver = catalogue
                                    .agency(row.getLong("to_agency_id"))
                                    .orElseThrow();
                            // What has left the receiver is on record under what it was passed on with last.
                            long opened = row.getLong("moved") - row.getLong("back") - passed.free() - passed.late();
                            return new Standing(
                                    row.getTimestamp("finished_at") == null,
                                    passed.free(),
                                    Math.max(0, opened),
                                    passed.late(),
                                    last == null ? Instant.EPOCH : last.plus(window),
                                    row.getInt("back"),
                                    Sql.instant(row, "back_at"),
                                    Objects.requireNonNullElse(row.getString("back_reason"), ""),
                                    receiver,
                                    heads(receiver.id()));
                        },
                        id,
                        actor.agencyId())
                .orElseThrow(NotFound::new);
    }

    /** By any reviewer of the agency that passed it on. What is on its way stops; many come back by and by. */
    @Requires(Permission.REVIEW_ENTRIES)
    public void callBack(Actor actor, PublicId id, String reason) {
        String text = Forwarding.checked(reason, "review.call-back-reason-missing");
        long act = sql.first(
                        "SELECT id FROM review_forwarding WHERE public_id = ? AND agency_id = ? FOR UPDATE",
                        row -> row.getLong(1),
                        id,
                        actor.agencyId())
                .orElseThrow(NotFound::new);
        Standing standing = standing(actor, id);
        if (standing.calledBackAt() != null) {
            throw new RuleViolation("review.called-back-already");
        }
        if (!standing.isPossible()) {
            throw new RuleViolation(refusal(standing), standing.receiver().name());
        }
        lists.stop(act, "review.forward-called-back");
        Instant now = clock.instant();
        sql.update(
                "UPDATE review_forwarding SET back_at = ?, back_since = ?, back_by = ?, back_name = ?, back_role = ?,"
                        + " back_reason = ? WHERE id = ?",
                now,
                now.minus(window(actor)),
                actor.accountId(),
                actor.name(),
                actor.role().name(),
                text,
                act);
        // What fits into one step is back before the page is shown again; a second one finds that nothing is left.
        for (int steps = 0; steps < 2; steps++) {
            if (!step(Actor.PORTAL, act, AT_ONCE)) {
                return;
            }
        }
        jobs.enqueue(ListForwardingJob.NAME, String.valueOf(act));
    }

    private static String refusal(Standing standing) {
        if (standing.opened() > 0) {
            return "review.call-back-opened";
        }
        return standing.late() > 0 ? "review.call-back-late" : "review.call-back-nothing";
    }

    /** One step of the job. Says whether more may follow. */
    @Requires(Permission.RUN_JOBS)
    public boolean step(Actor portal, long act, int most) {
        Optional<Work> found = sql.first(
                "SELECT * FROM review_forwarding WHERE id = ? AND back_at IS NOT NULL AND back_done_at IS NULL FOR UPDATE",
                CallingBack::read,
                act);
        if (found.isEmpty()) {
            return false;
        }
        Work work = found.get();
        List<Long> back = entries.callBack(work.actor(), act, work.since(), most);
        if (back.isEmpty()) {
            sql.update("UPDATE review_forwarding SET back_done_at = ? WHERE id = ?", clock.instant(), act);
            tellReceivers(work);
            return false;
        }
        forwarding.keepBack(work.actor(), act, back, work.reason());
        sql.update("UPDATE review_forwarding SET back = back + ? WHERE id = ?", back.size(), act);
        trail.fire(new EntryDecided(
                work.actor().accountId(),
                "review.called-back",
                work.ofList() ? ListForwarding.OF_ENTRY : "entry",
                work.entry().toString(),
                Map.of(
                        "agency",
                        String.valueOf(work.actor().agencyId()),
                        "of",
                        catalogue
                                .agency(work.toAgencyId())
                                .map(AgencyView::code)
                                .orElse(""),
                        "count",
                        String.valueOf(back.size()))));
        return true;
    }

    /** Who was told that a list had come is told that it went again. */
    private void tellReceivers(Work work) {
        List<Long> accounts = staff.of(Actor.PORTAL, work.toAgencyId()).stream()
                .map(AgencyStaff.Member::accountId)
                .toList();
        if (work.ofList() && work.back() > 0 && !accounts.isEmpty()) {
            told.fire(AccountsTold.of(
                    accounts,
                    "review.called-back-from-here",
                    "/agency/home",
                    work.back(),
                    catalogue
                            .agency(work.actor().agencyId())
                            .map(AgencyView::name)
                            .orElse("")));
        }
    }

    private List<String> heads(long agencyId) {
        return staff.of(Actor.PORTAL, agencyId).stream()
                .filter(member -> member.role().may(Permission.APPROVE_PROPOSALS))
                .map(AgencyStaff.Member::name)
                .toList();
    }

    private Duration window(Actor actor) {
        return Duration.ofMinutes(settings.of(actor.agencyId()).undoMinutes());
    }

    private static Work read(ResultSet row) throws SQLException {
        return new Work(
                row.getLong("id"),
                Sql.publicId(row, "entry_id"),
                row.getBoolean("of_list"),
                row.getLong("to_agency_id"),
                Objects.requireNonNull(Sql.instant(row, "back_since")),
                new Actor(
                        row.getLong("back_by"),
                        row.getString("back_name"),
                        Role.valueOf(row.getString("back_role")),
                        0,
                        row.getLong("agency_id")),
                row.getString("back_reason"),
                row.getInt("back"));
    }
}
