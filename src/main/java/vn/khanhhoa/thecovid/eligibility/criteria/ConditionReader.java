package vn.khanhhoa.thecovid.eligibility.criteria;

import static vn.khanhhoa.thecovid.eligibility.criteria.ProblemCode.CELL_NOT_UNDERSTOOD;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.eligibility.criteria.Condition.Bound;
import vn.khanhhoa.thecovid.eligibility.criteria.Condition.Shape;
import vn.khanhhoa.thecovid.shared.OneLine;

/** Reads the text of one cell strictly: either what it says is clear, or it is told why not. */
final class ConditionReader {
    private static final Pattern CODES = Pattern.compile("(any|none) of ([A-Za-z0-9_]+(?: ?, ?[A-Za-z0-9_]+)*)");
    private static final Pattern COMPARISON = Pattern.compile("(>=|<=|>|<|=) ?(\\S+)(?: (\\S+))?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final String OR_NONE = "none or ";

    private final Vocabulary vocabulary;
    private final Findings findings;
    private final String row;
    private final String column;
    private final Term term;

    ConditionReader(Vocabulary vocabulary, Findings findings, String row, String column, Term term) {
        this.vocabulary = vocabulary;
        this.findings = findings;
        this.row = row;
        this.column = column;
        this.term = term;
    }

    Optional<Condition> read(String given) {
        String text = VietnameseCells.understood(OneLine.of(given))
                .replace("≥", ">=")
                .replace("≤", "<=")
                .replaceAll("\\s+", " ")
                .replaceAll(" ?(>=|<=|>|<|=) ?", " $1 ")
                .strip();
        Matcher codes = CODES.matcher(text);
        if (codes.matches()) {
            Shape shape = codes.group(1).equals("any") ? Shape.ANY_OF : Shape.NONE_OF;
            return codes(
                    shape,
                    Stream.of(codes.group(2).split(",")).map(String::strip).toList());
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes" -> simple(Shape.YES, term.type() == ValueType.YES_NO);
            case "no" -> simple(Shape.NO, term.type() == ValueType.YES_NO);
            case "none" -> simple(Shape.NONE, canBeAbsent());
            case "any" -> simple(Shape.ANY, canBeAbsent());
            default -> range(text, given);
        };
    }

    private boolean canBeAbsent() {
        return switch (term.type()) {
            case ELAPSED, AGE, DATE, CODES -> true;
            case COUNT -> term == Term.MISSING_DOSES;
            case YES_NO, DATE_TIME -> false;
        };
    }

    private Optional<Condition> simple(Shape shape, boolean fits) {
        return fits ? Optional.of(Condition.of(shape)) : wrongType();
    }

    private Optional<Condition> wrongType() {
        findings.add(ProblemCode.CELL_OF_WRONG_TYPE, row, column, example());
        return Optional.empty();
    }

    /** What may stand there; words that are the same in every language. */
    private String example() {
        return switch (term.type()) {
            case YES_NO -> "yes, no";
            case COUNT -> ">= 2";
            case AGE -> "< 18 years";
            case DATE -> ">= 2003-10-01";
            case DATE_TIME -> ">= 2021-10-01T00:00";
            case ELAPSED -> term.units().contains(Unit.HOURS) ? "<= 72 hours" : ">= 14 days";
            case CODES ->
                "any, none, any of "
                        + term.list()
                                .map(list -> vocabulary.codes(list).stream()
                                        .map(Vocabulary.Named::code)
                                        .limit(2)
                                        .collect(Collectors.joining(", ")))
                                .orElse("");
        };
    }

    private Optional<Condition> codes(Shape shape, List<String> codes) {
        Optional<CodeList> list = term.list();
        if (list.isEmpty()) {
            return wrongType();
        }
        List<String> unknown = codes.stream()
                .filter(code -> !vocabulary.knows(list.get(), code))
                .toList();
        unknown.forEach(code -> findings.add(
                ProblemCode.CODE_UNKNOWN, row, column, code, list.get().word()));
        return unknown.isEmpty()
                ? Optional.of(Condition.of(shape, codes.stream().distinct().toList()))
                : Optional.empty();
    }

    private Optional<Condition> range(String text, String given) {
        boolean orNone = text.startsWith(OR_NONE);
        String[] parts = (orNone ? text.substring(OR_NONE.length()).strip() : text).split(" and ", -1);
        List<Comparison> comparisons = new ArrayList<>();
        for (String part : parts) {
            Matcher matcher = COMPARISON.matcher(part.strip());
            if (!matcher.matches() || parts.length > 2) {
                return notUnderstood(given);
            }
            if (term.type() == ValueType.YES_NO || term.type() == ValueType.CODES) {
                return wrongType();
            }
            Optional<Comparison> comparison = comparison(matcher, given);
            if (comparison.isEmpty()) {
                return Optional.empty();
            }
            comparisons.add(comparison.get());
        }
        if (orNone && !canBeAbsent()) {
            return wrongType();
        }
        return joined(comparisons, orNone, given);
    }

    private record Comparison(
            String operator, long value, @Nullable Unit unit) {}

    private Optional<Comparison> comparison(Matcher matcher, String given) {
        String number = matcher.group(2);
        String word = matcher.group(3);
        if (term.type() == ValueType.DATE || term.type() == ValueType.DATE_TIME) {
            return word == null ? dated(matcher.group(1), number, given) : notUnderstood(given);
        }
        if (!NUMBER.matcher(number).matches()) {
            return notUnderstood(given);
        }
        long value = Long.parseLong(number);
        if (term.type() == ValueType.COUNT) {
            if (word != null) {
                findings.add(ProblemCode.UNIT_WRONG, row, column, word, "–");
                return Optional.empty();
            }
            return inBounds(new Comparison(matcher.group(1), value, null), 99);
        }
        String units = term.units().stream().map(Unit::word).sorted().collect(Collectors.joining(", "));
        if (word == null) {
            findings.add(ProblemCode.UNIT_MISSING, row, column, number, units);
            return Optional.empty();
        }
        Optional<Unit> unit = Unit.of(word.toLowerCase(Locale.ROOT)).filter(term.units()::contains);
        if (unit.isEmpty()) {
            findings.add(ProblemCode.UNIT_WRONG, row, column, word, units);
            return Optional.empty();
        }
        return inBounds(
                new Comparison(matcher.group(1), value, unit.get()), unit.get().most());
    }

    private Optional<Comparison> inBounds(Comparison comparison, long most) {
        if (comparison.value > most) {
            findings.add(ProblemCode.NUMBER_TOO_LARGE, row, column, comparison.value, most);
            return Optional.empty();
        }
        return Optional.of(comparison);
    }

    private Optional<Comparison> dated(String operator, String text, String given) {
        try {
            long value = term.type() == ValueType.DATE
                    ? LocalDate.parse(text).toEpochDay()
                    : LocalDateTime.parse(text).toEpochSecond(ZoneOffset.UTC);
            return Optional.of(new Comparison(operator, value, null));
        } catch (DateTimeException malformed) {
            return notUnderstood(given);
        }
    }

    private <T> Optional<T> notUnderstood(String given) {
        findings.add(CELL_NOT_UNDERSTOOD, row, column, given.strip(), example());
        return Optional.empty();
    }

    private Optional<Condition> joined(List<Comparison> comparisons, boolean orNone, String given) {
        Bound low = null;
        Bound high = null;
        Unit unit = comparisons.get(0).unit();
        for (Comparison each : comparisons) {
            boolean up = each.operator.startsWith(">");
            boolean equal = each.operator.equals("=");
            if (((up || equal) && low != null) || ((!up || equal) && high != null)) {
                return notUnderstood(given);
            }
            if (each.unit != unit) {
                findings.add(ProblemCode.UNITS_MIXED, row, column);
                return Optional.empty();
            }
            Bound bound = new Bound(each.value, each.operator.endsWith("="));
            low = up || equal ? bound : low;
            high = up ? high : bound;
        }
        Condition range = new Condition(Shape.RANGE, orNone, low, high, unit, List.of());
        if (isEmpty(range)) {
            findings.add(ProblemCode.RANGE_EMPTY, row, column, given.strip());
            return Optional.empty();
        }
        return Optional.of(range);
    }

    private boolean isEmpty(Condition range) {
        Bound low = range.low();
        Bound high = range.high();
        boolean nothingBelow = high != null
                && high.value() == 0
                && !high.included()
                && term.type() != ValueType.DATE
                && term.type() != ValueType.DATE_TIME;
        if (low == null || high == null) {
            return nothingBelow;
        }
        return Condition.isWhole(term.type(), range.unit())
                ? range.least() > range.most()
                : low.value() > high.value() || (low.value() == high.value() && !(low.included() && high.included()));
    }
}
