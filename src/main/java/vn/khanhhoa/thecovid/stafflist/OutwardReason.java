package vn.khanhhoa.thecovid.stafflist;

import java.util.Set;

/**
 * The reason of a decision as it leaves the agency. A suspicion of forgery must not warn the suspect, and a duplicate must not
 * tell of somebody else's list. Both go out under one code with one text, because of two that are told apart the silence about
 * the one would name the other; and without the reviewer's note, which could say it.
 */
public final class OutwardReason {
    /** In the catalogue for its text alone: no verdict can give it. */
    static final String NEUTRAL = "R90";

    private static final Set<String> KEPT_INSIDE = Set.of("R07", "R14");

    private OutwardReason() {}

    public static String code(String code) {
        return KEPT_INSIDE.contains(code) ? NEUTRAL : code;
    }

    static String note(String code, String note) {
        return KEPT_INSIDE.contains(code) ? "" : note;
    }
}
