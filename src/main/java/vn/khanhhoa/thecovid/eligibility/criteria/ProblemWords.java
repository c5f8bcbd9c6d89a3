package vn.khanhhoa.thecovid.eligibility.criteria;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.platform.Texts;

/** What fills the gaps of a problem's sentence, in the reader's words. What is to be typed stands beside them as it is typed. */
final class ProblemWords {
    private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:\\.5)?) (hours|days|months|years)");
    private static final Pattern EXAMPLE = Pattern.compile("(>=|<=|<) (.+)");
    private static final String CODES = "any, none, any of ";
    private static final String YES_NO = "yes, no";
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern MOMENT = Pattern.compile(DAY.pattern() + "T\\d\\d:\\d\\d");
    private static final String COMMA = ", ";
    private static final String SEMICOLON = "; ";
    private static final String COLON = ": ";

    private final Locale language;

    ProblemWords(Locale language) {
        this.language = language;
    }

    private String text(String key, Object... args) {
        return Texts.get(language, "eligibility." + key, args);
    }

    Object[] of(ProblemCode code, List<String> args) {
        return switch (code) {
            case UNIT_MISSING -> new Object[] {args.get(0), units(args.get(1))};
            case UNIT_WRONG -> new Object[] {units(args.get(0)), units(args.get(1))};
            case CELL_NOT_UNDERSTOOD -> new Object[] {args.get(0), example(args.get(1))};
            case CELL_OF_WRONG_TYPE -> new Object[] {example(args.get(0))};
            case GAP, OVERLAP -> new Object[] {args.get(0), value(args.get(1))};
            case NOBODY_ANSWERS_FOR -> new Object[] {values(args.get(0))};
            default -> args.toArray();
        };
    }

    private String units(String words) {
        return Stream.of(words.split(COMMA))
                .map(word -> Unit.of(word.toLowerCase(Locale.ROOT))
                        .map(unit -> text("unit." + unit.word()))
                        .orElse(word))
                .collect(Collectors.joining(COMMA));
    }

    /** What may be typed, in the reader's words first. */
    private String example(String typed) {
        Matcher range = EXAMPLE.matcher(typed);
        if (range.matches()) {
            String value = value(range.group(2));
            return switch (range.group(1)) {
                case ">=" -> text("problem-example-from", typed, value);
                case "<=" -> text("problem-example-up-to", typed, value);
                default -> text("problem-example-below", typed, value);
            };
        }
        if (typed.startsWith(CODES)) {
            return text("problem-example-codes", typed.substring(CODES.length()));
        }
        return typed.equals(YES_NO) ? text("problem-example-yes-no") : typed;
    }

    /** One for each column. */
    private String values(String witnesses) {
        return Stream.of(witnesses.split(SEMICOLON))
                .map(each -> {
                    int colon = each.indexOf(COLON);
                    return colon < 0
                            ? each
                            : each.substring(0, colon) + COLON + value(each.substring(colon + COLON.length()));
                })
                .collect(Collectors.joining(SEMICOLON));
    }

    private String value(String witness) {
        Matcher amount = AMOUNT.matcher(witness);
        if (amount.matches()) {
            return amount(amount.group(1), amount.group(2));
        }
        if (DAY.matcher(witness).matches()) {
            return format("day-format").format(LocalDate.parse(witness));
        }
        if (MOMENT.matcher(witness).matches()) {
            return format("moment-format").format(LocalDateTime.parse(witness));
        }
        return switch (witness) {
            case "none", "yes", "no" -> text(witness);
            default -> witness;
        };
    }

    private String amount(String number, String unit) {
        return text("amount." + unit, Double.valueOf(number));
    }

    private DateTimeFormatter format(String key) {
        return DateTimeFormatter.ofPattern(text(key), language);
    }
}
