package vn.khanhhoa.thecovid.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds communes by what people write: by code, as in the drop-down list, by a name with or without its kind (P., X.,
 * TT.), and with the district and the province behind it, which tell equal names apart.
 */
final class AreaIndex {
    private static final int MOST_REMEMBERED = 5_000;
    private static final Pattern BETWEEN_PARTS = Pattern.compile(" ?[,;] ?| [-–] ");

    private static final Map<String, String> SHORT_KINDS = Map.of(
            "p",
            "phường ",
            "f",
            "phường ",
            "x",
            "xã ",
            "tt",
            "thị trấn ",
            "tp",
            "thành phố ",
            "h",
            "huyện ",
            "q",
            "quận ",
            "tx",
            "thị xã ",
            "t",
            "tỉnh ");
    private static final List<String> PLAIN_KINDS =
            List.of("phuong ", "xa ", "thi tran ", "thanh pho ", "huyen ", "quan ", "thi xa ", "tinh ");
    private static final Pattern SHORT_KIND = Pattern.compile("(p|f|x|tt|tp|h|q|tx|t)(?:\\. ?| )(?=\\S)(.*)");

    private static final List<String> KINDS =
            Stream.concat(SHORT_KINDS.values().stream(), PLAIN_KINDS.stream()).toList();

    private final ChoiceIndex communes;
    private final @Nullable AreaIndex former;
    private final Map<String, FormerCommune> formerByLabel = new HashMap<>();
    private final String province;
    private final Map<String, ChoiceIndex.Match> remembered = new HashMap<>();

    AreaIndex(ReferenceLists lists) {
        this(lists.communes(), lists.formerCommunes(), placeKey(lists.province()));
    }

    private AreaIndex(List<Choice> communes, List<FormerCommune> formerCommunes, String province) {
        this.communes = new ChoiceIndex(communes);
        this.province = province;
        List<Choice> choices =
                formerCommunes.stream().map(FormerCommune::commune).toList();
        this.former = choices.isEmpty() ? null : new AreaIndex(choices, List.of(), province);
        formerCommunes.forEach(each -> formerByLabel.put(each.commune().label(), each));
    }

    /** The same few texts come again and again in a list. */
    ChoiceIndex.Match find(String text) {
        ChoiceIndex.Match known = remembered.get(text);
        if (known == null) {
            known = search(text);
            if (remembered.size() < MOST_REMEMBERED) {
                remembered.put(text, known);
            }
        }
        return known;
    }

    private ChoiceIndex.Match search(String text) {
        ChoiceIndex.Match match = communes.find(text);
        if (match.byCode() && match.nameAgrees()
                || !match.byCode() && !match.choices().isEmpty()) {
            return match;
        }
        List<Choice> named = named(match.byCode() ? communes.withoutCode(text) : text, communes::named);
        if (!match.byCode()) {
            return named.isEmpty() ? match : new ChoiceIndex.Match(named, false, true);
        }
        boolean agrees = named.contains(match.choices().get(0));
        return new ChoiceIndex.Match(match.choices(), true, agrees);
    }

    /** Communes whose name is the first part of the text, as far as the parts behind it do not tell otherwise. */
    private List<Choice> named(String text, Function<String, List<Choice>> names) {
        String[] parts = BETWEEN_PARTS.split(text, -1);
        List<Choice> found = new ArrayList<>(names.apply(longKind(parts[0])));
        for (int i = 1; i < parts.length; i++) {
            String place = placeKey(parts[i]);
            if (!place.isEmpty() && !place.equals(province)) {
                found.removeIf(choice -> !liesIn(choice, place));
            }
        }
        return found;
    }

    /** Communes that the text may mean if its marks are left out of account; be they right or not. */
    List<Choice> alike(String text) {
        return named(text, communes::namedPlainly);
    }

    private static boolean liesIn(Choice choice, String place) {
        for (String above : BETWEEN_PARTS.split(choice.within(), -1)) {
            if (placeKey(above).equals(place)) {
                return true;
            }
        }
        return false;
    }

    private static String longKind(String part) {
        String lower = part.strip().toLowerCase(Locale.ROOT);
        var kind = SHORT_KIND.matcher(lower);
        return kind.matches() ? SHORT_KINDS.get(kind.group(1)) + kind.group(2) : lower;
    }

    /** The name of a district or province without its kind. */
    private static String placeKey(String part) {
        String name = longKind(part);
        for (String kind : KINDS) {
            if (name.startsWith(kind)) {
                name = name.substring(kind.length());
                break;
            }
        }
        return CellText.fold(name);
    }

    /** A commune that is no more, by its name, or by a code that none has today. */
    Optional<FormerCommune> former(String text) {
        if (former == null) {
            return Optional.empty();
        }
        ChoiceIndex.Match match = former.find(text);
        return match.choices().size() == 1 && match.nameAgrees()
                ? Optional.ofNullable(formerByLabel.get(match.choices().get(0).label()))
                : Optional.empty();
    }

    /** The same whatever the marks are. */
    Optional<FormerCommune> formerAlike(String text) {
        List<Choice> alike = former == null ? List.of() : former.alike(text);
        return alike.size() == 1
                ? Optional.ofNullable(formerByLabel.get(alike.get(0).label()))
                : Optional.empty();
    }

    static String labels(List<Choice> choices) {
        return choices.stream().map(Choice::label).collect(Collectors.joining("; "));
    }
}
