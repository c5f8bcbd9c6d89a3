package vn.khanhhoa.thecovid.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a program may be allowed to do for its organisation. Written {@code lists:read}. */
public enum ApiScope {
    LISTS_READ,
    LISTS_WRITE,
    LISTS_SUBMIT,
    CARDS_READ;

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
