package vn.khanhhoa.thecovid.card;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import vn.khanhhoa.thecovid.access.Actor;

/** The cards of a list one after the other, read some hundreds at a time while they are printed. */
public final class CardsOfList implements Iterator<CardView> {
    private static final int CHUNK = 500;

    private final CardQueries cards;
    private final Actor actor;
    private final long listId;
    private List<CardView> chunk = List.of();
    private int next;
    private long above;

    public CardsOfList(CardQueries cards, Actor actor, long listId) {
        this.cards = cards;
        this.actor = actor;
        this.listId = listId;
    }

    @Override
    public boolean hasNext() {
        if (next == chunk.size()) {
            chunk = cards.ofList(actor, listId, above, CHUNK);
            next = 0;
        }
        return !chunk.isEmpty();
    }

    @Override
    public CardView next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        CardView card = chunk.get(next++);
        above = card.cardId();
        return card;
    }
}
