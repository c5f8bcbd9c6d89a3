package vn.khanhhoa.thecovid.person;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;

/** In what two sides agree, in what they differ, and of what one of them says nothing; the same from either side. */
public record Likeness(Agreement document, OfNames name, OfBirths birth, Agreement phone, Agreement commune) {
    private static final int YEAR = 4;
    private static final int MONTH = 7;

    /** The surest first. */
    public static final Comparator<Likeness> SUREST = Comparator.comparing(Likeness::grade)
            .thenComparing(Likeness::name)
            .thenComparing(Likeness::birth)
            .thenComparing(Likeness::phone)
            .thenComparing(Likeness::commune);

    public enum Agreement {
        SAME,
        MISSING,
        OTHER
    }

    /** The strictest that holds. */
    public enum OfNames {
        /** But for capitals. */
        EXACT,
        /** But for the place of a tone mark, and i or y. */
        ALIKE,
        WITHOUT_MARKS,
        /** The same words without marks, in another order. */
        SAME_WORDS,
        OTHER
    }

    public enum OfBirths {
        DATE,
        /** Of two dates of one year that are the same but for day and month in each other's place. */
        TURNED_ROUND,
        /** As far as both are known, they agree beyond the year. */
        MONTH,
        YEAR,
        MISSING,
        OTHER
    }

    public static Likeness of(Side one, Side other) {
        return new Likeness(
                agreement(one.document(), other.document()),
                ofNames(one.name(), other.name()),
                ofBirths(one.birth(), other.birth()),
                agreement(one.phone(), other.phone()),
                agreement(one.commune(), other.commune()));
    }

    private static Agreement agreement(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Agreement.MISSING;
        }
        return one.equals(other) ? Agreement.SAME : Agreement.OTHER;
    }

    private static OfNames ofNames(String one, String other) {
        if (exact(one).equals(exact(other))) {
            return OfNames.EXACT;
        }
        if (NameWords.alike(one).equals(NameWords.alike(other))) {
            return OfNames.ALIKE;
        }
        if (NameWords.plain(one).equals(NameWords.plain(other))) {
            return OfNames.WITHOUT_MARKS;
        }
        return new HashSet<>(NameWords.of(one)).equals(new HashSet<>(NameWords.of(other)))
                ? OfNames.SAME_WORDS
                : OfNames.OTHER;
    }

    private static String exact(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static OfBirths ofBirths(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return OfBirths.MISSING;
        }
        if (!one.substring(0, YEAR).equals(other.substring(0, YEAR))) {
            return OfBirths.OTHER;
        }
        if (Side.isDay(one) && Side.isDay(other)) {
            if (one.equals(other)) {
                return OfBirths.DATE;
            }
            if (turnedRound(one).equals(other)) {
                return OfBirths.TURNED_ROUND;
            }
        }
        boolean months = one.length() >= MONTH && other.length() >= MONTH;
        return months && one.substring(0, MONTH).equals(other.substring(0, MONTH)) ? OfBirths.MONTH : OfBirths.YEAR;
    }

    private static String turnedRound(String day) {
        return day.substring(0, YEAR) + day.substring(MONTH) + day.substring(YEAR, MONTH);
    }

    public Grade grade() {
        boolean alike = name.compareTo(OfNames.ALIKE) <= 0;
        boolean born = birth == OfBirths.DATE;
        if (document == Agreement.SAME) {
            if (alike && born) {
                return Grade.A;
            }
            boolean sameYear = birth.compareTo(OfBirths.YEAR) <= 0;
            return name.compareTo(OfNames.WITHOUT_MARKS) <= 0 || sameYear ? Grade.B : Grade.X;
        }
        if (alike && born) {
            if (phone == Agreement.SAME) {
                return Grade.C;
            }
            if (commune == Agreement.SAME) {
                return Grade.D;
            }
        }
        return Grade.NONE;
    }
}
