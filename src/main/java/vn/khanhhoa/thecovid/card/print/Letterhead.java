package vn.khanhhoa.thecovid.card.print;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.paper.Typeface;

/**
 * What a card says of those who issue it.
 *
 * @param issuer the line above the title, for example Tỉnh Khánh Hòa
 * @param titleVi instead of the usual title, on a Vietnamese card; empty for the usual one
 * @param titleEn the same on an English card
 * @param agency that issued the card
 * @param hotline telephone number as it is dialled; empty where there is none
 */
public record Letterhead(
        String issuer,
        String titleVi,
        String titleEn,
        String agency,
        String hotline,
        @Nullable Emblem emblem) {
    /** With the usual title and without an emblem. */
    public static Letterhead plain(String issuer, String agency, String hotline) {
        return new Letterhead(issuer, "", "", agency, hotline, null);
    }

    /** The first letter of a text that cards cannot show. */
    public static Optional<String> unprintable(String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .filter(letter ->
                        !letter.isBlank() && !Typeface.BOLD.printable(letter).equals(letter))
                .findFirst();
    }
}
