package vn.khanhhoa.thecovid.registry;

import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * A Vietnamese tax code (mã số thuế): ten digits, of which the last checks the others, and for a branch three more from
 * 001 to 999. Weighted by 31 29 23 19 17 13 7 5 3, the first nine digits leave a remainder by 11; ten less that is the
 * tenth digit. Kept without dots, spaces and hyphens.
 */
public record TaxCode(String value) {
    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

    static TaxCode parse(String text) {
        String digits = text.replaceAll("[\\s.-]", "");
        if (!digits.matches("\\d{10}(\\d{3})?")) {
            throw new RuleViolation("registry.tax-code-shape");
        }
        if (digits.startsWith("0000000", 2) || digits.endsWith("000") && digits.length() > WEIGHTS.length + 1) {
            throw new RuleViolation("registry.tax-code-shape");
        }
        if (Character.digit(digits.charAt(WEIGHTS.length), 10) != checkDigit(digits)) {
            throw new RuleViolation("registry.tax-code-check");
        }
        return new TaxCode(digits);
    }

    /** Whether digits without separators are a tax code. */
    public static boolean isValid(String digits) {
        try {
            return parse(digits).value().equals(digits);
        } catch (RuleViolation notTaxCode) {
            return false;
        }
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int place = 0; place < WEIGHTS.length; place++) {
            sum += WEIGHTS[place] * Character.digit(digits.charAt(place), 10);
        }
        return 10 - sum % 11;
    }
}
