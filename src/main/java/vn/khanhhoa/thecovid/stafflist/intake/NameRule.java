package vn.khanhhoa.thecovid.stafflist.intake;

import java.util.Optional;

/**
 * A person's full name: letters of any script that Vietnamese papers use, with spaces, hyphens, apostrophes and dots, as
 * Raglai, Ê-đê, Chăm and foreign names have them.
 */
final class NameRule implements CellRule {
    private static final String BETWEEN_LETTERS = " -'’.,";

    @Override
    public Optional<CellValue> read(String text, Findings findings) {
        int letters = 0;
        boolean digits = false;
        boolean others = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                letters++;
            } else if (Character.isDigit(c)) {
                digits = true;
            } else {
                others |= BETWEEN_LETTERS.indexOf(c) < 0 && Character.getType(c) != Character.NON_SPACING_MARK;
            }
        }
        if (digits) {
            findings.add(ProblemCode.NAME_HAS_DIGITS);
        }
        if (others) {
            findings.add(ProblemCode.NAME_CHARACTERS);
        }
        if (letters < 2 && !digits && !others) {
            findings.add(ProblemCode.NAME_TOO_SHORT);
        }
        return digits || others || letters < 2 ? Optional.empty() : Optional.of(new CellValue.Text(text));
    }
}
