package vn.khanhhoa.thecovid.eligibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.eligibility.SimulationPlan.Key;
import vn.khanhhoa.thecovid.eligibility.SimulationPlan.Part;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaRow;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaSet;
import vn.khanhhoa.thecovid.eligibility.criteria.Level;
import vn.khanhhoa.thecovid.eligibility.matrix.ConditionMatrix;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixCell;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixRow;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixWords;

/** Makes tables of what a simulation counted. Plain. */
final class SimulationCounts {
    private static final long SMALL = 5;
    /** Of so few people nothing is said by itself to whoever may not see single ones. */
    private static final long TOO_FEW = 20;
    /** As matrices take levels, from the one that allows most; somebody held is nowhere in a matrix. */
    private static final List<String> TREATED = List.of("GREEN", "YELLOW", "RED", "HOLD", "");

    private final SimulationKind kind;
    private final Map<Key, Long> counts;
    private final boolean rounded;
    private final List<CriteriaSet> sets;
    private final Map<String, Integer> ranks = new HashMap<>();
    private final List<SimulationView.ActivityMove> activities = new ArrayList<>();
    /** Of a level and scenarios: whether something is allowed that was not, and the other way round. */
    private final Map<String, boolean[]> turns = new HashMap<>();

    /** @param sets of criteria, by which levels and rows have their names; the draft first */
    SimulationCounts(SimulationKind kind, Map<Key, Long> counts, boolean rounded, List<CriteriaSet> sets) {
        this.kind = kind;
        this.counts = counts;
        this.rounded = rounded;
        this.sets = sets;
        List<String> codes = new ArrayList<>();
        sets.forEach(set -> set.levels().forEach(level -> codes.add(level.code())));
        codes.addAll(TREATED);
        codes.stream().distinct().forEach(code -> ranks.put(code, ranks.size()));
    }

    private boolean isOfCriteria() {
        return kind == SimulationKind.CRITERIA;
    }

    private long told(long people) {
        if (!rounded) {
            return people;
        }
        return people < SMALL ? SimulationView.FEW : (people + SMALL / 2) / SMALL * SMALL;
    }

    private static void add(Map<String, Long> sums, String code, long people) {
        sums.merge(code, people, Long::sum);
    }

    private Map<String, Long> told(Map<String, Long> sums) {
        Map<String, Long> told = new TreeMap<>(Comparator.comparing((String code) -> ranks.getOrDefault(code, 99))
                .thenComparing(Comparator.naturalOrder()));
        sums.forEach((code, people) -> told.put(code, told(people)));
        return told;
    }

    Set<String> of(Part part) {
        return counts.keySet().stream()
                .filter(key -> key.part() == part)
                .map(Key::of)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Everybody is in one age group. */
    List<SimulationView.LevelSum> levels() {
        Map<String, Long> before = new HashMap<>();
        Map<String, Long> after = new HashMap<>();
        counts.forEach((key, people) -> {
            if (key.part() == Part.AGE) {
                add(before, key.before(), people);
                add(after, isOfCriteria() ? key.after() : key.before(), people);
            }
        });
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(code -> ranks.getOrDefault(code, 99)))
                .map(code -> {
                    Optional<Level> level = level(code);
                    return new SimulationView.LevelSum(
                            code,
                            level.map(Level::nameVi).orElse(""),
                            level.map(Level::nameEn).orElse(""),
                            level.map(Level::colour).orElse(""),
                            level.map(Level::treatedAs).orElse(code),
                            told(before.getOrDefault(code, 0L)),
                            told(after.getOrDefault(code, 0L)));
                })
                .toList();
    }

    private Optional<Level> level(String code) {
        return sets.stream()
                .flatMap(set -> set.levels().stream())
                .filter(level -> level.code().equals(code))
                .findFirst();
    }

    /** Those with the most people who would move first. @param names by what they are of; without one they keep it */
    List<SimulationView.Line> lines(Part part, Map<String, String> names) {
        Map<String, Map<String, Long>> before = new TreeMap<>();
        Map<String, Map<String, Long>> after = new HashMap<>();
        Map<String, long[]> moved = new HashMap<>();
        Map<String, Long> all = rounded ? people(part) : Map.of();
        counts.forEach((key, people) -> {
            if (key.part() == part) {
                String which = all.getOrDefault(key.of(), TOO_FEW) < TOO_FEW ? SimulationView.OTHERS : key.of();
                add(before.computeIfAbsent(which, of -> new HashMap<>()), key.before(), people);
                add(
                        after.computeIfAbsent(which, of -> new HashMap<>()),
                        isOfCriteria() ? key.after() : key.before(),
                        people);
                long[] ways = moved.computeIfAbsent(which, of -> new long[2]);
                ways[0] += isUp(key) ? people : 0;
                ways[1] += isDown(key) ? people : 0;
            }
        });
        Comparator<String> most = Comparator.comparing(of -> {
            long[] ways = Objects.requireNonNull(moved.get(of));
            return -Math.max(told(ways[0]), told(ways[1]));
        });
        return before.keySet().stream()
                .filter(of -> !rounded || !isTooFew(Objects.requireNonNull(before.get(of))))
                .sorted(part == Part.AGE ? Comparator.naturalOrder() : most.thenComparing(Comparator.naturalOrder()))
                .map(of -> {
                    long[] ways = Objects.requireNonNull(moved.get(of));
                    return new SimulationView.Line(
                            of,
                            names.getOrDefault(of, of),
                            told(Objects.requireNonNull(before.get(of))),
                            told(Objects.requireNonNull(after.get(of))),
                            told(ways[0]),
                            told(ways[1]));
                })
                .toList();
    }

    private Map<String, Long> people(Part part) {
        Map<String, Long> people = new HashMap<>();
        counts.forEach((key, count) -> {
            if (key.part() == part) {
                add(people, key.of(), count);
            }
        });
        return people;
    }

    private static boolean isTooFew(Map<String, Long> people) {
        return people.values().stream().mapToLong(Long::longValue).sum() < TOO_FEW;
    }

    private boolean isUp(Key key) {
        return isOfCriteria() ? isRanked(key) && rank(key.after()) < rank(key.before()) : turn(key)[0];
    }

    private boolean isDown(Key key) {
        return isOfCriteria() ? isRanked(key) && rank(key.after()) > rank(key.before()) : turn(key)[1];
    }

    /** Where no criteria are in force there is nothing to be above. */
    private static boolean isRanked(Key key) {
        return !key.before().isEmpty() && !key.after().isEmpty();
    }

    private int rank(String code) {
        return ranks.getOrDefault(code, 99);
    }

    private boolean[] turn(Key key) {
        return turns.getOrDefault(key.before() + " " + key.after(), new boolean[2]);
    }

    /** Who would be another level and why, then who would be the same by another row; the most first. */
    List<SimulationView.Move> moves() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().part() == Part.ROW)
                .filter(entry -> {
                    String[] rows = entry.getKey().of().split(">", -1);
                    return !entry.getKey().before().equals(entry.getKey().after()) || !rows[0].equals(rows[1]);
                })
                .sorted(Comparator.comparing((Map.Entry<Key, Long> entry) ->
                                entry.getKey().before().equals(entry.getKey().after()))
                        .thenComparing(entry -> -entry.getValue())
                        .thenComparing(entry -> entry.getKey().of()))
                .map(entry -> {
                    String[] rows = entry.getKey().of().split(">", -1);
                    return new SimulationView.Move(
                            entry.getKey().before(),
                            entry.getKey().after(),
                            row(rows[0], entry.getKey().before()),
                            row(rows[1], entry.getKey().after()),
                            told(entry.getValue()));
                })
                .toList();
    }

    private SimulationView.@Nullable RowName row(String code, String level) {
        return sets.stream()
                .flatMap(set -> set.rows().stream())
                .filter(row -> row.code().equals(code) && row.level().code().equals(level))
                .findFirst()
                .map((CriteriaRow row) -> new SimulationView.RowName(code, row.nameVi(), row.nameEn()))
                .orElse(null);
    }

    /** What people of each level could do otherwise, where they live. */
    void compare(ConditionMatrix now, ConditionMatrix then, MatrixWords words) {
        Map<String, Key> keys = new LinkedHashMap<>();
        Map<String, Long> people = new HashMap<>();
        counts.forEach((key, count) -> {
            if (key.part() == Part.AGE && key.after().contains(">")) {
                keys.put(key.before() + " " + key.after(), key);
                add(people, key.before() + " " + key.after(), count);
            }
        });
        keys.forEach((name, key) -> {
            String[] scenarios = key.after().split(">", -1);
            boolean[] turn = turns.computeIfAbsent(name, each -> new boolean[2]);
            for (MatrixRow row : now.rows()) {
                Optional<Answer> before = answer(now, row.activity(), key.before(), scenarios[0]);
                Optional<Answer> after = answer(then, row.activity(), key.before(), scenarios[1]);
                if (before.isPresent() && after.isPresent() && !before.equals(after)) {
                    boolean up = after.get().isLaxerThan(before.get());
                    turn[up ? 0 : 1] = true;
                    activities.add(new SimulationView.ActivityMove(
                            words.activity(row.activity()),
                            words.level(key.before()),
                            scenarios[0],
                            scenarios[1],
                            before.get().words(words),
                            after.get().words(words),
                            up,
                            told(people.getOrDefault(name, 0L))));
                }
            }
        });
        activities.sort(Comparator.comparing((SimulationView.ActivityMove move) -> -move.people())
                .thenComparing(SimulationView.ActivityMove::activity));
    }

    /** What a level may in a scenario. */
    private record Answer(MatrixCell.Part part, int capacity, int maxPeople) {
        boolean isLaxerThan(Answer other) {
            if (!part.equals(other.part)) {
                return part.isLaxerThan(other.part);
            }
            return places(capacity) >= places(other.capacity) && places(maxPeople) >= places(other.maxPeople);
        }

        private static int places(int limit) {
            return limit == 0 ? Integer.MAX_VALUE : limit;
        }

        String words(MatrixWords words) {
            String limits = part.allowed() ? words.limits(capacity, maxPeople) : "";
            return words.part(part) + (limits.isEmpty() ? "" : ". " + limits);
        }
    }

    /** Empty where no scenario is in force, or the matrix knows neither the activity nor the level. */
    private static Optional<Answer> answer(ConditionMatrix matrix, String activity, String level, String scenario) {
        int number = matrix.levels().indexOf(level);
        return number < 0
                ? Optional.empty()
                : matrix.row(activity)
                        .map(row -> row.cells().get(scenario))
                        .map(cell -> new Answer(
                                cell.parts().get(number),
                                cell.parts().get(number).allowed() ? cell.capacity() : 0,
                                cell.parts().get(number).allowed() ? cell.maxPeople() : 0));
    }

    List<SimulationView.ActivityMove> activities() {
        return activities;
    }
}
