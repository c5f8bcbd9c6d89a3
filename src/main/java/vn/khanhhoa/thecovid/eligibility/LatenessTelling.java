package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.access.AccountsTold;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.AgencyStaff;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.platform.Sql;

/** The transactions of {@link LatenessJob}: of each source and day the officers of its agency are told once. */
@ApplicationScoped
@Transactional
class LatenessTelling {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int DAYS_BACK = 7;

    @Inject
    private StoredSources sources;

    @Inject
    private Lateness lateness;

    @Inject
    private AgencyStaff staff;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AccountsTold> told;

    List<SourceView> sources() {
        return sources.all(Actor.PORTAL).stream()
                .filter(SourceView::hasDeadline)
                .toList();
    }

    /** Days of the last week whose deadline has passed and that nobody has been told of. */
    void tell(SourceView source) {
        LocalDate today = LocalDate.now(clock);
        for (LocalDate day = today.minusDays(DAYS_BACK); day.isBefore(today); day = day.plusDays(1)) {
            if (lateness.isOver(source, day) && isFirst(source, day)) {
                tell(source, day);
            }
        }
    }

    List<SourceView> all() {
        return sources.all(Actor.PORTAL);
    }

    /** Of papers and reported faults that wait for longer than the source was given, its officers are told once. */
    void tellOverdue(SourceView source) {
        List<Long> officers =
                staff.withPermission(Actor.PORTAL, source.about().agencyId(), Permission.KEEP_SOURCE_DATA);
        if (officers.isEmpty()) {
            return; // as long as nobody is there: whoever comes is told then
        }
        int papers = overdue("eligibility_paper", "state = 'ACCEPTED'", source);
        int faults = overdue("eligibility_fault", "outcome IS NULL", source);
        if (papers + faults > 0) {
            told.fire(AccountsTold.of(
                    officers,
                    "eligibility.overdue-told",
                    "/health-data/requests?id=" + source.publicId(),
                    source.about().nameVi(),
                    papers,
                    faults));
        }
    }

    private int overdue(String table, String waiting, SourceView source) {
        Instant now = clock.instant();
        return sql.update(
                "UPDATE " + table + " SET alarmed_at = ? WHERE source_id = ? AND " + waiting
                        + " AND due_at <= ? AND alarmed_at IS NULL",
                now,
                source.id(),
                now);
    }

    private boolean isFirst(SourceView source, LocalDate day) {
        return sql.update(
                        "INSERT IGNORE INTO eligibility_lateness_told (source_id, day, told_at) VALUES (?, ?, ?)",
                        source.id(),
                        day,
                        clock.instant())
                > 0;
    }

    private void tell(SourceView source, LocalDate day) {
        List<FacilityDay> week = lateness.days(source, day.minusDays(DAYS_BACK), day);
        List<FacilityDay> ofDay =
                week.stream().filter(each -> each.day().equals(day)).toList();
        LatenessSum sum = LatenessSum.of(ofDay);
        int silent = silent(week, ofDay);
        List<Long> officers =
                staff.withPermission(Actor.PORTAL, source.about().agencyId(), Permission.KEEP_SOURCE_DATA);
        if (sum.late() + sum.missing() + silent > 0 && !officers.isEmpty()) {
            told.fire(AccountsTold.of(
                    officers,
                    "eligibility.lateness-told",
                    "/health-data/lateness?id=" + source.publicId() + "&from=" + day + "&to=" + day,
                    source.about().nameVi(),
                    DAY.format(day),
                    sum.late(),
                    sum.missing(),
                    silent));
        }
    }

    /** Facilities of which something was known in the week before, and nothing of the day. */
    private static int silent(List<FacilityDay> week, List<FacilityDay> ofDay) {
        Set<Long> active = week.stream()
                .filter(FacilityDay::isActive)
                .map(each -> each.facility().id())
                .collect(Collectors.toSet());
        return (int) ofDay.stream()
                .filter(each ->
                        !each.isActive() && active.contains(each.facility().id()))
                .count();
    }
}
