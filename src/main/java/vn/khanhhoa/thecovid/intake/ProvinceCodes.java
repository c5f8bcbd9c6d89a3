package vn.khanhhoa.thecovid.intake;

import java.util.BitSet;

/**
 * The codes of the 63 provinces of 2004 to 2025 by the General Statistics Office. Personal numbers start with the one in
 * which a birth was registered, with a zero before it; those registered abroad start with 1 or more.
 */
final class ProvinceCodes {
    private static final BitSet CODES = new BitSet();

    static {
        int[] codes = {
            1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42,
            44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86,
            87, 89, 91, 92, 93, 94, 95, 96
        };
        for (int code : codes) {
            CODES.set(code);
        }
    }

    private ProvinceCodes() {}

    /** Of two digits. */
    static boolean isProvince(String digits) {
        return CODES.get(Integer.parseInt(digits));
    }

    /** Whether a birth can have been registered at the place that a personal number starts with. */
    static boolean mayStart(String personalNumber) {
        return personalNumber.charAt(0) != '0' || isProvince(personalNumber.substring(1, 3));
    }
}
