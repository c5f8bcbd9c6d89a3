package vn.khanhhoa.thecovid.intake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The social insurance number of 10 digits, alone or at the end of a health insurance card number of 15 characters. */
final class InsuranceRule implements CellRule {
    private static final int DIGITS = 10;
    private static final int CARD = 15;

    @Override
    public Optional<CellValue> read(String text, Findings findings) {
        String number = NumberText.strip(text);
        if (NumberText.isScientific(text)) {
            findings.add(ProblemCode.SCIENTIFIC_NOTATION);
        } else if (number.length() == DIGITS && CellText.isDigits(number)) {
            return Optional.of(new CellValue.Text(number));
        } else if (isCard(number)) {
            return Optional.of(new CellValue.Text(number.substring(CARD - DIGITS)));
        } else if (number.length() == DIGITS - 1 && CellText.isDigits(number) && !number.startsWith("0")) {
            findings.add(ProblemCode.INSURANCE_ZERO_LOST);
        } else {
            findings.add(ProblemCode.INSURANCE_INVALID);
        }
        return Optional.empty();
    }

    /**
     * Nothing in the number checks it, so a zero counts as lost only where a spreadsheet took the text for a number, and
     * only in front of the digit of a province.
     */
    @Override
    public Optional<Mending> mend(String text, @Nullable CellHint hint) {
        String number = "0" + NumberText.strip(text);
        boolean lost = hint == CellHint.NUMBER
                && number.length() == DIGITS
                && CellText.isDigits(number)
                && ProvinceCodes.isProvince(number.substring(0, 2));
        return lost ? Optional.of(new Mending(RepairKind.ZERO_LOST, number)) : Optional.empty();
    }

    /** Two letters, a benefit digit from 1 to 5, two digits of the province, the insurance number. */
    private static boolean isCard(String number) {
        return number.length() == CARD
                && isLetter(number.charAt(0))
                && isLetter(number.charAt(1))
                && number.charAt(2) >= '1'
                && number.charAt(2) <= '5'
                && CellText.isDigits(number.substring(3));
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
