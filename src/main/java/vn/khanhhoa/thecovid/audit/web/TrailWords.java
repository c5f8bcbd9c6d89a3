package vn.khanhhoa.thecovid.audit.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.khanhhoa.thecovid.access.AccountAdministration;
import vn.khanhhoa.thecovid.access.AccountView;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.audit.TrailRow;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;

/**
 * Says in words what a record holds in codes: what was done, to what, and the details with agencies and accounts by their
 * names. The record itself stays as it was sealed; of what has no words, its codes are shown.
 */
@RequestScoped
class TrailWords {
    private static final Pattern NEXT = Pattern.compile(", (?=[a-z][a-z-]*=)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z_]{1,20}");
    private static final Pattern DESK_RULES =
            Pattern.compile("undo (\\d+) claim (\\d+) second-above (\\d+) second-percent (\\d+)");
    private static final Pattern ROUTING_RULE =
            Pattern.compile("(\\d+) \\[([^|]*)\\|([^|]*)\\|([^|]*)\\|([^|]*)\\|([^|]*)\\|"
                    + "(?:[^|]*)\\|(?:[^|]*)\\] \\w+ (.*?) own (?:true|false) hours (\\d+).*");
    private static final Set<String> AGENCIES = Set.of("agency", "of", "to");
    private static final Set<String> ACCOUNTS =
            Set.of("approver", "proposer", "reviewer", "officer", "absent", "stand-in");

    /** One of the details. */
    public record Detail(String label, String value) {}

    @Inject
    private AccountAdministration accounts;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Language language;

    @Inject
    private Formats formats;

    @Inject
    private CurrentActor actor;

    private Map<Long, AccountView> people = Map.of();
    private Map<Long, String> programs = Map.of();

    /** Looks up, once, who acted in the records and whom they name. */
    void read(List<TrailRow> rows) {
        Set<Long> numbers = new HashSet<>();
        for (TrailRow row : rows) {
            numbers.add(row.accountId());
            parts(row).forEach((key, value) -> {
                if (ACCOUNTS.contains(key) && isNumber(value)) {
                    numbers.add(Long.parseLong(value));
                }
            });
        }
        numbers.remove(0L);
        people = accounts.byNumber(actor.get(), numbers);
        programs = accounts.programsByNumber(actor.get(), numbers);
    }

    String who(TrailRow row) {
        return row.accountId() == 0 ? language.text("audit.portal-itself") : account(row.accountId());
    }

    /** Its public id; empty where it is no account of a person. */
    String accountId(TrailRow row) {
        AccountView account = people.get(row.accountId());
        return account == null ? "" : account.id().toString();
    }

    private String account(long number) {
        AccountView account = people.get(number);
        if (account != null) {
            return account.displayName();
        }
        String program = programs.get(number);
        return program == null ? String.valueOf(number) : language.text("audit.program", program);
    }

    String action(TrailRow row) {
        return words("audit.did." + row.action(), row.action());
    }

    String kind(TrailRow row) {
        return words("audit.kind." + row.subjectKind(), row.subjectKind());
    }

    /** The name of an agency, or the id as it is. */
    String subject(TrailRow row) {
        return row.subjectKind().equals("agency") ? agency(row.subjectId()) : row.subjectId();
    }

    List<Detail> details(TrailRow row) {
        List<Detail> details = new ArrayList<>();
        parts(row).forEach((key, value) -> {
            if (!value.isEmpty()) {
                details.add(new Detail(words("audit.detail." + key, key), value(key, value)));
            }
        });
        return details;
    }

    private String value(String key, String value) {
        if (AGENCIES.contains(key) && isNumber(value)) {
            return agency(value);
        }
        if (ACCOUNTS.contains(key) && isNumber(value)) {
            return account(Long.parseLong(value));
        }
        Matcher desk = DESK_RULES.matcher(value);
        if (desk.matches()) {
            return language.text("audit.desk-rules", desk.group(1), desk.group(2), desk.group(3), desk.group(4));
        }
        Matcher rule = ROUTING_RULE.matcher(value);
        if (rule.matches()) {
            return language.text(
                    "audit.routing-rule",
                    rule.group(1),
                    any(rule.group(2)),
                    any(rule.group(3)),
                    any(rule.group(4)),
                    any(rule.group(5)),
                    any(rule.group(6)),
                    rule.group(7),
                    rule.group(8));
        }
        return CODE.matcher(value).matches() ? words("audit.value." + value, value) : day(value);
    }

    private String any(String codes) {
        return codes.isEmpty() ? language.text("audit.any") : codes;
    }

    private String day(String value) {
        try {
            return formats.day(LocalDate.parse(value));
        } catch (DateTimeParseException other) {
            return value;
        }
    }

    private String agency(String number) {
        return isNumber(number)
                ? catalogue.agency(Long.parseLong(number)).map(AgencyView::name).orElse(number)
                : number;
    }

    private String words(String key, String otherwise) {
        return Texts.has(language.getLocale(), key) ? language.text(key) : otherwise;
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** Written as a map is printed; what it is after comes after what it was before. */
    private static Map<String, String> parts(TrailRow row) {
        Map<String, String> parts = new TreeMap<>(
                Comparator.comparing((String key) -> key.equals("after")).thenComparing(Comparator.naturalOrder()));
        String inside = row.details();
        if (inside.startsWith("{") && inside.endsWith("}")) {
            for (String part : NEXT.split(inside.substring(1, inside.length() - 1))) {
                int equals = part.indexOf('=');
                if (equals > 0) {
                    parts.put(part.substring(0, equals), part.substring(equals + 1));
                }
            }
        }
        return parts;
    }
}
