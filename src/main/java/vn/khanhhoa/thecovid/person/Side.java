package vn.khanhhoa.thecovid.person;

import java.util.regex.Pattern;

/**
 * What one side says of who somebody is.
 *
 * @param document key of the number of a document: the same for the same number; empty for none
 * @param birth as far as it is known: {@code 1985-03-07}, {@code 1985-03} or {@code 1985}; empty for unknown
 * @param phone key of a phone number, likewise; empty for none
 * @param commune code; empty for unknown
 */
public record Side(String document, String name, String birth, String phone, String commune) {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final String BETWEEN = "\u001f";

    /** Equal for names that are alike and one date of birth; empty where the date is not known to the day. */
    public static String nameAndBirth(String name, String birth) {
        return isDay(birth) ? NameWords.alike(name) + BETWEEN + birth : "";
    }

    static boolean isDay(String birth) {
        return DAY.matcher(birth).matches();
    }

    /** Says nothing of anybody. */
    @Override
    public String toString() {
        return "a side";
    }
}
