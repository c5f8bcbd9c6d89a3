package vn.khanhhoa.thecovid.intake;

import java.util.Optional;
import java.util.regex.Pattern;

/** A whole number, in groups of three digits or not. */
record AmountRule(ColumnBounds bounds) implements CellRule {
    private static final Pattern GROUPS = Pattern.compile("\\d{1,3}([ .,])\\d{3}(\\1\\d{3})*");
    private static final int LONGEST = 15;

    @Override
    public Optional<CellValue> read(String text, Findings findings) {
        String digits = GROUPS.matcher(text).matches() ? text.replaceAll("[ .,]", "") : text;
        if (!CellText.isDigits(digits) || digits.length() > LONGEST) {
            findings.add(ProblemCode.NUMBER_INVALID);
            return Optional.empty();
        }
        long number = Long.parseLong(digits);
        if (number < bounds.least().orElse(0)) {
            findings.add(ProblemCode.NUMBER_TOO_SMALL, bounds.least().orElse(0));
        } else if (number > bounds.greatest().orElse(Long.MAX_VALUE)) {
            findings.add(ProblemCode.NUMBER_TOO_LARGE, bounds.greatest().getAsLong());
        } else {
            return Optional.of(new CellValue.Amount(number));
        }
        return Optional.empty();
    }
}
