package vn.khanhhoa.thecovid.intake;

import java.util.Locale;
import java.util.Optional;
import vn.khanhhoa.thecovid.shared.OneLine;

/**
 * A person's full name: Latin letters with whatever marks papers have, with spaces, hyphens, apostrophes and dots, as
 * Raglai, Ê-đê, Chăm and foreign names have them. An address of the web is no name: it would be sent in the portal's name. What looks like text of an old font is pointed out.
 */
final class NameRule implements CellRule {
    private static final String BETWEEN_LETTERS = " -'’.,";
    private static final String AFTER_A_NAME = " .,;:";

    @Override
    public Optional<CellValue> read(String text, Findings findings) {
        int letters = 0;
        boolean digits = false;
        boolean others = false;
        boolean unusual = false;
        boolean capitals = false;
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                letters++;
                capitals |= !Character.isLowerCase(c);
                others |= !NameLetters.isLatin(c);
                unusual |= NameLetters.isUnusual(before, c, i + 1 < text.length() ? text.charAt(i + 1) : ' ');
            } else if (Character.isDigit(c)) {
                digits = true;
            } else {
                others |= BETWEEN_LETTERS.indexOf(c) < 0 && Character.getType(c) != Character.NON_SPACING_MARK;
            }
            before = c;
        }
        if (digits) {
            findings.add(ProblemCode.NAME_HAS_DIGITS);
        }
        boolean address = OneLine.holdsAddress(text);
        if (address) {
            findings.add(ProblemCode.NAME_ADDRESS);
        } else if (others) {
            findings.add(ProblemCode.NAME_CHARACTERS);
        } else if (unusual && OldFontWords.reading(text).isEmpty()) {
            findings.add(ProblemCode.NAME_UNUSUAL);
        }
        if ((others || unusual) && OldFontWords.reading(text).isPresent()) {
            findings.add(ProblemCode.OLD_FONT_TEXT);
        } else if (letters >= 2 && !capitals && !digits && !others && !address) {
            findings.add(ProblemCode.NAME_LOWER_CASE);
        }
        if (letters < 2 && !digits && !others) {
            findings.add(ProblemCode.NAME_TOO_SHORT);
        }
        return digits || others || address || letters < 2 ? Optional.empty() : Optional.of(new CellValue.Text(text));
    }

    /** Small letters alone: each word begins with a capital, where all are Vietnamese. K'Brăm, H'Hen and foreign names are not. */
    @Override
    public Optional<Mending> better(String text) {
        String[] words = text.split(" ", -1);
        StringBuilder name = new StringBuilder(text.length());
        for (String word : words) {
            if (!word.equals(word.toLowerCase(Locale.ROOT)) || !Syllable.isOne(word)) {
                return Optional.empty();
            }
            name.append(name.isEmpty() ? "" : " ")
                    .append(Character.toUpperCase(word.charAt(0)))
                    .append(word, 1, word.length());
        }
        return Optional.of(new Mending(RepairKind.NAME_CASE, name.toString()));
    }

    @Override
    public String tidy(String text) {
        int end = text.length();
        while (end > 0 && AFTER_A_NAME.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end == text.length() || end == 0 ? text : text.substring(0, end);
    }
}
