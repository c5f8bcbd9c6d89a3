package vn.khanhhoa.thecovid.eligibility.criteria;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.eligibility.criteria.Condition.Bound;
import vn.khanhhoa.thecovid.platform.Texts;

/**
 * Names that speak of another number than the cells of their row. People read the name: a row that asks for 21 days must not be
 * called "from 14 days on" any more.
 */
final class RowNames {
    /** Of "&gt;= 14 days" both 14 and 13, as it is also said "more than 13 days". */
    private record Amount(long number, Unit unit) {}

    private RowNames() {}

    static void look(Collection<CriteriaRow> rows, Findings findings) {
        for (CriteriaRow row : rows) {
            Set<Amount> asked = new LinkedHashSet<>();
            row.cells().values().forEach(cell -> addTo(asked, cell));
            if (!asked.isEmpty()) {
                Set<String> said = new LinkedHashSet<>();
                for (Locale language : Texts.LANGUAGES) {
                    said.addAll(others(row.name(language) + " " + row.remark(language), language, asked));
                }
                said.forEach(amount -> findings.add(ProblemCode.ROW_NAME_NUMBER, row.code(), "", amount));
            }
        }
    }

    private static void addTo(Set<Amount> asked, Condition cell) {
        Unit unit = cell.unit();
        if (unit != null) {
            addTo(asked, cell.low(), unit, 1);
            addTo(asked, cell.high(), unit, -1);
        }
    }

    private static void addTo(Set<Amount> asked, @Nullable Bound bound, Unit unit, int inwards) {
        if (bound != null) {
            asked.add(new Amount(bound.value(), unit));
            asked.add(new Amount(bound.value() + (bound.included() ? -inwards : inwards), unit));
        }
    }

    private static List<String> others(String text, Locale language, Set<Amount> asked) {
        return Stream.of(Unit.values())
                .flatMap(unit -> {
                    Matcher amounts = pattern(unit, language).matcher(text);
                    return amounts.results()
                            .filter(found -> !asked.contains(new Amount(Long.parseLong(found.group(1)), unit)))
                            .map(found -> found.group(0));
                })
                .toList();
    }

    /** As the texts write an amount of the unit. */
    private static Pattern pattern(Unit unit, Locale language) {
        return Pattern.compile(
                "\\b"
                        + Texts.get(language, "eligibility.amount." + unit.word(), 7)
                                .replace("7", "(\\d{1,5})")
                        + "\\b",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }
}
