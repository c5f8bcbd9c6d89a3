package vn.khanhhoa.thecovid.intake;

import java.util.Optional;

/** Characters of an identity number; whether it fits its kind of document is seen from the whole row. */
final class IdentityNumberRule implements CellRule {
    @Override
    public Optional<CellValue> read(String text, Findings findings) {
        if (NumberText.isScientific(text)) {
            findings.add(ProblemCode.SCIENTIFIC_NOTATION);
            return Optional.empty();
        }
        String number = NumberText.strip(text);
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if ((c < '0' || c > '9') && (c < 'A' || c > 'Z')) {
                findings.add(ProblemCode.IDENTITY_CHARACTERS);
                return Optional.empty();
            }
        }
        if (number.isEmpty()) {
            findings.add(ProblemCode.IDENTITY_CHARACTERS);
            return Optional.empty();
        }
        return Optional.of(new CellValue.Text(number));
    }
}
