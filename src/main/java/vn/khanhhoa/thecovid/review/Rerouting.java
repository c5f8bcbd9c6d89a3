package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.AccountsTold;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.AgencyStaff;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.jobs.FailedJobs;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.CatalogueAdministration;
import vn.khanhhoa.thecovid.registry.CatalogueKind;
import vn.khanhhoa.thecovid.registry.RegistrationRerouting;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryRerouting;

/**
 * The open work of an agency that ends goes where the rules send it, once its last day is over: claims and proposals are
 * released, the history goes along, and those that get it are told. A job does it in steps; begun again, it goes on with what
 * still lies there.
 */
@UseCase
public class Rerouting {
    /** What a step leaves. */
    public enum Left {
        MORE,
        /** Verdicts whose undo window is open; they take effect by themselves, or come back. */
        HELD,
        NOTHING
    }

    /** An agency that has a last day, and what lies there. */
    public record Ending(
            long agencyId, PublicId id, String name, LocalDate lastDay, long entries, long registrations) {}

    /** What went to an agency. */
    public record Part(long agencyId, long entries, long registrations) {}

    /**
     * How far it is.
     *
     * @param released proposals that are not any more
     * @param calledOff whether the agency was in force again when it was to begin
     * @param incident for which it stands still; empty where it does not
     */
    public record Progress(
            String beginner,
            Instant startsAt,
            long total,
            long released,
            List<Part> parts,
            boolean calledOff,
            boolean finished,
            Optional<String> incident) {
        public long moved() {
            return parts.stream().mapToLong(Part::entries).sum();
        }

        public boolean running() {
            return !finished && incident.isEmpty();
        }

        public int percent() {
            return total == 0 || finished ? 100 : (int) Math.min(99, 100 * moved() / total);
        }
    }

    private record Work(long id, long agencyId, Actor actor, long lastEntry) {}

    @Inject
    private EntryRerouting entries;

    @Inject
    private RegistrationRerouting registrations;

    @Inject
    private CatalogueAdministration administration;

    @Inject
    private Catalogue catalogue;

    @Inject
    private PendingVerdicts pending;

    @Inject
    private DecisionHistory history;

    @Inject
    private AgencyStaff staff;

    @Inject
    private Jobs jobs;

    @Inject
    private FailedJobs failed;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AccountsTold> told;

    @Inject
    private Event<AuditedEvent> trail;

    /** Agencies whose last day is over and that still have open work. */
    @Requires(Permission.ADMINISTER)
    public List<Ending> left(Actor actor) {
        LocalDate today = LocalDate.now(clock);
        return administration.entries(actor, CatalogueKind.AGENCIES, "").stream()
                .filter(agency -> hasEnded(agency.validTo(), today))
                .flatMap(agency -> catalogue.agency(agency.id()).stream())
                .map(agency -> ending(actor, agency))
                .filter(ending -> ending.entries() + ending.registrations() > 0)
                .toList();
    }

    private static boolean hasEnded(@Nullable LocalDate lastDay, LocalDate today) {
        return lastDay != null && lastDay.isBefore(today);
    }

    @Requires(Permission.ADMINISTER)
    public Ending ending(Actor actor, PublicId agency) {
        return administration.entries(actor, CatalogueKind.AGENCIES, "").stream()
                .flatMap(entry -> catalogue.agency(entry.id()).stream())
                .filter(view -> view.publicId().equals(agency))
                .findFirst()
                .map(view -> ending(actor, view))
                .orElseThrow(NotFound::new);
    }

    private Ending ending(Actor actor, AgencyView agency) {
        LocalDate lastDay =
                administration.entry(actor, CatalogueKind.AGENCIES, agency.id()).validTo();
        if (lastDay == null) {
            throw new RuleViolation("review.agency-goes-on", agency.name());
        }
        return new Ending(
                agency.id(),
                agency.publicId(),
                agency.name(),
                lastDay,
                entries.count(agency.id()),
                registrations.count(actor, agency.id()));
    }

    /** Begins on the day after the last; where it is begun already, nothing more happens. */
    @Requires(Permission.ADMINISTER)
    public void begin(Actor actor, PublicId agency) {
        Ending ending = ending(actor, agency);
        sql.list("SELECT id FROM registry_agency WHERE id = ? FOR UPDATE", row -> row.getLong(1), ending.agencyId());
        if (sql.number(
                        "SELECT COUNT(*) FROM review_rerouting WHERE agency_id = ? AND finished_at IS NULL",
                        ending.agencyId())
                > 0) {
            return;
        }
        Instant now = clock.instant();
        Instant opening =
                ending.lastDay().plusDays(1).atStartOfDay(PortalClock.ZONE).toInstant();
        Instant start = opening.isAfter(now) ? opening : now;
        PublicId id = PublicId.random();
        long number = sql.number("SELECT NEXT VALUE FOR review_seq");
        sql.update(
                "INSERT INTO review_rerouting (id, public_id, agency_id, begun_by, beginner, begun_at, starts_at, total) VALUES"
                        + " (?, ?, ?, ?, ?, ?, ?, ?)",
                number,
                id,
                ending.agencyId(),
                actor.accountId(),
                actor.name(),
                now,
                start,
                ending.entries());
        jobs.enqueue(ReroutingJob.NAME, String.valueOf(number), Duration.between(now, start));
        trail.fire(event(actor, id, "review.rerouting-begun", Map.of("entries", String.valueOf(ending.entries()))));
    }

    /** The newest of the agency. */
    @Requires(Permission.ADMINISTER)
    public Optional<Progress> progress(Actor actor, PublicId agency) {
        return sql.first(
                "SELECT * FROM review_rerouting WHERE agency_id = ? ORDER BY id DESC LIMIT 1",
                row -> new Progress(
                        row.getString("beginner"),
                        Objects.requireNonNull(Sql.instant(row, "starts_at")),
                        row.getLong("total"),
                        row.getLong("released"),
                        parts(row.getLong("id")),
                        row.getBoolean("called_off"),
                        row.getTimestamp("finished_at") != null,
                        failed.incident(ReroutingJob.NAME, row.getString("id"))),
                ending(actor, agency).agencyId());
    }

    private List<Part> parts(long id) {
        return sql.list(
                "SELECT to_agency_id, entries, registrations FROM review_rerouting_part WHERE rerouting_id = ? ORDER BY"
                        + " entries DESC, to_agency_id",
                row -> new Part(row.getLong(1), row.getLong(2), row.getLong(3)),
                id);
    }

    /** One step of the job. */
    @Requires(Permission.RUN_JOBS)
    public Left step(Actor portal, long id, int most) {
        Work work = sql.first(
                        "SELECT * FROM review_rerouting WHERE id = ? AND finished_at IS NULL FOR UPDATE",
                        Rerouting::read,
                        id)
                .orElse(null);
        if (work == null) {
            return Left.NOTHING;
        }
        if (catalogue.agencies(LocalDate.now(clock)).stream().anyMatch(agency -> agency.id() == work.agencyId())) {
            sql.update("UPDATE review_rerouting SET called_off = TRUE WHERE id = ?", id);
            return finish(work);
        }
        List<Long> ids = entries.next(portal, work.agencyId(), work.lastEntry(), most);
        if (!ids.isEmpty()) {
            move(portal, work, ids);
            return Left.MORE;
        }
        if (sql.number(
                        "SELECT COUNT(*) FROM stafflist_entry WHERE agency_id = ? AND state = 'PENDING' AND stage = 'HELD'",
                        work.agencyId())
                > 0) {
            sql.update("UPDATE review_rerouting SET last_entry = 0 WHERE id = ?", id);
            return Left.HELD;
        }
        registrations
                .move(portal, work.agencyId())
                .forEach((agency, moved) -> sql.update(
                        "INSERT INTO review_rerouting_part (rerouting_id, to_agency_id, registrations) VALUES (?, ?, ?) ON"
                                + " DUPLICATE KEY UPDATE registrations = registrations + VALUES(registrations)",
                        id,
                        agency,
                        moved));
        parts(id).forEach(part -> tell(portal, work, part));
        return finish(work);
    }

    private void move(Actor portal, Work work, List<Long> ids) {
        // Verdicts are held before their entries, by whoever touches both.
        List<Object> args = new ArrayList<>(ids);
        List<Long> proposed = PendingVerdicts.ids(pending.held(
                "stage = 'PROPOSED' AND entry_id IN (" + Sql.marks(ids.size()) + ") ORDER BY entry_id",
                args.toArray()));
        Map<Long, List<Long>> moved = new TreeMap<>();
        entries.move(portal, work.agencyId(), ids)
                .forEach(each -> moved.computeIfAbsent(each.toAgencyId(), unused -> new ArrayList<>())
                        .add(each.entryId()));
        List<Long> released = proposed.stream()
                .filter(entry -> moved.values().stream().anyMatch(some -> some.contains(entry)))
                .toList();
        pending.remove(released);
        moved.forEach((agency, some) -> {
            history.add(some, work.id(), new DecisionHistory.Entry(Step.REROUTED, work.actor(), null, "", "", agency));
            sql.update(
                    "INSERT INTO review_rerouting_part (rerouting_id, to_agency_id, entries) VALUES (?, ?, ?) ON DUPLICATE KEY"
                            + " UPDATE entries = entries + VALUES(entries)",
                    work.id(),
                    agency,
                    some.size());
        });
        sql.update(
                "UPDATE review_rerouting SET last_entry = ?, released = released + ? WHERE id = ?",
                ids.get(ids.size() - 1),
                released.size(),
                work.id());
    }

    private void tell(Actor portal, Work work, Part part) {
        List<Long> accounts = staff.of(portal, part.agencyId()).stream()
                .map(AgencyStaff.Member::accountId)
                .toList();
        if (!accounts.isEmpty()) {
            told.fire(AccountsTold.of(
                    accounts,
                    "review.rerouted-here",
                    "/agency/home",
                    part.entries(),
                    part.registrations(),
                    catalogue.agency(work.agencyId()).map(AgencyView::name).orElse("")));
        }
        trail.fire(new EntryDecided(
                work.actor().accountId(),
                "review.rerouted",
                "agency",
                String.valueOf(work.agencyId()),
                Map.of(
                        "to",
                        String.valueOf(part.agencyId()),
                        "entries",
                        String.valueOf(part.entries()),
                        "registrations",
                        String.valueOf(part.registrations()))));
    }

    private Left finish(Work work) {
        sql.update("UPDATE review_rerouting SET finished_at = ? WHERE id = ?", clock.instant(), work.id());
        return Left.NOTHING;
    }

    private static EntryDecided event(Actor actor, PublicId id, String action, Map<String, String> details) {
        return new EntryDecided(actor.accountId(), action, "rerouting", id.toString(), details);
    }

    private static Work read(ResultSet row) throws SQLException {
        long agency = row.getLong("agency_id");
        return new Work(
                row.getLong("id"),
                agency,
                new Actor(row.getLong("begun_by"), row.getString("beginner"), Role.ADMINISTRATOR, 0, agency),
                row.getLong("last_entry"));
    }
}
