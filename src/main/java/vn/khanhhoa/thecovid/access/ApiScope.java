package vn.khanhhoa.thecovid.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a program may be allowed to do for its organisation or agency. Written {@code lists:read}. */
public enum ApiScope {
    LISTS_READ(false),
    LISTS_WRITE(false),
    LISTS_SUBMIT(false),
    CARDS_READ(false),
    /** Sources of health data, imports and the account of their rows. */
    IMPORTS_READ(true),
    /** To send records of health data, and to withdraw what was sent. */
    RECORDS_WRITE(true);

    private final boolean agencies;

    ApiScope(boolean agencies) {
        this.agencies = agencies;
    }

    /** Those that programs of an agency can have, or those of an organisation. */
    static List<ApiScope> of(boolean agencies) {
        return Arrays.stream(values())
                .filter(scope -> scope.agencies == agencies)
                .toList();
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** Empty where one of the words is no scope. */
    public static Optional<Set<ApiScope>> parse(String words) {
        Set<ApiScope> scopes = EnumSet.noneOf(ApiScope.class);
        for (String word : words.strip().split(" +", -1)) {
            Optional<ApiScope> known = Arrays.stream(values())
                    .filter(scope -> scope.text().equals(word))
                    .findFirst();
            if (known.isEmpty()) {
                return Optional.empty();
            }
            scopes.add(known.get());
        }
        return Optional.of(scopes);
    }

    public static String write(Collection<ApiScope> scopes) {
        return scopes.stream().sorted().map(ApiScope::text).collect(Collectors.joining(" "));
    }
}
