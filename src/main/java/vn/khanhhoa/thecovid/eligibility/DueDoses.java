package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.eligibility.criteria.Vaccine;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * Who is due the next dose of a course, by the facility that gave the last one and the commune of residence: the last dose
 * that is known, of whatever source, is not the last of its vaccine's course, and the vaccine's days have passed. People are
 * told apart by their documents, so those without one are only counted. Whoever looks or takes the list along is on the trail.
 * {@link DueSteps} keeps it all.
 */
@UseCase
public class DueDoses {
    public static final int MOST_TAKEN = 50_000;

    private static final String SEPARATOR = "\u001f";

    @Inject
    private StoredSources sources;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Sql sql;

    @Inject
    private DataCipher cipher;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** What a query has, and what fills its gaps. */
    private record Query(String text, List<Object> args) {
        Object[] with(Object... more) {
            List<Object> all = new ArrayList<>(args);
            all.addAll(List.of(more));
            return all.toArray();
        }
    }

    /** The moment up to which changes of records are in what is answered: now, or where the oldest waits that is not. */
    @Requires(Permission.READ_DUE_DOSES)
    public Instant knownAt(Actor actor) {
        return sql.list(
                        "SELECT MIN(changed_at) AS since FROM eligibility_import WHERE to_reckon",
                        row -> Optional.ofNullable(Sql.instant(row, "since")))
                .get(0)
                .orElseGet(clock::instant);
    }

    /** How many are due, by facility and by commune; names nobody. */
    @Requires(Permission.READ_DUE_DOSES)
    public DueDosesSum sum(Actor actor, DueDosesFilter filter) {
        SourceView source = vaccination(actor, filter);
        Map<Long, FacilityView> facilities = facilities(source);
        Map<String, String> communes = communes();
        Map<Long, Long> byFacility = new HashMap<>();
        Map<String, Long> byCommune = new HashMap<>();
        long[] without = {0};
        sql.list(
                "SELECT facility_id, commune, documented, SUM(people) FROM eligibility_due_sum WHERE source_id = ? AND due_on <="
                        + " ? GROUP BY facility_id, commune, documented HAVING SUM(people) > 0",
                row -> {
                    long people = row.getLong(4);
                    if (row.getBoolean(3)) {
                        byFacility.merge(row.getLong(1), people, Long::sum);
                        byCommune.merge(row.getString(2), people, Long::sum);
                    } else {
                        without[0] += people;
                    }
                    return people;
                },
                source.id(),
                filter.until());
        return new DueDosesSum(
                byFacility.entrySet().stream()
                        .filter(each -> facilities.containsKey(each.getKey()))
                        .map(each -> {
                            FacilityView facility = Objects.requireNonNull(facilities.get(each.getKey()));
                            return new DueDosesSum.Part(facility.code(), facility.name(), each.getValue());
                        })
                        .sorted(Comparator.comparing(DueDosesSum.Part::code))
                        .toList(),
                byCommune.entrySet().stream()
                        .map(each -> new DueDosesSum.Part(
                                each.getKey(), communes.getOrDefault(each.getKey(), each.getKey()), each.getValue()))
                        .sorted(Comparator.comparing(DueDosesSum.Part::name))
                        .toList(),
                without[0]);
    }

    /** Of one facility or commune. */
    @Requires(Permission.READ_DUE_DOSES)
    public long count(Actor actor, DueDosesFilter filter) {
        Query query = query(vaccination(actor, filter), filter);
        return sql.number("SELECT COALESCE(SUM(people), 0) FROM eligibility_due_sum" + query.text(), query.with());
    }

    /** Who has waited longest first, as a screen may show it: of numbers only their ends. */
    @Requires(Permission.READ_DUE_DOSES)
    public List<DueDose> page(Actor actor, DueDosesFilter filter, int first, int count) {
        SourceView source = vaccination(actor, filter);
        List<DueDose> found = new ArrayList<>();
        read(source, filter, first, count, due -> found.add(due.masked()));
        tell(actor, "source.due-doses-seen", source, filter, found.size());
        return found;
    }

    /** All of them with their numbers, to be called. @return how many */
    @Requires(Permission.READ_DUE_DOSES)
    public int take(Actor actor, DueDosesFilter filter, Consumer<DueDose> taker) {
        SourceView source = vaccination(actor, filter);
        long count = count(actor, filter);
        if (count > MOST_TAKEN) {
            throw new RuleViolation("eligibility.due-doses-many", count, MOST_TAKEN);
        }
        int[] taken = {0};
        read(source, filter, 0, MOST_TAKEN, due -> {
            taken[0]++;
            taker.accept(due);
        });
        tell(actor, "source.due-doses-taken", source, filter, taken[0]);
        return taken[0];
    }

    private void tell(Actor actor, String action, SourceView source, DueDosesFilter filter, int count) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("count", String.valueOf(count));
        if (!filter.facility().isEmpty()) {
            details.put("code", filter.facility());
        }
        if (!filter.commune().isEmpty()) {
            details.put("commune", filter.commune());
        }
        trail.fire(new HealthDataChanged(actor.accountId(), action, "source", source.publicId(), details));
    }

    private SourceView vaccination(Actor actor, DueDosesFilter filter) {
        SourceView source = sources.own(actor, filter.source());
        if (source.kind() != SourceKind.VACCINATION) {
            throw new RuleViolation("eligibility.due-doses-of-vaccination");
        }
        return source;
    }

    private Map<Long, FacilityView> facilities(SourceView source) {
        return sources.facilities(source.id()).stream()
                .collect(Collectors.toMap(FacilityView::id, facility -> facility));
    }

    private Map<String, String> communes() {
        return catalogue.communes(LocalDate.now(clock)).stream()
                .collect(Collectors.toMap(AreaView::code, AreaView::path, (one, other) -> one));
    }

    /** Who is asked for, where they are counted as where they are named. */
    private Query query(SourceView source, DueDosesFilter filter) {
        StringBuilder text = new StringBuilder(" WHERE source_id = ? AND documented AND due_on <= ?");
        List<Object> args = new ArrayList<>(List.of(source.id(), filter.until()));
        if (!filter.facility().isEmpty()) {
            long facility = facilities(source).values().stream()
                    .filter(each -> each.code().equals(filter.facility()))
                    .mapToLong(FacilityView::id)
                    .findFirst()
                    .orElse(0);
            text.append(" AND facility_id = ?");
            args.add(facility);
        }
        if (!filter.commune().isEmpty()) {
            text.append(" AND commune = ?");
            args.add(filter.commune().equals(DueDosesFilter.NO_COMMUNE) ? "" : filter.commune());
        }
        return new Query(text.toString(), args);
    }

    /** What was replaced or withdrawn a moment ago is left out. */
    private void read(SourceView source, DueDosesFilter filter, int first, int count, Consumer<DueDose> taker) {
        Map<Long, FacilityView> facilities = facilities(source);
        Map<String, String> communes = communes();
        Query query = query(source, filter);
        sql.list(
                "SELECT r.facility_id, g.person, g.name, g.birth, g.commune, r.code, r.number, r.event_day FROM (SELECT record_id,"
                        + " due_on FROM eligibility_due" + query.text()
                        + " ORDER BY due_on, record_id LIMIT ? OFFSET ?) d JOIN"
                        + " eligibility_record r ON r.id = d.record_id JOIN eligibility_given g ON g.id = r.given_id WHERE"
                        + " r.known_to IS NULL ORDER BY d.due_on, d.record_id",
                row -> {
                    taker.accept(due(row, facilities, communes));
                    return true;
                },
                query.with(count, first));
    }

    private DueDose due(ResultSet row, Map<Long, FacilityView> facilities, Map<String, String> communes)
            throws SQLException {
        String[] numbers = cipher.open(row.getBytes(2)).split(SEPARATOR, -1);
        String code = row.getString(6);
        Vaccine vaccine = CriteriaSets.VOCABULARY.vaccines().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
        LocalDate given = Objects.requireNonNull(row.getObject(8, LocalDate.class));
        FacilityView facility = facilities.get(row.getLong(1));
        return new DueDose(
                row.getString(3),
                row.getString(4),
                numbers[0],
                numbers[1],
                communes.getOrDefault(row.getString(5), row.getString(5)),
                facility == null ? "" : facility.name(),
                vaccine.name(),
                row.getInt(7),
                given,
                given.plusDays(vaccine.nextDoseDays()));
    }
}
