package vn.khanhhoa.thecovid.eligibility.criteria;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** A criteria set read as a person would read it, row by row and date by date, to be compared with the quick way. */
final class PlainReading {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final CriteriaSet set;
    private final Map<String, Vaccine> vaccines = new HashMap<>();
    private final Map<String, CriteriaColumn> columns = new HashMap<>();

    PlainReading(CriteriaSet set, Vocabulary vocabulary) {
        this.set = set;
        vocabulary.vaccines().forEach(vaccine -> vaccines.put(vaccine.code(), vaccine));
        set.columns().forEach(column -> columns.put(column.key(), column));
    }

    CriteriaRow row(@Nullable LocalDate born, List<Fact> all, Instant at, Instant knownBy) {
        List<Fact> facts = new ArrayList<>();
        for (Fact fact : all) {
            boolean known = !fact.knownFrom().isAfter(knownBy) && fact.knownTo().isAfter(knownBy);
            boolean holds = !fact.from().isAfter(at) && fact.until().isAfter(at);
            if (known && holds) {
                facts.add(fact);
            }
        }
        facts.sort(Comparator.comparing(Fact::about).thenComparing(Fact::id));
        for (CriteriaRow row : set.rows()) {
            boolean met = true;
            for (Map.Entry<String, Condition> cell : row.cells().entrySet()) {
                CriteriaColumn column = columns.get(cell.getKey());
                met = met && isMet(Objects.requireNonNull(column), cell.getValue(), born, facts, at);
            }
            if (met) {
                return row;
            }
        }
        throw new AssertionError("no row");
    }

    private boolean isMet(
            CriteriaColumn column, Condition condition, @Nullable LocalDate born, List<Fact> facts, Instant at) {
        LocalDate today = day(at);
        return switch (column.term()) {
            case INFECTED -> yesNo(condition, isInfected(facts));
            case PERIODIC_TESTS -> yesNo(condition, last(facts, FactKind.PERIODIC_TESTS, null) != null);
            case ORDER -> condition.holds(codes(facts, FactKind.QUARANTINE_ORDER));
            case RESIDENCE_ZONE -> condition.holds(codes(facts, FactKind.RESIDENCE_ZONE));
            case EXCEPTION -> condition.holds(codes(facts, FactKind.EXCEPTION_CASE));
            case CONTACT -> since(condition, dayOf(last(facts, FactKind.CLOSE_CONTACT, null)), today);
            case EXCEPTION_SINCE ->
                since(
                        condition,
                        dayOf(last(facts, FactKind.EXCEPTION_CASE, column.values(Parameter.EXCEPTIONS))),
                        today);
            case VALID_DOSES -> count(condition, (long) doses(facts).size());
            case MISSING_DOSES -> count(condition, missing(doses(facts)));
            case FIRST_DOSE -> since(condition, dose(doses(facts), 0), today);
            case LAST_DOSE -> since(condition, dose(doses(facts), doses(facts).size() - 1), today);
            case FULL_COURSE -> since(condition, full(column, doses(facts)), today);
            case RECOVERY -> since(condition, recovery(column, facts), today);
            case NEGATIVE_TEST -> negative(column, condition, facts, at);
            case AGE -> age(condition, born, today);
            case BIRTH_DATE -> count(condition, born == null ? null : (Long) born.toEpochDay());
            case TIME -> within(condition, LocalDateTime.ofInstant(at, ZONE));
        };
    }

    private Vaccine vaccine(String code) {
        return Objects.requireNonNull(vaccines.get(code));
    }

    private static boolean yesNo(Condition condition, boolean answer) {
        return answer == (condition.shape() == Condition.Shape.YES);
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }

    private static @Nullable LocalDate dayOf(@Nullable Fact fact) {
        return fact == null ? null : day(fact.about());
    }

    private static @Nullable Fact last(List<Fact> facts, FactKind kind, @Nullable List<String> codes) {
        Fact last = null;
        for (Fact fact : facts) {
            if (fact.kind() == kind && (codes == null || codes.contains(fact.code()))) {
                last = fact;
            }
        }
        return last;
    }

    private static Set<String> codes(List<Fact> facts, FactKind kind) {
        Set<String> codes = new HashSet<>();
        for (Fact fact : facts) {
            if (fact.kind() == kind) {
                codes.add(fact.code());
            }
        }
        return codes;
    }

    private static @Nullable LocalDate lastPositive(List<Fact> facts) {
        LocalDate positive = dayOf(last(facts, FactKind.POSITIVE_TEST, null));
        LocalDate treated = dayOf(last(facts, FactKind.TREATMENT, null));
        if (positive == null || (treated != null && treated.isAfter(positive))) {
            return treated;
        }
        return positive;
    }

    private static boolean isInfected(List<Fact> facts) {
        LocalDate positive = lastPositive(facts);
        LocalDate recovered = dayOf(last(facts, FactKind.RECOVERY, null));
        return positive != null && (recovered == null || recovered.isBefore(positive));
    }

    private static @Nullable LocalDate recovery(CriteriaColumn column, List<Fact> facts) {
        LocalDate recovered = dayOf(last(facts, FactKind.RECOVERY, column.values(Parameter.CERTIFICATES)));
        LocalDate positive = lastPositive(facts);
        return recovered != null && positive != null && positive.isAfter(recovered) ? null : recovered;
    }

    private List<Fact> doses(List<Fact> facts) {
        List<Fact> valid = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact.kind() == FactKind.DOSE) {
                Fact before = valid.isEmpty() ? null : valid.get(valid.size() - 1);
                if (before == null
                        || !day(before.about())
                                .plusDays(vaccine(before.code()).minIntervalDays())
                                .isAfter(day(fact.about()))) {
                    valid.add(fact);
                }
            }
        }
        return valid;
    }

    private static @Nullable LocalDate dose(List<Fact> doses, int number) {
        return number < 0 || number >= doses.size()
                ? null
                : day(doses.get(number).about());
    }

    private @Nullable Long missing(List<Fact> doses) {
        int required = 0;
        for (int given = 1; given <= doses.size(); given++) {
            required = Math.max(required, vaccine(doses.get(given - 1).code()).requiredDoses());
            if (given >= required) {
                return 0L;
            }
        }
        return doses.isEmpty() ? null : (Long) (long) (required - doses.size());
    }

    private @Nullable LocalDate full(CriteriaColumn column, List<Fact> doses) {
        boolean mixed = !column.values(Parameter.MIXED).contains("no");
        for (int given = 1; given <= doses.size(); given++) {
            String vaccine = doses.get(given - 1).code();
            int required = 0;
            int same = 0;
            for (Fact dose : doses.subList(0, given)) {
                required = Math.max(required, vaccine(dose.code()).requiredDoses());
                same += dose.code().equals(vaccine) ? 1 : 0;
            }
            if (mixed ? given >= required : same >= vaccine(vaccine).requiredDoses()) {
                return day(doses.get(given - 1).about());
            }
        }
        return null;
    }

    private static boolean negative(CriteriaColumn column, Condition condition, List<Fact> facts, Instant at) {
        boolean byResult = column.values(Parameter.SINCE).contains("result");
        Instant latest = null;
        for (Fact fact : facts) {
            Instant since = byResult ? fact.from() : fact.about();
            if (fact.kind() == FactKind.NEGATIVE_TEST
                    && column.values(Parameter.METHODS).contains(fact.code())
                    && (latest == null || since.isAfter(latest))) {
                latest = since;
            }
        }
        if (latest == null || condition.unit() != Unit.HOURS || condition.shape() != Condition.Shape.RANGE) {
            return since(condition, latest == null ? null : day(latest), day(at));
        }
        Duration passed = Duration.between(latest, at);
        return isIn(condition, bound -> passed.compareTo(Duration.ofHours(bound.value())));
    }

    /** @param to how the value compares with an end of the range */
    private static boolean isIn(Condition condition, ToIntFunction<Condition.Bound> to) {
        Condition.Bound low = condition.low();
        Condition.Bound high = condition.high();
        if (low != null && (low.included() ? to.applyAsInt(low) < 0 : to.applyAsInt(low) <= 0)) {
            return false;
        }
        return high == null || (high.included() ? to.applyAsInt(high) <= 0 : to.applyAsInt(high) < 0);
    }

    private static boolean since(Condition condition, @Nullable LocalDate day, LocalDate today) {
        return switch (condition.shape()) {
            case NONE -> day == null;
            case ANY -> day != null;
            default ->
                day == null
                        ? condition.orNone()
                        : isIn(condition, bound -> today.compareTo(day.plus(period(bound.value(), condition.unit()))));
        };
    }

    private static Period period(long amount, @Nullable Unit unit) {
        return unit == Unit.MONTHS ? Period.ofMonths((int) amount) : Period.ofDays((int) amount);
    }

    private static boolean age(Condition condition, @Nullable LocalDate born, LocalDate today) {
        if (born == null) {
            return count(condition, null);
        }
        long years = 0;
        while (!born.plusYears(years + 1).isAfter(today)) {
            years++;
        }
        return count(condition, years);
    }

    private static boolean count(Condition condition, @Nullable Long number) {
        return switch (condition.shape()) {
            case NONE -> number == null;
            case ANY -> number != null;
            default ->
                number == null ? condition.orNone() : isIn(condition, bound -> Long.compare(number, bound.value()));
        };
    }

    private static boolean within(Condition condition, LocalDateTime time) {
        return isIn(condition, bound -> time.compareTo(LocalDateTime.ofEpochSecond(bound.value(), 0, ZoneOffset.UTC)));
    }
}
