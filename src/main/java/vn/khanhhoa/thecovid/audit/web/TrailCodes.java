package vn.khanhhoa.thecovid.audit.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.platform.Texts;

/** The codes of which the trail is made, in words of one language. What has none stays as it is. */
final class TrailCodes {
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern CODE = Pattern.compile("[A-Za-z_]{1,20}");
    private static final Pattern DESK_RULES =
            Pattern.compile("undo (\\d+) claim (\\d+) second-above (\\d+) second-percent (\\d+)");
    private static final Pattern ROUTING_RULE =
            Pattern.compile("(\\d+) \\[([^|]*)\\|([^|]*)\\|([^|]*)\\|([^|]*)\\|([^|]*)\\|"
                    + "([^|]*)\\|([^|]*)\\] (\\w+) (.*?) ?(\\w+) own (true|false) hours (\\d+)( working)? to .*");
    private static final Pattern COUNTS = Pattern.compile("\\{((?:[A-Z]+=\\d+(?:, )?)+)}");
    private static final Pattern WEEK = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}) ([^|]*(?:\\|[^|]*){6})");
    private static final Pattern BATCH = Pattern.compile("(\\d+)\\.([A-Z]+)\\.([A-Z0-9]*)\\.([A-Z_]+)");
    private static final Set<String> AGENCIES = Set.of("agency", "of", "to");
    private static final Set<String> ACCOUNTS =
            Set.of("approver", "proposer", "reviewer", "officer", "absent", "stand-in");

    /** What has names of its own, by id or code; none where there is none of that. */
    interface Names {
        Optional<String> agency(String idOrCode);

        Optional<String> account(String id);

        Optional<String> area(String code);

        Optional<String> organisationType(String code);

        /** Of what other modules keep as data. */
        Optional<String> of(String kind, String code);
    }

    private final Locale language;
    private final Names names;

    TrailCodes(Locale language, Names names) {
        this.language = language;
        this.names = names;
    }

    /** Whether the value of a detail is an account. */
    static boolean isAccount(String key) {
        return ACCOUNTS.contains(key);
    }

    /** What a record is about, where its id says more than an id. */
    String subject(String kind, String id) {
        return switch (kind) {
            case "agency", "calendar" -> names.agency(id).orElse(id);
            case "catalogue" -> {
                int slash = id.indexOf('/');
                yield slash < 0
                        ? id
                        : words("registry.catalogue." + id.substring(0, slash), id) + " " + id.substring(slash + 1);
            }
            case "routing" -> id.equals("draft") ? text("audit.draft") : id;
            case "verdicts" -> batch(id);
            case "use-case" -> words("audit.use-case." + id.replaceFirst("\\..*", ""), id);
            default -> id;
        };
    }

    private String batch(String id) {
        Matcher batch = BATCH.matcher(id);
        return batch.matches()
                ? Stream.of(
                                names.account(batch.group(1)).orElse(batch.group(1)),
                                words("audit.value." + batch.group(2), batch.group(2)),
                                value("reason", batch.group(3)),
                                words("review.why." + batch.group(4).toLowerCase(Locale.ROOT), batch.group(4)))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "))
                : id;
    }

    String value(String key, String value) {
        if (ACCOUNTS.contains(key)) {
            return names.account(value).orElseGet(() -> plain(value));
        }
        if (AGENCIES.contains(key)) {
            return value.equals("0")
                    ? text("audit.no-agency")
                    : names.agency(value).orElseGet(() -> plain(value));
        }
        return switch (key) {
            case "kind" -> words("registry.document." + value, value);
            case "scopes" -> each(value, this::scope);
            case "needs" -> words("audit.needs." + value, value);
            case "job" -> words("operation.job." + value, value);
            default ->
                names.of(key, value)
                        .or(() -> deskRules(value))
                        .or(() -> routingRule(value))
                        .or(() -> counts(value))
                        .or(() -> week(value))
                        .orElseGet(() -> plain(value));
        };
    }

    private String scope(String word) {
        return ApiScope.parse(word)
                .flatMap(scopes -> scopes.stream().findFirst())
                .map(scope -> text("access.api-scope." + scope))
                .orElse(word);
    }

    private String plain(String value) {
        return CODE.matcher(value).matches() ? words("audit.value." + value, value) : day(value);
    }

    private Optional<String> deskRules(String value) {
        Matcher desk = DESK_RULES.matcher(value);
        return desk.matches()
                ? Optional.of(text("audit.desk-rules", desk.group(1), desk.group(2), desk.group(3), desk.group(4)))
                : Optional.empty();
    }

    /** As the rule's own page words it, with names for its codes. */
    private Optional<String> routingRule(String value) {
        Matcher rule = ROUTING_RULE.matcher(value);
        if (!rule.matches()) {
            return Optional.empty();
        }
        List<String> conditions = new ArrayList<>();
        add(conditions, "registry.rule.templates", rule.group(2), code -> code);
        add(
                conditions,
                "registry.rule.types",
                rule.group(3),
                code -> names.organisationType(code).orElse(code));
        add(conditions, "registry.rule.sectors", rule.group(4), code -> code);
        add(
                conditions,
                "registry.rule.areas",
                rule.group(5),
                code -> names.area(code).orElse(code));
        if (rule.group(6).equals("*")) {
            conditions.add(text("registry.rule.any-zone"));
        } else {
            add(conditions, "registry.rule.zones", rule.group(6), code -> code);
        }
        if (!rule.group(7).equals("0")) {
            conditions.add(text("registry.rule.below", rule.group(7)));
        }
        if (rule.group(8).equals("true")) {
            conditions.add(text("registry.rule.many-districts"));
        }
        String target = rule.group(10).strip();
        String to = switch (rule.group(9)) {
            case "OWN" -> text("registry.rule.own");
            case "AREA" ->
                text(
                        "registry.rule.area",
                        words("registry.kind." + target, target),
                        words("registry.whose." + rule.group(11), rule.group(11)));
            default -> names.agency(target).orElse(target);
        };
        return Optional.of(text(
                "audit.routing-rule",
                rule.group(1),
                conditions.isEmpty() ? text("registry.rule.always") : String.join("; ", conditions),
                to,
                text(
                        rule.group(14) == null ? "registry.rule.in-hours" : "registry.rule.in-working-hours",
                        Integer.valueOf(rule.group(13)))));
    }

    private void add(List<String> conditions, String key, String codes, UnaryOperator<String> name) {
        if (!codes.isBlank()) {
            conditions.add(text(key, each(codes, name)));
        }
    }

    private static String each(String codes, UnaryOperator<String> name) {
        return Stream.of(codes.strip().split(" +", -1)).map(name).collect(Collectors.joining(", "));
    }

    /** How many of a draft's rules are what. */
    private Optional<String> counts(String value) {
        Matcher counts = COUNTS.matcher(value);
        return counts.matches()
                ? Optional.of(Stream.of(counts.group(1).split(", ", -1))
                        .map(part -> part.split("=", -1))
                        .map(part ->
                                words("registry.change." + part[0].toLowerCase(Locale.ROOT), part[0]) + ": " + part[1])
                        .collect(Collectors.joining(", ")))
                : Optional.empty();
    }

    /** The hours of a week from a day on, Monday first; a day without any is free. */
    private Optional<String> week(String value) {
        Matcher week = WEEK.matcher(value);
        if (!week.matches()) {
            return Optional.empty();
        }
        String[] days = week.group(2).split("\\|", -1);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < days.length; i++) {
            parts.add(text("registry.weekday." + (i + 1)) + ": "
                    + (days[i].isBlank() ? text("audit.day-off") : days[i].replace(" ", ", ")));
        }
        return Optional.of(text("audit.week", day(week.group(1)), String.join("; ", parts)));
    }

    private static String day(String value) {
        return ISO_DAY.matcher(value).replaceAll(day -> day.group(3) + "/" + day.group(2) + "/" + day.group(1));
    }

    private String text(String key, Object... args) {
        return Texts.get(language, key, args);
    }

    String words(String key, String otherwise) {
        return Texts.has(language, key) ? text(key) : otherwise;
    }
}
