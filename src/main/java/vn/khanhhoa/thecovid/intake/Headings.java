package vn.khanhhoa.thecovid.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows the columns of a form by their headings. The form's own names go before aliases, names with marks before names
 * without; a text that several columns could claim is nobody's.
 */
final class Headings {
    /** The row a workbook of problems says it belongs to. */
    private static final String REF = "_row";

    private static final int LONGEST = 200;
    private static final int NOBODY = -1;
    private static final OldFont[] OLD_FONTS = {OldFont.TCVN3, OldFont.VNI};

    /** @param rank the lower, the surer */
    record Found(int index, int rank) {}

    /** The sender says so. */
    private static final int CHOSEN = 0;

    private static final int OWN_EXACT = 1;
    private static final int ALIAS_EXACT = 2;
    private static final int OWN_FOLDED = 3;
    private static final int ALIAS_FOLDED = 4;

    private final FormDefinition form;
    private final List<Map<String, Integer>> byRank = new ArrayList<>();

    /** @param chosen keys of columns by headings, which go before all that the form knows */
    Headings(FormDefinition form, Map<String, String> chosen) {
        this.form = form;
        for (int rank = CHOSEN; rank <= ALIAS_FOLDED; rank++) {
            byRank.add(new HashMap<>());
        }
        for (int i = 0; i < form.columns().size(); i++) {
            FormColumn column = form.columns().get(i);
            int at = i;
            chosen.forEach((heading, key) -> {
                if (key.equals(column.key())) {
                    put(CHOSEN, HeaderText.exact(heading), at);
                }
            });
            for (String own : List.of(column.labelVi(), column.labelEn(), column.key())) {
                put(OWN_EXACT, HeaderText.exact(own), i);
                put(OWN_FOLDED, HeaderText.of(own), i);
            }
            for (String alias : column.aliases()) {
                put(ALIAS_EXACT, HeaderText.exact(alias), i);
                put(ALIAS_FOLDED, HeaderText.of(alias), i);
            }
        }
    }

    private void put(int rank, String text, int index) {
        if (!text.isEmpty()) {
            byRank.get(rank).merge(text, index, (one, other) -> one.equals(other) ? one : NOBODY);
        }
    }

    FormDefinition form() {
        return form;
    }

    static boolean isRef(String text) {
        return text.strip().equalsIgnoreCase(REF);
    }

    /**
     * The column of a heading, be it typed in an old font: there "Tõ" is "Từ", whatever it looks like without its mark.
     */
    Optional<Found> find(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> ways = new ArrayList<>(List.of(text));
        if (OldFontWords.mayBeOld(text)) {
            for (OldFont font : OLD_FONTS) {
                Optional.ofNullable(font.convert(text)).ifPresent(ways::add);
            }
        }
        return lookUp(ways, CHOSEN, CHOSEN)
                .or(() -> lookUp(ways, OWN_EXACT, ALIAS_EXACT))
                .or(() -> lookUp(ways, OWN_FOLDED, ALIAS_FOLDED));
    }

    /** Of what only the sender can say. */
    Optional<Found> chosen(String text) {
        return lookUp(List.of(text), CHOSEN, CHOSEN);
    }

    private Optional<Found> lookUp(List<String> ways, int first, int second) {
        for (String text : ways) {
            String key = first < OWN_FOLDED ? HeaderText.exact(text) : HeaderText.of(text);
            for (int rank : new int[] {first, second}) {
                Integer index = byRank.get(rank).get(key);
                if (index != null) {
                    return index == NOBODY ? Optional.empty() : Optional.of(new Found(index, rank));
                }
            }
        }
        return Optional.empty();
    }

    static boolean isOwn(int rank) {
        return rank == OWN_EXACT || rank == OWN_FOLDED;
    }

    HeaderMatch match(RawRow row) {
        return match(row, null);
    }

    /** @param above the headings of the row above, where there are some: titles of groups, or another language */
    HeaderMatch match(RawRow row, @Nullable HeaderMatch above) {
        return new HeaderMatch(this, row, above);
    }
}
