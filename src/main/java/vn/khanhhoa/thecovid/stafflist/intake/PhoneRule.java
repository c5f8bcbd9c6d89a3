package vn.khanhhoa.thecovid.stafflist.intake;

import java.util.Optional;

/**
 * A Vietnamese phone number, kept with its leading zero: mobile with 10 digits by the prefixes in use since the change of
 * 2018, or landline with 11.
 */
final class PhoneRule implements CellRule {
    private static final int MOBILE = 10;
    private static final int LANDLINE = 11;

    @Override
    public Optional<CellValue> read(String text, Findings findings) {
        if (NumberText.isScientific(text)) {
            findings.add(ProblemCode.SCIENTIFIC_NOTATION);
            return Optional.empty();
        }
        String number = national(NumberText.strip(text).replace("(", "").replace(")", ""));
        if (CellText.isDigits(number) && (isMobile(number) || isLandline(number))) {
            return Optional.of(new CellValue.Text(number));
        }
        findings.add(problem(number));
        return Optional.empty();
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

    private static ProblemCode problem(String number) {
        if (CellText.isDigits(number) && number.length() == MOBILE - 1 && isMobile("0" + number)) {
            return ProblemCode.PHONE_ZERO_LOST;
        }
        boolean old = CellText.isDigits(number) && number.length() == LANDLINE && number.startsWith("01");
        return old ? ProblemCode.PHONE_OLD_NUMBER : ProblemCode.PHONE_INVALID;
    }
}
