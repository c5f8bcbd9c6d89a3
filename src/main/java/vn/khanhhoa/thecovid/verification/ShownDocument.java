package vn.khanhhoa.thecovid.verification;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.person.Likeness;
import vn.khanhhoa.thecovid.person.Side;

/**
 * What the code of an identity document says of its holder.
 *
 * @param numbers the newer first
 * @param name empty where the code has none
 * @param birth as far as it is known, year first; empty likewise
 */
record ShownDocument(List<String> numbers, String name, String birth) {
    private static final Pattern DAY_FIRST = Pattern.compile("([0-9]{2})([0-9]{2})([0-9]{4})");
    private static final String UNKNOWN = "00";
    private static final int TO_THE_DAY = 10;

    /** By the groups {@code number}, {@code old}, {@code name} and {@code birth}, of which a pattern may lack all but the first. */
    static ShownDocument of(Matcher code) {
        return new ShownDocument(
                Stream.of("number", "old")
                        .map(group -> group(code, group))
                        .filter(number -> !number.isEmpty())
                        .toList(),
                group(code, "name"),
                yearFirst(group(code, "birth")));
    }

    private static String group(Matcher code, String name) {
        @Nullable String text = code.pattern().pattern().contains("(?<" + name + ">") ? code.group(name) : null;
        return Objects.requireNonNullElse(text, "").strip();
    }

    private static String yearFirst(String birth) {
        Matcher parts = DAY_FIRST.matcher(birth);
        if (!parts.matches()) {
            return "";
        }
        String year = parts.group(3);
        if (parts.group(2).equals(UNKNOWN)) {
            return year;
        }
        String month = year + "-" + parts.group(2);
        return parts.group(1).equals(UNKNOWN) ? month : month + "-" + parts.group(1);
    }

    /** Whether somebody is its holder, as far as both say: names may differ by marks and order, days by day and month turned round. */
    boolean isOf(String otherName, String otherBirth) {
        Likeness alike = Likeness.of(new Side("", name, birth, "", ""), new Side("", otherName, otherBirth, "", ""));
        boolean toTheDay = birth.length() == TO_THE_DAY && otherBirth.length() == TO_THE_DAY;
        boolean born = toTheDay
                ? alike.birth().compareTo(Likeness.OfBirths.TURNED_ROUND) <= 0
                : alike.birth() != Likeness.OfBirths.OTHER;
        return born && (name.isEmpty() || alike.name() != Likeness.OfNames.OTHER);
    }

    /** Never tells of whom. */
    @Override
    public String toString() {
        return "a document";
    }
}
