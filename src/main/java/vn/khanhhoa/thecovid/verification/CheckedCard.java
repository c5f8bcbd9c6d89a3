package vn.khanhhoa.thecovid.verification;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.card.CardView;

/**
 * As much of a valid card as a check needs to see that it is this person's and for this place.
 *
 * @param name as printed, or the initials only, where somebody typed a number and may be guessing
 * @param birthYear none in that case
 * @param lastFour characters of the identity document; empty for a typed number
 * @param activities in the order of the card
 * @param validFrom first day, as {@code validTo} is the last
 */
public record CheckedCard(
        String number,
        String name,
        @Nullable Integer birthYear,
        String lastFour,
        List<Activity> activities,
        String workplace,
        LocalDate validFrom,
        LocalDate validTo) {

    /** Code of the catalogue, and its name in the language of the check. */
    public record Activity(String code, String name) {}

    static CheckedCard inHand(CardView card, List<String> activityNames) {
        return of(card, card.name(), card.birthYear(), card.lastFour(), activityNames);
    }

    /** Whoever only knows the number learns no part of what proves a person elsewhere. */
    static CheckedCard byNumber(CardView card, List<String> activityNames) {
        return of(card, initials(card.name()), null, "", activityNames);
    }

    private static CheckedCard of(
            CardView card, String name, @Nullable Integer birthYear, String lastFour, List<String> activityNames) {
        List<Activity> activities = Stream.iterate(0, at -> at + 1)
                .limit(activityNames.size())
                .map(at -> new Activity(card.activities().get(at), activityNames.get(at)))
                .toList();
        return new CheckedCard(
                card.number().toString(),
                name,
                birthYear,
                lastFour,
                activities,
                card.workplace(),
                card.validFrom(),
                card.validTo());
    }

    static String initials(String name) {
        return Stream.of(name.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toString(Character.toUpperCase(word.codePointAt(0))) + ".")
                .collect(Collectors.joining(" "));
    }
}
