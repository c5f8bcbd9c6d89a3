package vn.khanhhoa.thecovid.stafflist;

import java.util.Set;

/**
 * The reason of a decision as it leaves the agency. A suspicion of forgery must not warn the suspect, and a duplicate must not
 * tell of somebody else's list. Both go out under one code with one text, because of two that are told apart the silence about
 * the one would name the other; and without the reviewer's note, which could say it. A verdict may give that code for itself as
 * well: an organisation that no warning told of a duplicate would otherwise know it for a suspicion.
 */
public final class OutwardReason {
    private static final String NEUTRAL = "R90";
    private static final Set<String> KEPT_INSIDE = Set.of("R07", "R14", NEUTRAL);

    private OutwardReason() {}

    public static String code(String code) {
        return KEPT_INSIDE.contains(code) ? NEUTRAL : code;
    }

    static String note(String code, String note) {
        return KEPT_INSIDE.contains(code) ? "" : note;
    }
}
