package vn.khanhhoa.thecovid.card;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import vn.khanhhoa.thecovid.access.Actor;

/** Cards one after the other in the order of their birth, read some hundreds at a time while they are printed. */
public final class CardsInSteps implements Iterator<CardView> {
    static final int STEP = 500;

    /** The next cards above one; none at the end. */
    private interface Reading {
        List<CardView> next(long above);
    }

    private final Reading reading;
    private List<CardView> chunk = List.of();
    private int next;
    private long above;

    private CardsInSteps(Reading reading, long above) {
        this.reading = reading;
        this.above = above;
    }

    public static CardsInSteps ofList(CardQueries cards, Actor actor, long listId) {
        return new CardsInSteps(above -> cards.ofList(actor, listId, above, STEP), 0);
    }

    static CardsInSteps between(Cards cards, CardFilter.Condition which, long above, long last) {
        return new CardsInSteps(
                from -> cards.find(
                        which.sql() + " AND id > ? AND id <= ? ORDER BY id LIMIT " + STEP, which.with(from, last)),
                above);
    }

    @Override
    public boolean hasNext() {
        if (next == chunk.size()) {
            chunk = reading.next(above);
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
