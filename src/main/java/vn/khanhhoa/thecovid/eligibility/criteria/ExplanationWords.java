package vn.khanhhoa.thecovid.eligibility.criteria;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.eligibility.criteria.CellAnswer.Finding;
import vn.khanhhoa.thecovid.eligibility.criteria.Condition.Bound;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.Texts;

/** Sentences of an explanation in one language. Says whatever it is given: who may see what was decided before. */
public final class ExplanationWords {
    private final Locale language;
    private final Vocabulary vocabulary;
    private final IntFunction<String> sources;
    private final DateTimeFormatter day;
    private final DateTimeFormatter moment;

    /** @param sources the name of a source in that language */
    public ExplanationWords(Locale language, Vocabulary vocabulary, IntFunction<String> sources) {
        this.language = language;
        this.vocabulary = vocabulary;
        this.sources = sources;
        this.day = DateTimeFormatter.ofPattern(text("day-format"), language);
        this.moment = DateTimeFormatter.ofPattern(text("moment-format"), language);
    }

    private String text(String key, Object... args) {
        return Texts.get(language, "eligibility." + key, args);
    }

    /** The level and until when. */
    public String level(Explanation explanation) {
        String name = explanation.level().name(language);
        return explanation
                .until()
                .map(until -> text("level-until", name, moment(until)))
                .orElseGet(() -> text("level-for-good", name));
    }

    public String row(RowAnswer answer) {
        String name = answer.row().name(language);
        String remark = answer.row().remark(language);
        String sentence = text(answer.matched() ? "row-matched" : "row-not-matched", name);
        return remark.isEmpty() || !answer.matched() ? sentence : sentence + " " + remark + ".";
    }

    /** What the cell asks, what was found, by which facts, and when that changes. */
    public String cell(CellAnswer cell) {
        List<String> parts = new ArrayList<>();
        String column = column(cell.column());
        String condition = condition(cell.column().term(), cell.condition());
        parts.add(cell.finding()
                .map(found -> text(
                        cell.met() ? "cell-met" : "cell-not-met",
                        column,
                        condition,
                        finding(cell.column().term(), found)))
                .orElseGet(() -> text(cell.met() ? "cell-met-bare" : "cell-not-met-bare", column, condition)));
        if (!cell.facts().isEmpty()) {
            parts.add(text("by-facts", cell.facts().stream().map(this::fact).collect(Collectors.joining("; "))));
        }
        cell.passedOver().forEach(each -> parts.add(text("passed-over." + key(each.reason()), fact(each.fact()))));
        cell.meets().ifPresent(meets -> parts.add(text("met-from", moment(meets))));
        cell.ends().ifPresent(ends -> parts.add(text("met-until", moment(ends))));
        return String.join(" ", parts);
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String column(CriteriaColumn column) {
        String name = text("term." + key(column.term()));
        String of = column.parameters().entrySet().stream()
                .filter(entry -> entry.getKey().list().isPresent())
                .map(entry -> codes(entry.getKey().list().orElseThrow(), entry.getValue()))
                .collect(Collectors.joining("; "));
        String since = column.term() == Term.NEGATIVE_TEST
                ? text(column.chose(Parameter.SINCE, "result") ? "since-result" : "since-sampling")
                : "";
        String alone = column.chose(Parameter.MIXED, "no") ? text("not-mixed") : "";
        String details = List.of(of, since, alone).stream()
                .filter(detail -> !detail.isEmpty())
                .collect(Collectors.joining(", "));
        return details.isEmpty() ? name : name + " (" + details + ")";
    }

    private String codes(CodeList list, List<String> codes) {
        return codes.stream().map(code -> vocabulary.name(list, code, language)).collect(Collectors.joining(", "));
    }

    public String condition(Term term, Condition condition) {
        return switch (condition.shape()) {
            case YES -> text("yes");
            case NO -> text("no");
            case NONE -> text("none");
            case ANY -> text("any");
            case ANY_OF -> text("any-of", codes(term.list().orElseThrow(), condition.codes()));
            case NONE_OF -> text("none-of", codes(term.list().orElseThrow(), condition.codes()));
            case RANGE -> condition.orNone() ? text("none-or", range(term, condition)) : range(term, condition);
        };
    }

    /** Of a cell as it is written; the same text where it is not understood. @param term word of its column's */
    public String cell(String term, String text) {
        return Term.of(term)
                .flatMap(known -> new ConditionReader(vocabulary, new Findings(), "", "", known)
                        .read(text)
                        .map(condition -> condition(known, condition)))
                .orElse(text);
    }

    private String range(Term term, Condition condition) {
        Bound low = condition.low();
        Bound high = condition.high();
        if (low != null && low.equals(high)) {
            return text("exactly", amount(term, low.value(), condition.unit()));
        }
        List<String> parts = new ArrayList<>();
        if (low != null) {
            parts.add(text(low.included() ? "at-least" : "more-than", amount(term, low.value(), condition.unit())));
        }
        if (high != null) {
            parts.add(text(high.included() ? "at-most" : "less-than", amount(term, high.value(), condition.unit())));
        }
        return String.join(", ", parts);
    }

    private String amount(Term term, long value, @Nullable Unit unit) {
        return switch (term.type()) {
            case DATE -> day.format(LocalDate.ofEpochDay(value));
            case DATE_TIME -> moment.format(LocalDateTime.ofEpochSecond(value, 0, ZoneOffset.UTC));
            default -> unit == null ? Long.toString(value) : text("amount." + unit.word(), value);
        };
    }

    private String finding(Term term, Finding found) {
        if (term.type() == ValueType.CODES) {
            return found.none() ? text("none") : codes(term.list().orElseThrow(), found.codes());
        }
        if (found.none()) {
            return text("none");
        }
        return term.type() == ValueType.YES_NO
                ? text(found.amount() == 1 ? "yes" : "no")
                : amount(term, found.amount(), found.unit());
    }

    /** What it is, when, and from which source. */
    public String fact(Fact fact) {
        String name = fact.kind()
                .list()
                .map(list -> vocabulary.name(list, fact.code(), language))
                .orElse("");
        boolean exact = fact.kind().list().filter(CodeList.METHOD::equals).isPresent();
        String when = exact ? moment(fact.about()) : day.format(fact.about().atZone(PortalClock.ZONE));
        return text("fact." + key(fact.kind()), when, name, sources.apply(fact.source()));
    }

    private String moment(Instant at) {
        return moment.format(at.atZone(PortalClock.ZONE));
    }

    /** From when which level, and by what. */
    public String change(Change change) {
        String level = change.level().name(language);
        String from = moment(change.from());
        String sentence = switch (change.kind()) {
            case TIME -> byTime(change, level, from);
            case NEGATIVE_TEST ->
                text("change.negative-test", level, from, vocabulary.name(CodeList.METHOD, change.detail(), language));
            case EXCEPTION ->
                text("change.exception", level, from, vocabulary.name(CodeList.EXCEPTION, change.detail(), language));
            case NEXT_DOSE, REST_OF_COURSE ->
                text(
                        "change." + key(change.kind()),
                        level,
                        from,
                        change.adds().stream()
                                .map(dose -> day.format(dose.about().atZone(PortalClock.ZONE)))
                                .collect(Collectors.joining(", ")));
            case RECOVERY, ORDER_LIFTED, ZONE_LIFTED -> text("change." + key(change.kind()), level, from);
        };
        return change.until()
                .map(until -> sentence + " " + text("change.until", moment(until)))
                .orElse(sentence);
    }

    private String byTime(Change change, String level, String from) {
        if (change.because().isEmpty()) {
            return text("change.time", level, from);
        }
        CellAnswer cell = change.because().get();
        Condition condition = cell.condition();
        Term term = cell.column().term();
        Bound low = condition.low();
        boolean ended = cell.ends().filter(change.from()::equals).isPresent();
        if (ended
                || low == null
                || term.type() != ValueType.ELAPSED
                || cell.facts().isEmpty()) {
            return text(
                    ended ? "change.time-ends" : "change.time-begins",
                    level,
                    from,
                    column(cell.column()),
                    condition(term, condition));
        }
        Fact since = cell.facts().get(cell.facts().size() - 1);
        String amount = amount(term, low.value(), condition.unit());
        return since.kind() == FactKind.DOSE
                ? text(
                        "change.time-since-dose",
                        level,
                        from,
                        amount,
                        cell.facts().size(),
                        day.format(since.about().atZone(PortalClock.ZONE)))
                : text("change.time-since", level, from, amount, fact(since));
    }
}
