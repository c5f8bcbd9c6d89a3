package vn.khanhhoa.thecovid.eligibility.criteria;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The facts of one person, held so that millions can be assessed one after the other: clear, add, assess, again. Moments
 * are microseconds since 1970 ({@link Long#MAX_VALUE} for no end), codes their numbers in the vocabulary. Adding is
 * quickest in the order of the times that facts are about. Not for two threads at once.
 */
public final class PersonFacts {
    static final int UNKNOWN = Integer.MIN_VALUE;

    /** Numbers of one fact; as many as lie side by side in the processor's cache. */
    private static final int WIDTH = 8;

    private static final int ID = 0;
    private static final int ABOUT = 1;
    private static final int FROM = 2;
    private static final int UNTIL = 3;
    private static final int KNOWN_FROM = 4;
    private static final int KNOWN_TO = 5;
    /** The bit of the kind above, the code below. */
    private static final int WHAT = 6;
    /** The source above, the day below. */
    private static final int WHENCE = 7;

    private final Vocabulary vocabulary;
    private int size;
    private int birthDay = UNKNOWN;
    private long[] numbers = new long[4 * WIDTH];

    public PersonFacts(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    public PersonFacts(Vocabulary vocabulary, Optional<LocalDate> born, Collection<Fact> facts) {
        this(vocabulary);
        born.ifPresent(this::born);
        facts.forEach(this::add);
    }

    /** For the next person. */
    public void clear() {
        size = 0;
        birthDay = UNKNOWN;
    }

    /**
     * Where only the month or year is known, its last day: so the law reckons whether somebody is a minor (Criminal
     * Procedure Code, article 417).
     */
    public void born(LocalDate day) {
        birthDay = (int) day.toEpochDay();
    }

    public void add(Fact fact) {
        int number = fact.kind()
                .list()
                .map(list -> vocabulary.number(list, fact.code()))
                .orElse(0);
        add(
                fact.id(),
                fact.source(),
                fact.kind(),
                number,
                Moments.micros(fact.about()),
                Moments.micros(fact.from()),
                Moments.micros(fact.until()),
                Moments.micros(fact.knownFrom()),
                Moments.micros(fact.knownTo()));
    }

    /** @param code its number on the list of the kind, 0 where the kind has none */
    public void add(
            long id,
            int source,
            FactKind kind,
            int code,
            long about,
            long from,
            long until,
            long knownFrom,
            long knownTo) {
        if (code < 0) {
            throw new IllegalArgumentException("fact " + id + " has a code that the vocabulary does not know");
        }
        if ((size + 1) * WIDTH > numbers.length) {
            numbers = Arrays.copyOf(numbers, numbers.length * 2);
        }
        int place = size++;
        while (place > 0 && isLater(place - 1, about, id)) {
            System.arraycopy(numbers, (place - 1) * WIDTH, numbers, place * WIDTH, WIDTH);
            place--;
        }
        int at = place * WIDTH;
        numbers[at + ID] = id;
        numbers[at + ABOUT] = about;
        numbers[at + FROM] = from;
        numbers[at + UNTIL] = until;
        numbers[at + KNOWN_FROM] = knownFrom;
        numbers[at + KNOWN_TO] = knownTo;
        numbers[at + WHAT] = (long) kind.bit() << 32 | code;
        numbers[at + WHENCE] = (long) source << 32 | (Moments.day(about) & 0xFFFF_FFFFL);
    }

    private boolean isLater(int place, long about, long id) {
        return about(place) > about || (about(place) == about && id(place) > id);
    }

    int size() {
        return size;
    }

    /** {@link #UNKNOWN} where it is not known. */
    int birthDay() {
        return birthDay;
    }

    long id(int place) {
        return numbers[place * WIDTH + ID];
    }

    long about(int place) {
        return numbers[place * WIDTH + ABOUT];
    }

    int aboutDay(int place) {
        return (int) numbers[place * WIDTH + WHENCE];
    }

    long from(int place) {
        return numbers[place * WIDTH + FROM];
    }

    long until(int place) {
        return numbers[place * WIDTH + UNTIL];
    }

    int code(int place) {
        return (int) numbers[place * WIDTH + WHAT];
    }

    int kindBit(int place) {
        return (int) (numbers[place * WIDTH + WHAT] >>> 32);
    }

    private int source(int place) {
        return (int) (numbers[place * WIDTH + WHENCE] >> 32);
    }

    FactKind kind(int place) {
        return FactKind.of(kindBit(place));
    }

    boolean isKnown(int place, long knownBy) {
        return numbers[place * WIDTH + KNOWN_FROM] <= knownBy && knownBy < numbers[place * WIDTH + KNOWN_TO];
    }

    /** In the order of the times they are about. */
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        for (int place = 0; place < size; place++) {
            facts.add(fact(place));
        }
        return facts;
    }

    Fact fact(int place) {
        int number = code(place);
        FactKind kind = kind(place);
        return new Fact(
                id(place),
                source(place),
                kind,
                kind.list()
                        .map(list -> vocabulary.codes(list).get(number).code())
                        .orElse(""),
                Moments.instant(about(place)),
                Moments.instant(from(place)),
                Moments.instant(until(place)),
                Moments.instant(numbers[place * WIDTH + KNOWN_FROM]),
                Moments.instant(numbers[place * WIDTH + KNOWN_TO]));
    }

    /** The same person, were these facts over from then on and those there. */
    PersonFacts supposing(Collection<Long> ended, long end, Collection<Fact> added) {
        PersonFacts other = new PersonFacts(vocabulary);
        other.birthDay = birthDay;
        for (int place = 0; place < size; place++) {
            boolean over = ended.contains(id(place));
            if (!over || from(place) < end) {
                other.add(
                        id(place),
                        source(place),
                        kind(place),
                        code(place),
                        about(place),
                        from(place),
                        over ? Math.min(until(place), end) : until(place),
                        numbers[place * WIDTH + KNOWN_FROM],
                        numbers[place * WIDTH + KNOWN_TO]);
            }
        }
        added.forEach(other::add);
        return other;
    }
}
