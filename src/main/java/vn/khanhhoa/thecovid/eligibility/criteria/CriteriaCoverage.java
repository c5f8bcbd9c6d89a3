package vn.khanhhoa.thecovid.eligibility.criteria;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.eligibility.criteria.Condition.Bound;
import vn.khanhhoa.thecovid.eligibility.criteria.Condition.Shape;

/**
 * Which rows nobody can reach, whom no row answers for, and where rows of different levels meet in one column. Values that
 * all cells of a column treat alike are one case; a row covers a product of such cases, so what earlier rows leave of it is
 * found by cutting. That one column can imply another (a full course a first dose) is left aside: what is called
 * unreachable is.
 */
final class CriteriaCoverage {
    private static final int MOST_CUTS = 300_000;
    private static final int MOST_CODES = 10;

    /**
     * A value of a column.
     *
     * @param met by row, whether its cell is met there; values with the same answers are one case
     */
    private record Sample(String witness, List<Boolean> met) {}

    private final Vocabulary vocabulary;
    private final List<CriteriaColumn> columns;
    private final List<CriteriaRow> rows;
    private final Findings findings;
    /** By column, one sample of each case. */
    private final List<List<Sample>> cases = new ArrayList<>();
    /** By column, the values around the ends of its ranges in their order. */
    private final List<List<Sample>> lines = new ArrayList<>();
    /** By row and column, the cases in which its cell is met. */
    private final List<List<BitSet>> boxes = new ArrayList<>();

    private int cuts;

    CriteriaCoverage(Vocabulary vocabulary, List<CriteriaColumn> columns, List<CriteriaRow> rows, Findings findings) {
        this.vocabulary = vocabulary;
        this.columns = columns;
        this.rows = rows;
        this.findings = findings;
        rows.forEach(row -> boxes.add(new ArrayList<>()));
        columns.forEach(this::divide);
    }

    void look() {
        Set<Integer> unreachable = unreachable();
        nobody();
        for (int column = 0; column < columns.size(); column++) {
            gaps(column);
        }
        overlaps(unreachable);
        if (cuts > MOST_CUTS) {
            findings.add(ProblemCode.TOO_MANY_TO_CHECK, "", "");
        }
    }

    private void divide(CriteriaColumn column) {
        List<Sample> line = new ArrayList<>();
        List<Sample> samples =
                column.term().list().isPresent() ? samplesOfCodes(column) : samplesOfValues(column, line);
        Map<List<Boolean>, Sample> distinct = new LinkedHashMap<>();
        samples.forEach(sample -> distinct.putIfAbsent(sample.met(), sample));
        line.forEach(sample -> distinct.putIfAbsent(sample.met(), sample));
        cases.add(List.copyOf(distinct.values()));
        lines.add(line);
        for (int row = 0; row < rows.size(); row++) {
            BitSet met = new BitSet();
            for (int each = 0; each < distinct.size(); each++) {
                met.set(each, cases.get(cases.size() - 1).get(each).met().get(row));
            }
            boxes.get(row).add(met);
        }
    }

    private List<Sample> samplesOfCodes(CriteriaColumn column) {
        Set<String> named = new TreeSet<>();
        rows.forEach(row ->
                Optional.ofNullable(row.cells().get(column.key())).ifPresent(cell -> named.addAll(cell.codes())));
        if (named.size() > MOST_CODES) {
            cuts = MOST_CUTS + 1;
        }
        // A code that no cell names, where there is one, is told from none by "any" and "none".
        List<String> some = new ArrayList<>(named.stream().limit(MOST_CODES).toList());
        column.term().list().stream()
                .flatMap(list -> vocabulary.codes(list).stream())
                .map(Vocabulary.Named::code)
                .filter(code -> !named.contains(code))
                .findFirst()
                .ifPresent(some::add);
        List<Sample> samples = new ArrayList<>();
        for (int subset = 0; subset < 1 << some.size(); subset++) {
            List<String> held = new ArrayList<>();
            for (int i = 0; i < some.size(); i++) {
                if ((subset >> i & 1) == 1) {
                    held.add(some.get(i));
                }
            }
            samples.add(sample(
                    column, held.isEmpty() ? "none" : String.join("+", held), condition -> condition.holds(held)));
        }
        return samples;
    }

    private List<Sample> samplesOfValues(CriteriaColumn column, List<Sample> line) {
        Term term = column.term();
        if (term.type() == ValueType.YES_NO) {
            return List.of(
                    sample(column, "yes", cell -> cell.shape() == Shape.YES),
                    sample(column, "no", cell -> cell.shape() == Shape.NO));
        }
        Unit unit = null;
        Set<Long> twice = new TreeSet<>(Set.of(0L));
        for (CriteriaRow row : rows) {
            Condition cell = row.cells().get(column.key());
            if (cell != null) {
                unit = cell.unit() == null ? unit : cell.unit();
                addAround(twice, cell.low(), Condition.isWhole(term.type(), cell.unit()));
                addAround(twice, cell.high(), Condition.isWhole(term.type(), cell.unit()));
            }
        }
        if (term.type() != ValueType.DATE && term.type() != ValueType.DATE_TIME) {
            twice.removeIf(value -> value < 0);
        }
        for (long value : twice) {
            line.add(sample(
                    column,
                    witness(term, value, unit),
                    cell -> cell.shape() == Shape.ANY || (cell.shape() == Shape.RANGE && cell.holdsTwice(value))));
        }
        return canBeAbsent(term)
                ? List.of(sample(column, "none", cell -> cell.shape() == Shape.NONE || cell.orNone()))
                : List.of();
    }

    private static boolean canBeAbsent(Term term) {
        return term.type() != ValueType.DATE_TIME && term != Term.VALID_DOSES;
    }

    private static void addAround(Set<Long> twice, @Nullable Bound bound, boolean whole) {
        if (bound != null) {
            int step = whole ? 2 : 1;
            twice.addAll(List.of(2 * bound.value() - step, 2 * bound.value(), 2 * bound.value() + step));
        }
    }

    private static String witness(Term term, long twice, @Nullable Unit unit) {
        if (term.type() == ValueType.DATE) {
            return LocalDate.ofEpochDay(twice / 2).toString();
        }
        if (term.type() == ValueType.DATE_TIME) {
            return LocalDateTime.ofEpochSecond(twice / 2, 0, ZoneOffset.UTC).toString();
        }
        String number = twice % 2 == 0 ? Long.toString(twice / 2) : twice / 2 + ".5";
        return unit == null ? number : number + " " + unit.word();
    }

    private Sample sample(CriteriaColumn column, String witness, Predicate<Condition> holds) {
        return new Sample(
                witness,
                rows.stream()
                        .map(row -> Optional.ofNullable(row.cells().get(column.key())))
                        .map(cell -> cell.isEmpty() || holds.test(cell.get()))
                        .toList());
    }

    private Set<Integer> unreachable() {
        Set<Integer> found = new TreeSet<>();
        for (int row = 1; row < rows.size() && cuts <= MOST_CUTS; row++) {
            if (remaining(boxes.get(row), 0, row) == null && cuts <= MOST_CUTS) {
                found.add(row);
                List<Integer> takers = new ArrayList<>();
                for (int earlier = 0; earlier < row; earlier++) {
                    if (meet(earlier, row)) {
                        takers.add(earlier);
                    }
                }
                findings.add(
                        ProblemCode.ROW_UNREACHABLE,
                        rows.get(row).code(),
                        cause(row, takers),
                        takers.stream().map(taker -> rows.get(taker).code()).collect(Collectors.joining(", ")));
            }
        }
        return found;
    }

    /** The column in which one earlier row alone takes everything; empty where it needs several, or all. */
    private String cause(int row, List<Integer> takers) {
        for (int taker : takers) {
            if (remaining(boxes.get(row), taker, taker + 1) == null) {
                List<String> shared = rows.get(taker).cells().keySet().stream()
                        .filter(rows.get(row).cells()::containsKey)
                        .toList();
                return shared.size() == 1 ? shared.get(0) : "";
            }
        }
        return "";
    }

    private void nobody() {
        if (rows.stream().anyMatch(row -> row.cells().isEmpty())) {
            return;
        }
        List<BitSet> everybody = new ArrayList<>();
        for (List<Sample> each : cases) {
            BitSet all = new BitSet();
            all.set(0, each.size());
            everybody.add(all);
        }
        List<BitSet> left = rows.isEmpty() ? null : remaining(everybody, 0, rows.size());
        if (left != null && cuts <= MOST_CUTS) {
            List<String> witness = new ArrayList<>();
            for (int column = 0; column < columns.size(); column++) {
                witness.add(columns.get(column).key() + ": "
                        + cases.get(column).get(left.get(column).nextSetBit(0)).witness());
            }
            findings.add(ProblemCode.NOBODY_ANSWERS_FOR, "", "", String.join("; ", witness));
        }
    }

    /** A part of the box that rows in this range leave; null for none. */
    private @Nullable List<BitSet> remaining(List<BitSet> box, int from, int to) {
        if (from == to || cuts++ > MOST_CUTS) {
            return box;
        }
        List<BitSet> row = boxes.get(from);
        for (int column = 0; column < box.size(); column++) {
            if (!box.get(column).intersects(row.get(column))) {
                return remaining(box, from + 1, to);
            }
        }
        List<BitSet> inside = new ArrayList<>(box);
        for (int column = 0; column < box.size(); column++) {
            BitSet outside = (BitSet) inside.get(column).clone();
            outside.andNot(row.get(column));
            if (!outside.isEmpty()) {
                List<BitSet> part = new ArrayList<>(inside);
                part.set(column, outside);
                List<BitSet> left = remaining(part, from + 1, to);
                if (left != null) {
                    return left;
                }
                BitSet within = (BitSet) inside.get(column).clone();
                within.and(row.get(column));
                inside.set(column, within);
            }
        }
        return null;
    }

    private boolean meet(int one, int other) {
        for (int column = 0; column < columns.size(); column++) {
            if (!boxes.get(one).get(column).intersects(boxes.get(other).get(column))) {
                return false;
            }
        }
        return true;
    }

    /** Values between two cells of a column that no cell of it speaks of: day 14 between "< 14" and "> 14". */
    private void gaps(int column) {
        String key = columns.get(column).key();
        int below = -1;
        String hole = "";
        for (Sample each : lines.get(column)) {
            int taker = taker(each, key);
            if (taker < 0) {
                hole = hole.isEmpty() ? each.witness() : hole;
                continue;
            }
            if (below >= 0 && !hole.isEmpty()) {
                findings.add(
                        ProblemCode.GAP,
                        rows.get(taker).code(),
                        key,
                        rows.get(below).code(),
                        hole);
            }
            hole = "";
            below = taker;
        }
    }

    private int taker(Sample sample, String key) {
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).cells().containsKey(key) && sample.met().get(row)) {
                return row;
            }
        }
        return -1;
    }

    private void overlaps(Set<Integer> unreachable) {
        Map<String, Integer> index = new HashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            index.put(columns.get(column).key(), column);
        }
        for (int later = 1; later < rows.size(); later++) {
            for (int earlier = 0; earlier < later && !unreachable.contains(later); earlier++) {
                overlap(earlier, later, index);
            }
        }
    }

    private void overlap(int earlier, int later, Map<String, Integer> index) {
        CriteriaRow first = rows.get(earlier);
        CriteriaRow second = rows.get(later);
        if (first.blocking() || first.level().equals(second.level()) || !meet(earlier, later)) {
            return;
        }
        for (String key : first.cells().keySet()) {
            Integer column = index.get(key);
            Condition other = second.cells().get(key);
            if (column != null && other != null && speakOfTheSame(first.cells().get(key), other)) {
                BitSet both = (BitSet) boxes.get(earlier).get(column).clone();
                both.and(boxes.get(later).get(column));
                if (!boxes.get(earlier).get(column).equals(boxes.get(later).get(column))) {
                    findings.add(
                            ProblemCode.OVERLAP,
                            second.code(),
                            key,
                            first.code(),
                            cases.get(column).get(both.nextSetBit(0)).witness());
                }
            }
        }
    }

    /** That one person can hold two codes is no reason for a second look. */
    private static boolean speakOfTheSame(@Nullable Condition one, Condition other) {
        return one == null
                || one.codes().isEmpty()
                || other.codes().isEmpty()
                || one.codes().stream().anyMatch(other.codes()::contains);
    }
}
