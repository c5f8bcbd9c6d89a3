package vn.khanhhoa.thecovid.stafflist;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.khanhhoa.thecovid.person.NameWords;

/**
 * Finds the line of the draft that a row of a file stands for: the one that the file names, else the one of the same person,
 * be it that the line was mended since, else one with errors that has the same name and birth date, or the same number and name. Each is found once.
 */
final class DraftMatching {
    /** @param name without marks, of lines with errors; a line without a name is known by its number alone */
    record Line(long id, int number, String name) {}

    private final Map<ByteBuffer, Line> byKey = new HashMap<>();
    private final Map<ByteBuffer, List<Line>> badAlike = new HashMap<>();
    private final Map<Integer, List<Line>> badByNumber = new HashMap<>();
    private final Map<ByteBuffer, List<Line>> mended = new HashMap<>();
    private final Set<Long> returned = new HashSet<>();
    private final Set<Long> used = new HashSet<>();
    private final Map<Long, Integer> numberOf = new HashMap<>();
    private final Set<Integer> numbers = new HashSet<>();
    private final Map<Integer, Integer> numberInList = new HashMap<>();
    private int last;

    void know(long id, int number, byte[] key) {
        byKey.put(ByteBuffer.wrap(key), new Line(id, number, ""));
        numberOf.put(id, number);
        numbers.add(number);
        last = Math.max(last, number);
    }

    /** @param number of its row in the file that it came with */
    void knowBad(long id, int number, byte[] alike, String name) {
        Line line = new Line(id, number, NameWords.plain(name));
        badAlike.computeIfAbsent(ByteBuffer.wrap(alike), unused -> new ArrayList<>(1))
                .add(line);
        badByNumber.computeIfAbsent(number, unused -> new ArrayList<>(1)).add(line);
    }

    /** @param origin of what its row in the file said of the person, before somebody mended it in the list */
    void knowMended(long id, int fileRow, byte[] origin) {
        mended.computeIfAbsent(ByteBuffer.wrap(origin), unused -> new ArrayList<>(1))
                .add(new Line(id, fileRow, ""));
    }

    /** Whether a row of a file may be known by what it says, which a line of the draft does not say any more. */
    boolean knowsMended() {
        return !mended.isEmpty();
    }

    /** The agency wants the line mended: it goes to the draft again even if it is as it was. */
    void knowReturned(long id) {
        returned.add(id);
    }

    boolean isReturned(long id) {
        return returned.contains(id);
    }

    /**
     * @param named the line that the file names, or 0
     * @param origin of what the row says; nothing where no line was mended
     * @return its id, or 0
     */
    long take(DraftRow row, long named, byte[] origin) {
        long found = named != 0 && !used.contains(named) ? named : byPerson(row, origin);
        if (found != 0) {
            used.add(found);
        }
        return found;
    }

    private long byPerson(DraftRow row, byte[] origin) {
        List<Line> asItWas = mended.getOrDefault(ByteBuffer.wrap(origin), List.of()).stream()
                .filter(line -> !used.contains(line.id()))
                .toList();
        for (Line line : asItWas) {
            if (line.number() == row.fileRow()) {
                return line.id();
            }
        }
        Line same = byKey.get(ByteBuffer.wrap(row.key()));
        if (same != null && !used.contains(same.id())) {
            return same.id();
        }
        if (!asItWas.isEmpty()) {
            return asItWas.get(0).id();
        }
        for (Line line : badAlike.getOrDefault(ByteBuffer.wrap(row.alike()), List.of())) {
            if (!used.contains(line.id())) {
                return line.id();
            }
        }
        List<Line> numbered = badByNumber.getOrDefault(row.fileRow(), List.of());
        if (!numbered.isEmpty()) {
            String name = NameWords.plain(row.name());
            for (Line line : numbered) {
                if (!used.contains(line.id())
                        && (line.name().isEmpty() || line.name().equals(name))) {
                    return line.id();
                }
            }
        }
        return 0;
    }

    /**
     * The row with the number that it has in the list, also where it names another row of the file. A line keeps its number
     * whatever file brings it again. New ones of a first file have those of their rows, those of a further file the next
     * ones after the last of the list.
     *
     * @param own the line that the row stands for, or 0
     */
    DraftRow numbered(DraftRow row, long own) {
        Integer known = numberOf.get(own);
        int number = known == null ? free(row.number()) : known;
        numberInList.put(row.number(), number);
        return row.numbered(number, numberInList);
    }

    private int free(int wanted) {
        boolean further = !numberOf.isEmpty();
        int number = further || numbers.contains(wanted) ? last + 1 : wanted;
        numbers.add(number);
        last = Math.max(last, number);
        return number;
    }

    /** Number of the other line that has the row's document already, or 0. */
    int otherHolder(DraftRow row, long own) {
        Line holder = byKey.get(ByteBuffer.wrap(row.key()));
        return holder == null || holder.id() == own ? 0 : holder.number();
    }
}
