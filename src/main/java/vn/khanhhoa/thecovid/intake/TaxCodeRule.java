package vn.khanhhoa.thecovid.intake;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.registry.TaxCode;

/** A tax code with its check digit; since July 2025 a personal number is one as well. */
record TaxCodeRule(LocalDate today) implements CellRule {
    private static final int DIGITS = 10;
    private static final int BRANCH_DIGITS = 13;
    private static final int PERSONAL_NUMBER = 12;
    private static final LocalDate PERSONAL_NUMBERS_FROM = LocalDate.of(2025, 7, 1);

    @Override
    public Optional<CellValue> read(String text, Findings findings) {
        if (NumberText.isScientific(text)) {
            findings.add(ProblemCode.SCIENTIFIC_NOTATION);
            return Optional.empty();
        }
        String number = NumberText.strip(text);
        if (isValid(number)) {
            return Optional.of(new CellValue.Text(number));
        }
        if (!CellText.isDigits(number)) {
            findings.add(ProblemCode.TAX_CODE_INVALID);
        } else if (isValid("0" + number)) {
            findings.add(ProblemCode.TAX_CODE_ZERO_LOST);
        } else {
            boolean length = number.length() == DIGITS || number.length() == BRANCH_DIGITS;
            findings.add(length ? ProblemCode.TAX_CODE_WRONG : ProblemCode.TAX_CODE_INVALID);
        }
        return Optional.empty();
    }

    /** The check digit alone would take one mistyped code in eleven for one without its zero. */
    @Override
    public Optional<Mending> mend(String text, @Nullable CellHint hint) {
        String number = NumberText.strip(text);
        return hint == CellHint.NUMBER && !number.startsWith("0") && isValid("0" + number)
                ? Optional.of(new Mending(RepairKind.ZERO_LOST, "0" + number))
                : Optional.empty();
    }

    private boolean isValid(String number) {
        if (number.length() == PERSONAL_NUMBER) {
            return CellText.isDigits(number) && !today.isBefore(PERSONAL_NUMBERS_FROM);
        }
        return TaxCode.isValid(number);
    }
}
