package vn.khanhhoa.thecovid.eligibility;

import java.time.LocalDate;

/**
 * Somebody who is due the next dose.
 *
 * @param birth as far as it is known: {@code 1985-03-07}, {@code 1985-03} or {@code 1985}
 * @param phone or empty
 * @param commune of residence; empty where none is known
 * @param facility that gave the last dose
 * @param number of the last dose
 * @param due from when the next one is
 */
public record DueDose(
        String name,
        String birth,
        String document,
        String phone,
        String commune,
        String facility,
        String vaccine,
        int number,
        LocalDate given,
        LocalDate due) {
    private static final int SHOWN = 4;

    /** As a screen may show it. */
    DueDose masked() {
        return new DueDose(
                name, birth, ending(document), ending(phone), commune, facility, vaccine, number, given, due);
    }

    private static String ending(String text) {
        int hidden = Math.max(0, text.length() - SHOWN);
        return "•".repeat(hidden) + text.substring(hidden);
    }

    @Override
    public String toString() {
        return "a person due dose " + (number + 1);
    }
}
