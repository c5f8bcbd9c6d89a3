package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;

/**
 * Days of which less has come than facilities declared, and what of that could be about a person: facilities of the district
 * where somebody says that the person lives, and those that gave the person a dose. Says nothing of others, and nothing of
 * tests.
 */
@ApplicationScoped
class IncompleteDays {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int DAYS_BACK = 14;
    private static final int MOST_NAMED = 5;

    @Inject
    private StoredSources sources;

    @Inject
    private Lateness lateness;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private record Incomplete(SourceKind kind, long facilityId, long areaId, String facility, LocalDate day) {}

    private record FacilityOnDay(long facilityId, LocalDate day) {}

    /** As it is now, of one source. */
    @Transactional
    void keep(SourceView source) {
        LocalDate today = LocalDate.now(clock);
        Set<FacilityOnDay> now = lateness.days(source, today.minusDays(DAYS_BACK), today).stream()
                .filter(day -> day.missing() > 0)
                .map(day -> new FacilityOnDay(day.facility().id(), day.day()))
                .collect(Collectors.toSet());
        Set<FacilityOnDay> over = new HashSet<>(sql.list(
                "SELECT d.facility_id, d.day FROM eligibility_incomplete_day d JOIN eligibility_facility f ON f.id ="
                        + " d.facility_id WHERE f.source_id = ?",
                row -> new FacilityOnDay(row.getLong(1), Objects.requireNonNull(row.getObject(2, LocalDate.class))),
                source.id()));
        over.removeAll(now);
        over.forEach(day -> sql.update(
                "DELETE FROM eligibility_incomplete_day WHERE facility_id = ? AND day = ?",
                day.facilityId(),
                day.day()));
        sql.batch(
                "INSERT IGNORE INTO eligibility_incomplete_day (facility_id, day) VALUES (?, ?)",
                now,
                (statement, day) -> {
                    statement.setLong(1, day.facilityId());
                    statement.setObject(2, day.day());
                });
    }

    /** The newest first. */
    List<String> sentences(long personId, Locale language) {
        List<Incomplete> all = sql.list(
                "SELECT s.kind, f.id, f.area_id, f.name, d.day FROM eligibility_incomplete_day d JOIN eligibility_facility f ON"
                        + " f.id = d.facility_id JOIN eligibility_source s ON s.id = f.source_id WHERE d.day >= ? ORDER BY d.day"
                        + " DESC, f.name",
                row -> new Incomplete(
                        SourceKind.valueOf(row.getString(1)),
                        row.getLong(2),
                        row.getLong(3),
                        row.getString(4),
                        Objects.requireNonNull(row.getObject(5, LocalDate.class))),
                LocalDate.now(clock).minusDays(DAYS_BACK));
        if (all.isEmpty()) {
            return List.of();
        }
        Set<Long> gaveDoses = Set.copyOf(sql.list(
                "SELECT DISTINCT r.facility_id FROM eligibility_tie t JOIN eligibility_record r ON r.given_id = t.given_id WHERE"
                        + " t.person_id = ? AND t.state = 'TIED' AND t.known_to IS NULL AND r.kind = 'DOSE' AND r.known_to IS NULL",
                row -> row.getLong(1),
                personId));
        Map<Long, Long> districts = catalogue.communes(LocalDate.now(clock)).stream()
                .collect(Collectors.toMap(AreaView::id, AreaView::parentId));
        Set<Long> home = home(personId);
        List<Incomplete> about = all.stream()
                .filter(each -> gaveDoses.contains(each.facilityId())
                        || home.contains(districts.getOrDefault(each.areaId(), -1L)))
                .toList();
        return about.stream()
                .limit(MOST_NAMED)
                .map(each -> Texts.get(
                        language,
                        "eligibility.incomplete." + each.kind().name().toLowerCase(Locale.ROOT),
                        DAY.format(each.day()),
                        each.facility()))
                .toList();
    }

    /** Districts of the communes that lists and tied records tell of the person. */
    private Set<Long> home(long personId) {
        Set<String> codes = Set.copyOf(sql.list(
                "SELECT commune FROM person_said WHERE person_id = ? UNION SELECT g.commune FROM eligibility_tie t JOIN"
                        + " eligibility_given g ON g.id = t.given_id WHERE t.person_id = ? AND t.state = 'TIED' AND t.known_to IS"
                        + " NULL",
                row -> row.getString(1),
                personId,
                personId));
        return catalogue.communes(LocalDate.now(clock)).stream()
                .filter(area -> codes.contains(area.code()))
                .map(AreaView::parentId)
                .collect(Collectors.toSet());
    }
}
