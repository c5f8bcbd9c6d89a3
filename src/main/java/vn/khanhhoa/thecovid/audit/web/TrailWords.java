package vn.khanhhoa.thecovid.audit.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.AccountAdministration;
import vn.khanhhoa.thecovid.access.AccountView;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.audit.TrailRow;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.CodeWords;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * Says in words what a record holds in codes: what was done, to what, and the details with agencies and accounts by their
 * names. The record itself stays as it was sealed; of what has no words, its codes are shown.
 */
@RequestScoped
class TrailWords {
    private static final Pattern NEXT = Pattern.compile(", (?=[a-z][a-z-]*=)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    /** One of the details. */
    public record Detail(String label, String value) {}

    @Inject
    private AccountAdministration accounts;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Language language;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    @Inject
    private Instance<CodeWords> codeWords;

    private Map<Long, AccountView> people = Map.of();
    private Map<Long, String> programs = Map.of();
    private @Nullable TrailCodes codes;
    private final Map<String, Optional<String>> found = new HashMap<>();

    /** Looks up, once, who acted in the records and whom they name. */
    void read(List<TrailRow> rows) {
        Set<Long> numbers = new HashSet<>();
        for (TrailRow row : rows) {
            numbers.add(row.accountId());
            if (row.subjectKind().equals("verdicts")) {
                number(row.subjectId().replaceFirst("\\..*", "")).ifPresent(numbers::add);
            }
            parts(row).forEach((key, value) -> {
                if (TrailCodes.isAccount(key)) {
                    number(value).ifPresent(numbers::add);
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

    /** What its id says, or the id as it is. */
    String subject(TrailRow row) {
        return codes().subject(row.subjectKind(), row.subjectId());
    }

    List<Detail> details(TrailRow row) {
        List<Detail> details = new ArrayList<>();
        parts(row).forEach((key, value) -> {
            if (!value.isEmpty()) {
                details.add(new Detail(words("audit.detail." + key, key), codes().value(key, value)));
            }
        });
        return details;
    }

    private TrailCodes codes() {
        TrailCodes known = codes;
        if (known == null) {
            known = new TrailCodes(language.getLocale(), new Known());
            codes = known;
        }
        return known;
    }

    /** Asks the catalogue, the accounts that were looked up, and the modules. */
    private final class Known implements TrailCodes.Names {
        @Override
        public Optional<String> agency(String idOrCode) {
            return (isNumber(idOrCode)
                            ? catalogue.agency(Long.parseLong(idOrCode))
                            : catalogue.agencyByCode(idOrCode, today()))
                    .map(AgencyView::name);
        }

        @Override
        public Optional<String> account(String id) {
            return number(id).map(TrailWords.this::account);
        }

        @Override
        public Optional<String> area(String code) {
            return catalogue.areas(today()).stream()
                    .filter(area -> area.code().equals(code))
                    .findFirst()
                    .map(AreaView::path);
        }

        @Override
        public Optional<String> organisationType(String code) {
            return catalogue.organisationTypes(today()).stream()
                    .filter(type -> type.code().equals(code))
                    .findFirst()
                    .map(type -> language.of(type.nameVi(), type.nameEn()));
        }

        @Override
        public Optional<String> of(String kind, String code) {
            return found.computeIfAbsent(
                    kind + " " + code,
                    unused -> codeWords.stream()
                            .flatMap(words -> words.of(kind, code, language.getLocale()).stream())
                            .findFirst());
        }

        private LocalDate today() {
            return LocalDate.now(clock);
        }
    }

    private String words(String key, String otherwise) {
        return Texts.has(language.getLocale(), key) ? language.text(key) : otherwise;
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** Of an account, as the trail names it: by its number, or by its public id. */
    private Optional<Long> number(String account) {
        return isNumber(account)
                ? Optional.of(Long.parseLong(account))
                : PublicId.parse(account)
                        .flatMap(id -> accounts.number(actor.get(), id).stream()
                                .boxed()
                                .findFirst());
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
