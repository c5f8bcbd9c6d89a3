package vn.khanhhoa.thecovid.eligibility.criteria;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.eligibility.criteria.CellAnswer.Finding;
import vn.khanhhoa.thecovid.eligibility.criteria.CellAnswer.PassedOver;
import vn.khanhhoa.thecovid.eligibility.criteria.CellAnswer.Reason;
import vn.khanhhoa.thecovid.eligibility.criteria.CompiledCriteria.Column;

/** Explains assessments by one criteria set. One thread uses one. */
public final class Explainer {
    private final CompiledCriteria criteria;
    private final Assessor assessor;

    public Explainer(CompiledCriteria criteria) {
        this.criteria = criteria;
        this.assessor = criteria.assessor();
    }

    public Explanation explain(PersonFacts person, Instant at, Instant knownBy) {
        long now = Moments.micros(at);
        long known = Moments.micros(knownBy);
        int row = assessor.rowAndUntil(person, now, known);
        long until = assessor.until();
        List<RowAnswer> earlier = new ArrayList<>();
        for (int each = 0; each < row; each++) {
            earlier.add(answer(person, each, now, known, false));
        }
        return new Explanation(
                at,
                level(row),
                Optional.of(answer(person, row, now, known, true)),
                earlier,
                moment(until),
                new Outlook(this, person, now, known).changes());
    }

    CompiledCriteria criteria() {
        return criteria;
    }

    Assessor assessor() {
        return assessor;
    }

    CriteriaRow row(int row) {
        return criteria.set().rows().get(row);
    }

    private Level level(int row) {
        return row(row).level();
    }

    static Optional<Instant> moment(long micros) {
        return micros == Moments.NEVER ? Optional.empty() : Optional.of(Moments.instant(micros));
    }

    private RowAnswer answer(PersonFacts person, int row, long now, long known, boolean matched) {
        List<CellAnswer> cells = new ArrayList<>();
        for (int cell = criteria.first[row]; cell < criteria.first[row + 1]; cell++) {
            cells.add(answer(person, row, cell, now, known));
        }
        return new RowAnswer(row(row), matched, cells);
    }

    CellAnswer answer(PersonFacts person, int row, int cell, long now, long known) {
        Optional<Instant> flips = moment(assessor.flips(person, cell, now, known));
        assessor.look(person, now, known);
        boolean met = assessor.isMet(cell);
        int number = criteria.columnOf[cell];
        CriteriaColumn column = criteria.set().columns().get(number);
        Condition condition = Objects.requireNonNull(row(row).cells().get(column.key()));
        List<Fact> used = new ArrayList<>();
        List<PassedOver> passedOver = new ArrayList<>();
        sort(person, criteria.columns[number], assessor.value(number), used, passedOver);
        for (int place = 0; place < person.size(); place++) {
            if (person.isKnown(place, known) && column.term().kinds().contains(person.kind(place))) {
                if (person.from(place) > now) {
                    passedOver.add(new PassedOver(person.fact(place), Reason.NOT_YET));
                } else if (person.until(place) <= now) {
                    passedOver.add(new PassedOver(person.fact(place), Reason.ENDED));
                }
            }
        }
        return new CellAnswer(
                column,
                condition,
                met,
                Optional.of(finding(column, condition, assessor.value(number), now)),
                used,
                passedOver,
                met ? Optional.empty() : flips,
                met ? flips : Optional.empty());
    }

    /** Parts the facts that a column goes by from those of its kind that do not count. */
    private void sort(PersonFacts person, Column column, long value, List<Fact> used, List<PassedOver> passedOver) {
        switch (column.term()) {
            case FIRST_DOSE, LAST_DOSE, FULL_COURSE, VALID_DOSES, MISSING_DOSES -> {
                int before = -1;
                for (int place : assessor.live()) {
                    if (person.kind(place) == FactKind.DOSE && !isAfter(person.aboutDay(place), column, value)) {
                        if (assessor.course().isFarEnough(person, place, before)) {
                            used.add(person.fact(place));
                            before = place;
                        } else {
                            passedOver.add(new PassedOver(person.fact(place), Reason.TOO_SOON));
                        }
                    }
                }
            }
            case INFECTED -> {
                latest(person, FactKind.POSITIVE_TEST.bit() | FactKind.TREATMENT.bit(), used);
                latest(person, FactKind.RECOVERY.bit(), used);
            }
            case ORDER, RESIDENCE_ZONE, EXCEPTION, PERIODIC_TESTS -> {
                for (int place : assessor.live()) {
                    if (person.kindBit(place) == column.kinds()) {
                        used.add(person.fact(place));
                    }
                }
            }
            case RECOVERY, NEGATIVE_TEST, CONTACT, EXCEPTION_SINCE -> {
                int place = assessor.speaksOf(column);
                if (place >= 0 && value != Assessor.NONE) {
                    used.add(person.fact(place));
                } else if (place >= 0) {
                    passedOver.add(new PassedOver(person.fact(place), Reason.OVERTAKEN));
                }
                notAccepted(person, column, passedOver);
            }
            case AGE, BIRTH_DATE, TIME -> {}
        }
    }

    /** Whether the dose that the column speaks of was before it. */
    private static boolean isAfter(long day, Column column, long value) {
        return column.term().type() == ValueType.ELAPSED && value != Assessor.NONE && day > value;
    }

    private void latest(PersonFacts person, int kinds, List<Fact> used) {
        int place = assessor.latest(kinds, -1);
        if (place >= 0) {
            used.add(person.fact(place));
        }
    }

    private void notAccepted(PersonFacts person, Column column, List<PassedOver> passedOver) {
        if (column.term() != Term.RECOVERY && column.term() != Term.NEGATIVE_TEST) {
            return;
        }
        Reason reason = column.term() == Term.RECOVERY ? Reason.CERTIFICATE_NOT_ACCEPTED : Reason.METHOD_NOT_ACCEPTED;
        for (int place : assessor.live()) {
            if (person.kindBit(place) == column.kinds() && (column.mask() >>> person.code(place) & 1) == 0) {
                passedOver.add(new PassedOver(person.fact(place), reason));
            }
        }
    }

    private Finding finding(CriteriaColumn column, Condition condition, long value, long now) {
        Unit unit = condition.unit();
        Term term = column.term();
        if (term.list().isPresent()) {
            List<String> codes =
                    List.copyOf(criteria.vocabulary().codes(term.list().get(), value));
            return new Finding(codes.isEmpty(), codes.size(), null, codes);
        }
        if (value == Assessor.NONE) {
            return new Finding(true, 0, unit, List.of());
        }
        LocalDate today = LocalDate.ofEpochDay(Moments.day(now));
        long amount = switch (term.type()) {
            case YES_NO, COUNT, DATE, CODES -> value;
            case DATE_TIME -> Math.floorDiv(value - Moments.midnight(0), 1_000_000L);
            case AGE -> ChronoUnit.YEARS.between(LocalDate.ofEpochDay(value), today);
            case ELAPSED -> elapsed(criteria.columns[criteria.set().columns().indexOf(column)], unit, value, now);
        };
        Unit shown = term.type() == ValueType.ELAPSED && unit == null ? Unit.DAYS : unit;
        return new Finding(false, amount, shown, List.of());
    }

    /** Hours are rounded up, so that what is just past 72 is not shown as 72. */
    private static long elapsed(Column column, @Nullable Unit unit, long value, long now) {
        if (!column.calendar()) {
            return -Math.floorDiv(value - now, Moments.HOUR);
        }
        long today = Moments.day(now);
        return unit == Unit.MONTHS
                ? ChronoUnit.MONTHS.between(LocalDate.ofEpochDay(value), LocalDate.ofEpochDay(today))
                : today - value;
    }

    /** Those of a row, by number. */
    Stream<Integer> cells(int row) {
        return Stream.iterate(criteria.first[row], cell -> cell < criteria.first[row + 1], cell -> cell + 1);
    }
}
