package vn.khanhhoa.thecovid.intake;

/** Whether a number can be one of its kind of document, and what it more likely is. */
final class DocumentShape {
    private static final int CCCD_DIGITS = 12;
    private static final int CMND_DIGITS = 9;
    private static final int SHORTEST_PASSPORT = 5;
    private static final int LONGEST_PASSPORT = 15;

    private DocumentShape() {}

    /** True where it can; otherwise the problem is found. */
    static boolean check(DocumentKind kind, String number, Findings findings) {
        return switch (kind) {
            case CCCD -> isCard(number, CCCD_DIGITS, CMND_DIGITS, "CMND", findings);
            case CMND -> isCard(number, CMND_DIGITS, CCCD_DIGITS, "CCCD/Căn cước", findings);
            case PASSPORT -> isPassport(number, findings);
        };
    }

    private static boolean isCard(String number, int digits, int otherDigits, String other, Findings findings) {
        if (!CellText.isDigits(number)) {
            if (isVietnamesePassport(number)) {
                findings.add(ProblemCode.IDENTITY_OTHER_KIND, "Hộ chiếu");
            } else {
                findings.add(ProblemCode.IDENTITY_CHARACTERS);
            }
        } else if (number.length() == otherDigits) {
            findings.add(ProblemCode.IDENTITY_OTHER_KIND, other);
        } else if (isShortByZeros(number, digits)) {
            findings.add(ProblemCode.IDENTITY_ZERO_LOST, number.length(), digits);
        } else if (number.length() != digits) {
            findings.add(ProblemCode.IDENTITY_LENGTH, digits);
        }
        return number.length() == digits && CellText.isDigits(number);
    }

    /** Whether the number is one of its kind but for zeros in front of it, which spreadsheets drop, all of them. */
    static boolean isShortByZeros(DocumentKind kind, String number) {
        return kind != DocumentKind.PASSPORT && CellText.isDigits(number) && isShortByZeros(number, digits(kind));
    }

    static String withZeros(DocumentKind kind, String number) {
        return "0".repeat(digits(kind) - number.length()) + number;
    }

    private static int digits(DocumentKind kind) {
        return kind == DocumentKind.CCCD ? CCCD_DIGITS : CMND_DIGITS;
    }

    /** A personal number starts with up to two zeros, a number of an old card with one. */
    private static boolean isShortByZeros(String number, int digits) {
        int missing = digits - number.length();
        return !number.startsWith("0") && (missing == 1 || (missing == 2 && digits == CCCD_DIGITS));
    }

    private static boolean isPassport(String number, Findings findings) {
        if (CellText.isDigits(number) && number.length() == CCCD_DIGITS) {
            findings.add(ProblemCode.IDENTITY_OTHER_KIND, "CCCD/Căn cước");
            return false;
        }
        if (number.length() < SHORTEST_PASSPORT || number.length() > LONGEST_PASSPORT) {
            findings.add(ProblemCode.PASSPORT_INVALID);
            return false;
        }
        return true;
    }

    static boolean isVietnamesePassport(String number) {
        return (number.length() == 8 || number.length() == 9)
                && Character.isLetter(number.charAt(0))
                && CellText.isDigits(number.substring(1));
    }
}
