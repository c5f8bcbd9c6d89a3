package vn.khanhhoa.thecovid.stafflist;

import java.util.List;

/**
 * What undoing an act would do, for whoever is about to.
 *
 * @param again whether what was undone is to be done again
 * @param acts that are undone or done again, the earliest first: of an undoing, the one that was asked for and what goes with it
 * @param lines that change
 * @param turns what the first of those that stay say, and would say
 * @param withdrawn entries that wait and would be withdrawn
 * @param toSend lines that come back and were sent before, but whose entries were withdrawn meanwhile
 * @param decided entries because of which it cannot be
 * @param inTheWay acts because of which it cannot be done again
 */
public record UndoPlan(
        boolean again,
        List<ChangeView> acts,
        int lines,
        List<Turn> turns,
        long withdrawn,
        long toSend,
        long decided,
        List<ChangeView> inTheWay) {
    /** A line by its number, with the name in it and the cells that would not be what they are. */
    public record Turn(int number, String name, List<StagedRowView.Difference> cells) {
        public Turn {
            cells = List.copyOf(cells);
        }
    }

    public UndoPlan {
        turns = List.copyOf(turns);
        acts = List.copyOf(acts);
        inTheWay = List.copyOf(inTheWay);
    }

    /** Besides the one that was asked for. */
    public List<ChangeView> others() {
        return acts.subList(Math.min(1, acts.size()), acts.size());
    }

    public boolean possible() {
        return decided == 0 && inTheWay.isEmpty();
    }

    /** Whether it takes back what was sent, which doing it again does not send once more: nobody does that unasked. */
    public boolean isAskedFirst() {
        return possible() && withdrawn > 0;
    }
}
