package vn.khanhhoa.thecovid.card;

import java.util.Optional;

/**
 * A card as a post may see it that asks the portal for it.
 *
 * @param state as the status list has it, which never tells why a card is suspended
 * @param place in the status list
 * @param level GREEN, YELLOW or RED; empty where it is not known, and of a card that does not count
 */
public record CardAtPost(CardView card, CardState state, long place, Optional<String> level) {}
