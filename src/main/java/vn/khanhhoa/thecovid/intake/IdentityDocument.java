package vn.khanhhoa.thecovid.intake;

import java.util.List;

/**
 * An identity document as a row names it. Never prints its number.
 *
 * @param number without separators, letters in upper case
 */
public record IdentityDocument(DocumentKind kind, String number) {
    private static final int SHOWN = 4;
    private static final int PERSONAL_NUMBER = 12;
    private static final int CENTURY_AND_SEX = 3;

    public String lastFour() {
        return number.substring(Math.max(0, number.length() - SHOWN));
    }

    /** {@code ••••••••1234} */
    public String masked() {
        return "•".repeat(Math.max(0, number.length() - SHOWN)) + lastFour();
    }

    boolean isPersonalNumber() {
        return kind == DocumentKind.CCCD && number.length() == PERSONAL_NUMBER && CellText.isDigits(number);
    }

    /** The sex that a personal number tells: even digits male, odd ones female (Decree 137/2015/NĐ-CP). */
    boolean saysFemale() {
        return digit(CENTURY_AND_SEX) % 2 == 1;
    }

    /** The birth year that a personal number tells: the same digit counts centuries from 1900. */
    int birthYear() {
        return 1900 + 100 * (digit(CENTURY_AND_SEX) / 2) + 10 * digit(CENTURY_AND_SEX + 1) + digit(CENTURY_AND_SEX + 2);
    }

    private int digit(int at) {
        return number.charAt(at) - '0';
    }

    /** What somebody may mean who types a number: the number, and where zeros are missing in front of it, with them. */
    public static List<String> meant(String typed) {
        String number = typed.replaceAll("[^\\p{L}\\p{N}]", "");
        return DocumentShape.isShortByZeros(DocumentKind.CCCD, number)
                ? List.of(number, DocumentShape.withZeros(DocumentKind.CCCD, number))
                : List.of(number);
    }

    @Override
    public String toString() {
        return kind + " " + masked();
    }
}
