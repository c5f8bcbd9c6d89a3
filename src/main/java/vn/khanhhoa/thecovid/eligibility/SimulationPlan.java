package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.eligibility.criteria.Assessor;
import vn.khanhhoa.thecovid.eligibility.criteria.CompiledCriteria;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaRow;
import vn.khanhhoa.thecovid.eligibility.criteria.PersonFacts;

/**
 * What is compared at each place of a simulation, and what was counted so far. Plain: for one thread, without a database.
 */
final class SimulationPlan {
    private static final int CHILD = 12;
    private static final int ADULT = 18;
    private static final int MIDDLE = 50;
    private static final int OLD = 65;

    enum Part {
        AREA,
        AGE,
        ORGANISATION,
        ROW
    }

    /** What so many people are counted by. */
    record Key(Part part, String of, String before, String after) {}

    /**
     * Of one place.
     *
     * @param now criteria in force there; none where there are none
     * @param then criteria that would be
     * @param scenarios of matrices and scenarios: the scenario before and after, empty where nothing would change there
     */
    record Place(
            @Nullable CompiledCriteria now,
            @Nullable CompiledCriteria then,
            @Nullable String scenarios) {}

    /** With what each thread needs. */
    private record Asked(Optional<Assessor> now, Optional<Assessor> then, boolean same, Place place) {}

    private final long micros;
    private final LocalDate today;
    private final Set<String> elsewhere;
    private final Map<String, Asked> places = new HashMap<>();
    private final Map<Key, long[]> counts = new HashMap<>();

    /**
     * @param places by code of the commune; empty for people who have not said where they live, or said a place that is none of
     *     today's
     * @param elsewhere communes of today that it is not about
     */
    SimulationPlan(Instant at, LocalDate today, Map<String, Place> places, Set<String> elsewhere) {
        this.elsewhere = Set.copyOf(elsewhere);
        this.micros = Math.multiplyExact(at.getEpochSecond(), 1_000_000L) + at.getNano() / 1_000;
        this.today = today;
        places.forEach((code, place) -> this.places.put(
                code,
                new Asked(
                        Optional.ofNullable(place.now()).map(CompiledCriteria::assessor),
                        Optional.ofNullable(place.then()).map(CompiledCriteria::assessor),
                        place.now() == place.then(),
                        place)));
    }

    /** Nobody of another place is counted. */
    void count(@Nullable LocalDate born, String commune, PersonFacts facts, Set<Long> organisations) {
        String counted = elsewhere.contains(commune) || places.containsKey(commune) ? commune : "";
        Asked asked = places.get(counted);
        if (asked == null) {
            return;
        }
        Optional<CriteriaRow> now =
                asked.now().map(assessor -> row(assessor, asked.place().now(), facts));
        String scenarios = asked.place().scenarios();
        String before = now.map(row ->
                        scenarios == null ? row.level().code() : row.level().treatedAs())
                .orElse("");
        String after;
        if (scenarios != null) {
            after = scenarios;
        } else {
            Optional<CriteriaRow> then = asked.same()
                    ? now
                    : asked.then().map(assessor -> row(assessor, asked.place().then(), facts));
            after = then.map(row -> row.level().code()).orElse("");
            add(
                    Part.ROW,
                    now.map(CriteriaRow::code).orElse("") + ">"
                            + then.map(CriteriaRow::code).orElse(""),
                    before,
                    after);
        }
        add(Part.AREA, counted, before, after);
        add(Part.AGE, ageGroup(born), before, after);
        for (long organisation : organisations) {
            add(Part.ORGANISATION, String.valueOf(organisation), before, after);
        }
    }

    private CriteriaRow row(Assessor assessor, @Nullable CompiledCriteria criteria, PersonFacts facts) {
        return Objects.requireNonNull(criteria).set().rows().get(assessor.row(facts, micros, micros));
    }

    private void add(Part part, String of, String before, String after) {
        counts.computeIfAbsent(new Key(part, of, before, after), key -> new long[1])[0]++;
    }

    private String ageGroup(@Nullable LocalDate born) {
        int age = born == null ? -1 : Period.between(born, today).getYears();
        if (age < 0) {
            return "unknown";
        }
        return age < CHILD ? "0-11" : age < ADULT ? "12-17" : age < MIDDLE ? "18-49" : age < OLD ? "50-64" : "65";
    }

    /** What was counted since it was taken last. */
    Map<Key, long[]> take() {
        Map<Key, long[]> taken = new HashMap<>(counts);
        counts.clear();
        return taken;
    }
}
