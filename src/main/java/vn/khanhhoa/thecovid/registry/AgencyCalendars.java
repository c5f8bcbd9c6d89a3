package vn.khanhhoa.thecovid.registry;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * When agencies work: the weeks, days off and extra days by which rules in working hours are reckoned. A head keeps their own
 * agency's, an administrator all. What was is not rewritten; a change begins today at the earliest.
 */
@UseCase
public class AgencyCalendars {
    private static final int LONGEST_DAYS = 92;
    private static final int MOST_YEARS = 2;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Inject
    private EntityManager entities;

    @Inject
    private CatalogueCache cache;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    @Inject
    private Event<CalendarChanged> changed;

    @Requires(Permission.KEEP_CALENDARS)
    public AgencyCalendar of(Actor actor, PublicId agency) {
        AgencyView view = agency(actor, agency);
        LocalDate today = LocalDate.now(clock);
        List<WorkingTime> rows = rows(view.id());
        List<AgencyCalendar.Row> weeks = rows.stream()
                .filter(WorkingTime::isWeek)
                .map(WorkingTime::view)
                .sorted(Comparator.comparing(AgencyCalendar.Row::from).reversed())
                .toList();
        return new AgencyCalendar(
                agency,
                view.name(),
                revision(view.id()),
                weeks.stream()
                        .filter(week -> !week.from().isAfter(today))
                        .findFirst()
                        .map(AgencyCalendar.Row::hours)
                        .orElse(List.of()),
                weeks,
                rows.stream()
                        .filter(row -> !row.isWeek() && !row.lastDay().isBefore(today))
                        .map(WorkingTime::view)
                        .sorted(Comparator.comparing(AgencyCalendar.Row::from))
                        .toList());
    }

    /**
     * The week that holds from a day on.
     *
     * @param revision that was shown
     * @param hours of seven days, Monday first
     */
    @Requires(Permission.KEEP_CALENDARS)
    public void setWeek(Actor actor, PublicId agency, int revision, LocalDate from, List<String> hours) {
        AgencyView view = held(actor, agency, revision);
        requireAhead(from);
        Optional<WorkingTime> same = rows(view.id()).stream()
                .filter(row -> row.isWeek() && row.validFrom().equals(from))
                .findFirst();
        same.ifPresentOrElse(row -> row.write(hours), () -> entities.persist(WorkingTime.week(view.id(), hours, from)));
        check(actor, view, "calendar.week-set", from + " " + String.join("|", hours));
    }

    /**
     * Hours of their own for days of the calendar: none for days off, others for extra days of work.
     *
     * @param revision that was shown
     */
    @Requires(Permission.KEEP_CALENDARS)
    public void setDays(
            Actor actor, PublicId agency, int revision, LocalDate from, LocalDate to, String hours, String note) {
        AgencyView view = held(actor, agency, revision);
        requireAhead(from);
        WorkingTime days = WorkingTime.days(view.id(), hours, note, from, to);
        if (to.isAfter(from.plusDays(LONGEST_DAYS - 1))) {
            throw new RuleViolation("registry.days-long", LONGEST_DAYS);
        }
        rows(view.id()).stream()
                .filter(row -> !row.isWeek()
                        && !row.lastDay().isBefore(from)
                        && !row.validFrom().isAfter(to))
                .findFirst()
                .ifPresent(other -> {
                    throw new RuleViolation(
                            "registry.days-taken", DAY.format(other.validFrom()), DAY.format(other.lastDay()));
                });
        entities.persist(days);
        check(actor, view, "calendar.days-set", from + " " + to + " " + days.hours());
    }

    /** What is left of it from today on; what has been stays. */
    @Requires(Permission.KEEP_CALENDARS)
    public void remove(Actor actor, PublicId agency, int revision, long rowId) {
        AgencyView view = held(actor, agency, revision);
        LocalDate today = LocalDate.now(clock);
        WorkingTime row = rows(view.id()).stream()
                .filter(each -> each.id() == rowId)
                .findFirst()
                .orElseThrow(NotFound::new);
        if (!row.validFrom().isBefore(today)) {
            entities.remove(row);
        } else if (row.isWeek() || row.lastDay().isBefore(today)) {
            throw new RuleViolation("registry.week-begun");
        } else {
            row.endBefore(today);
        }
        check(actor, view, "calendar.removed", String.valueOf(row.validFrom()));
    }

    /** How many rules may name an agency today. @param working those of them that count its working hours */
    public record Followers(int rules, int working) {}

    @Requires(Permission.KEEP_CALENDARS)
    public Followers followers(Actor actor, PublicId agency) {
        AgencyView view = agency(actor, agency);
        List<RoutingRuleView> naming = cache.current().on(LocalDate.now(clock)).rules().stream()
                .filter(rule -> mayName(rule, view))
                .toList();
        return new Followers(naming.size(), (int)
                naming.stream().filter(RoutingRuleView::workingHours).count());
    }

    /** Agencies that rules in working hours may name, and whose working hours are not known: clock hours count there. */
    @Requires(Permission.ADMINISTER)
    public List<AgencyView> unknown(Actor actor) {
        LocalDate today = LocalDate.now(clock);
        CatalogueSnapshot snapshot = cache.current();
        List<RoutingRuleView> rules = snapshot.on(today).rules().stream()
                .filter(RoutingRuleView::workingHours)
                .toList();
        return snapshot.on(today).agencies().stream()
                .filter(agency -> rules.stream().anyMatch(rule -> mayName(rule, agency)))
                .filter(agency -> snapshot.calendar(agency.id())
                        .filter(calendar -> calendar.holdsOn(today)
                                && calendar.idleFrom(today).isEmpty())
                        .isEmpty())
                .toList();
    }

    private static boolean mayName(RoutingRuleView rule, AgencyView agency) {
        return switch (rule.target()) {
            case AGENCY -> rule.targetAgency().equals(agency.code());
            case AREA -> rule.targetKind().equals(agency.kind()) && agency.areaId() != 0;
            case OWN -> true;
        };
    }

    private AgencyView agency(Actor actor, PublicId id) {
        AgencyView view = cache.current().on(LocalDate.now(clock)).agencies().stream()
                .filter(agency -> agency.publicId().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (!actor.may(Permission.ADMINISTER)) {
            actor.requireAgency(view.id());
        }
        return view;
    }

    private AgencyView held(Actor actor, PublicId agency, int revision) {
        AgencyView view = agency(actor, agency);
        if (sql.update(
                        "UPDATE registry_agency SET calendar_revision = calendar_revision + 1 WHERE id = ? AND"
                                + " calendar_revision = ?",
                        view.id(),
                        revision)
                == 0) {
            throw new OptimisticLockException("the calendar was changed meanwhile");
        }
        return view;
    }

    private int revision(long agencyId) {
        return (int) sql.number("SELECT calendar_revision FROM registry_agency WHERE id = ?", agencyId);
    }

    private void requireAhead(LocalDate from) {
        LocalDate today = LocalDate.now(clock);
        if (from.isBefore(today) || from.isAfter(today.plusYears(MOST_YEARS))) {
            throw new RuleViolation("registry.calendar-ahead", MOST_YEARS);
        }
    }

    private void check(Actor actor, AgencyView agency, String action, String what) {
        entities.flush();
        List<WorkingTime> rows = rows(agency.id());
        LocalDate today = LocalDate.now(clock);
        WorkingTime.calendar(rows).idleFrom(today).ifPresent(day -> {
            throw new RuleViolation("registry.no-working-hours", WorkingCalendar.LONGEST_CLOSURE, DAY.format(day));
        });
        trail.fire(new CatalogueChanged(
                actor.accountId(), action, "calendar", agency.code(), Map.of("what", shortened(what))));
        changed.fire(new CalendarChanged(agency.id()));
    }

    private static String shortened(String what) {
        return what.substring(0, Math.min(what.length(), 200));
    }

    private List<WorkingTime> rows(long agencyId) {
        return new ArrayList<>(
                entities.createQuery("select w from WorkingTime w where w.agencyId = :agency", WorkingTime.class)
                        .setParameter("agency", agencyId)
                        .getResultList());
    }
}
