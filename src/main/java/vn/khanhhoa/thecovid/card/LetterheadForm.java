package vn.khanhhoa.thecovid.card;

import java.util.List;
import vn.khanhhoa.thecovid.card.print.Letterhead;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * What an agency's cards are to say; what is empty is as the portal knows it.
 *
 * @param issuer the line above the title
 * @param agency its name, where it is not that of the catalogue
 */
public record LetterheadForm(String issuer, String titleVi, String titleEn, String agency, String hotline) {
    static final LetterheadForm EMPTY = new LetterheadForm("", "", "", "", "");

    private static final int LONGEST_ISSUER = 120;
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_AGENCY = 160;
    private static final int LONGEST_HOTLINE = 40;

    /** As it is kept. A letter that the typeface lacks would be a question mark on every card. */
    LetterheadForm checked() {
        LetterheadForm lines = new LetterheadForm(
                OneLine.of(issuer, LONGEST_ISSUER),
                OneLine.of(titleVi, LONGEST_TITLE),
                OneLine.of(titleEn, LONGEST_TITLE),
                OneLine.of(agency, LONGEST_AGENCY),
                OneLine.of(hotline, LONGEST_HOTLINE));
        for (String text : List.of(lines.issuer, lines.titleVi, lines.titleEn, lines.agency, lines.hotline)) {
            Letterhead.unprintable(text).ifPresent(letter -> {
                throw new RuleViolation("card.letterhead-unprintable", letter, text);
            });
        }
        return lines;
    }
}
