package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** What facilities say they had on a day, and what of it has come in time, late or not at all. */
@UseCase
public class DailyTotals {
    public static final int MOST_DAYS = 92;
    private static final int MOST = 100_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

    @Inject
    private StoredSources sources;

    @Inject
    private Lateness lateness;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** One day of each facility of a source. */
    @Requires(Permission.READ_SOURCES)
    public List<FacilityDay> day(Actor actor, PublicId sourceId, LocalDate day) {
        return lateness.days(sources.readable(actor, sourceId), day, day);
    }

    /**
     * Those that differ from what was declared before; others stay as they are. Returns how many there were.
     *
     * @param totals by facility
     */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public int declare(Actor actor, PublicId sourceId, LocalDate day, Map<PublicId, Integer> totals) {
        SourceView source = sources.own(actor, sourceId);
        if (day.isAfter(LocalDate.now(clock)) || day.isBefore(FIRST_DAY)) {
            throw new RuleViolation("eligibility.total-of-no-day");
        }
        sources.hold(source.id());
        Map<PublicId, FacilityDay> known = lateness.days(source, day, day).stream()
                .collect(Collectors.toMap(each -> each.facility().publicId(), Function.identity()));
        int changed = 0;
        for (Map.Entry<PublicId, Integer> total : totals.entrySet()) {
            FacilityDay before = known.get(total.getKey());
            if (before == null) {
                throw new RuleViolation(
                        "eligibility.total-of-closed-facility",
                        sources.facility(source.id(), total.getKey()).name());
            }
            if (total.getValue() < 0 || total.getValue() > MOST) {
                throw new RuleViolation(
                        "eligibility.total-wrong", before.facility().name(), MOST);
            }
            if (!before.declared().equals(OptionalInt.of(total.getValue()))) {
                add(actor, before.facility(), day, total.getValue());
                changed++;
            }
        }
        if (changed > 0) {
            trail.fire(new HealthDataChanged(
                    actor.accountId(),
                    "source.totals-declared",
                    "source",
                    sourceId,
                    Map.of("day", day.toString(), "count", String.valueOf(changed))));
        }
        return changed;
    }

    private void add(Actor actor, FacilityView facility, LocalDate day, int total) {
        sql.update(
                "INSERT INTO eligibility_daily_total (facility_id, day, number, total, declared_by, declarer, declared_at)"
                        + " SELECT ?, ?, COALESCE(MAX(number), 0) + 1, ?, ?, ?, ? FROM eligibility_daily_total WHERE"
                        + " facility_id = ? AND day = ?",
                facility.id(),
                day,
                total,
                actor.accountId(),
                actor.name(),
                clock.instant(),
                facility.id(),
                day);
    }

    /** Three months at most; later days than today are left out. */
    @Requires(Permission.READ_SOURCES)
    public LatenessView lateness(Actor actor, PublicId sourceId, LocalDate from, LocalDate to) {
        SourceView source = sources.readable(actor, sourceId);
        LocalDate today = LocalDate.now(clock);
        LocalDate last = to.isAfter(today) ? today : to;
        LocalDate first = from.isAfter(last) ? last : from;
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw new RuleViolation("eligibility.lateness-too-long", MOST_DAYS);
        }
        List<FacilityDay> days = lateness.days(source, first, last);
        List<FacilityDay> active = days.stream().filter(FacilityDay::isActive).toList();
        return new LatenessView(
                source,
                first,
                last,
                LatenessSum.of(active),
                Stream.iterate(first, day -> !day.isAfter(last), day -> day.plusDays(1))
                        .map(day -> new LatenessView.Day(
                                day,
                                LatenessSum.of(active.stream()
                                        .filter(each -> each.day().equals(day))
                                        .toList())))
                        .toList(),
                active.stream().collect(Collectors.groupingBy(FacilityDay::facility)).entrySet().stream()
                        .map(each -> new LatenessView.OfFacility(each.getKey(), LatenessSum.of(each.getValue())))
                        .sorted(Comparator.comparingInt((LatenessView.OfFacility each) ->
                                        -each.sum().missing() - each.sum().late())
                                .thenComparing(each -> each.facility().code()))
                        .toList(),
                active);
    }
}
