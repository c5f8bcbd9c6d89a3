package vn.khanhhoa.thecovid.card.print;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Everything that is printed on a card. Has no level, which is looked up by the QR code and never promised on paper, and
 * no fact of health.
 *
 * @param language of the labels: Vietnamese or English
 * @param head who issued it
 * @param kind for example Thẻ đi làm
 * @param number as read aloud, with its dashes
 * @param birthYear the year only, never the full date
 * @param idTail last four characters of the identity document; empty for people without one
 * @param workplace may be empty, as may {@code organisation}
 * @param activities their names, not their codes
 * @param conditions time window and route, a line each; may be empty
 * @param validFrom first day of validity
 * @param validTo last day of validity
 * @param token what the QR code says
 */
public record CardFace(
        Locale language,
        Letterhead head,
        String kind,
        String number,
        String fullName,
        int birthYear,
        String idTail,
        String organisation,
        String workplace,
        List<String> activities,
        List<String> conditions,
        LocalDate validFrom,
        LocalDate validTo,
        String token) {
    public CardFace {
        activities = List.copyOf(activities);
        conditions = List.copyOf(conditions);
    }
}
