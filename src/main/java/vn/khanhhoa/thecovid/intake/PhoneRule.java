package vn.khanhhoa.thecovid.intake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Vietnamese phone number, kept with its leading zero: mobile with 10 digits by the prefixes in use since the change of
 * 2018, or landline with 11.
 */
public final class PhoneRule implements CellRule {
    private static final int MOBILE = 10;
    private static final int LANDLINE = 11;
    private static final int OLD_PREFIX = 4;

    @Override
    public Optional<CellValue> read(String text, Findings findings) {
        if (NumberText.isScientific(text)) {
            findings.add(ProblemCode.SCIENTIFIC_NOTATION);
            return Optional.empty();
        }
        String number = national(digits(text));
        if (isPhone(number)) {
            return Optional.of(new CellValue.Text(number));
        }
        findings.add(problem(number));
        return Optional.empty();
    }

    /** A number without its zero starts with another digit, and an old one with 01: no text is both, or a number of today. */
    @Override
    public Optional<Mending> mend(String text, @Nullable CellHint hint) {
        String number = national(digits(text));
        if (!CellText.isDigits(number)) {
            return Optional.empty();
        }
        String whole = number.startsWith("0") ? number : "0" + number;
        if (isPhone(whole)) {
            return Optional.of(new Mending(RepairKind.ZERO_LOST, whole));
        }
        return today(whole).map(phone -> new Mending(RepairKind.OLD_PHONE_NUMBER, phone));
    }

    /** The number of a text that is a mobile phone's, to which an SMS can go: ten digits with the leading zero. */
    public static Optional<String> mobile(String text) {
        String number = national(digits(text));
        return CellText.isDigits(number) && isMobile(number) ? Optional.of(number) : Optional.empty();
    }

    private static String digits(String text) {
        return NumberText.strip(text).replace("(", "").replace(")", "");
    }

    private static String national(String number) {
        for (String prefix : new String[] {"+84", "0084", "84"}) {
            if (number.startsWith(prefix) && number.length() > MOBILE) {
                String rest = number.substring(prefix.length());
                return rest.startsWith("0") ? rest : "0" + rest;
            }
        }
        return number;
    }

    private static boolean isPhone(String number) {
        return CellText.isDigits(number) && (isMobile(number) || isLandline(number));
    }

    private static boolean isMobile(String number) {
        if (number.length() != MOBILE || number.charAt(0) != '0') {
            return false;
        }
        char second = number.charAt(2);
        return switch (number.charAt(1)) {
            case '3' -> second >= '2';
            case '5' -> second == '2' || second == '5' || second == '6' || second == '8' || second == '9';
            case '7' -> second == '0' || second >= '6';
            case '8' -> second >= '1';
            case '9' -> second != '5';
            default -> false;
        };
    }

    private static boolean isLandline(String number) {
        return number.length() == LANDLINE && number.startsWith("02");
    }

    /** By the change of 2018, from eleven digits to ten. */
    private static Optional<String> today(String old) {
        if (old.length() != LANDLINE) {
            return Optional.empty();
        }
        String prefix = switch (old.substring(0, OLD_PREFIX)) {
            case "0162" -> "032";
            case "0163" -> "033";
            case "0164" -> "034";
            case "0165" -> "035";
            case "0166" -> "036";
            case "0167" -> "037";
            case "0168" -> "038";
            case "0169" -> "039";
            case "0120" -> "070";
            case "0121" -> "079";
            case "0122" -> "077";
            case "0126" -> "076";
            case "0128" -> "078";
            case "0123" -> "083";
            case "0124" -> "084";
            case "0125" -> "085";
            case "0127" -> "081";
            case "0129" -> "082";
            case "0186" -> "056";
            case "0188" -> "058";
            case "0199" -> "059";
            default -> "";
        };
        return prefix.isEmpty() ? Optional.empty() : Optional.of(prefix + old.substring(OLD_PREFIX));
    }

    private static ProblemCode problem(String number) {
        if (!CellText.isDigits(number)) {
            return ProblemCode.PHONE_INVALID;
        }
        if (!number.startsWith("0") && isPhone("0" + number)) {
            return ProblemCode.PHONE_ZERO_LOST;
        }
        return today(number).isPresent() ? ProblemCode.PHONE_OLD_NUMBER : ProblemCode.PHONE_INVALID;
    }
}
