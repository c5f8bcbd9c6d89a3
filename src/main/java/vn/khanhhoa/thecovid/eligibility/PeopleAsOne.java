package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.khanhhoa.thecovid.eligibility.criteria.Fact;

/** Who was known to be one with whom, and when: by links of two, each with the time within which it was known. */
final class PeopleAsOne {
    /** Two are one. @param to {@link Instant#MAX} as long as nobody has said otherwise */
    record Link(long one, long other, Instant from, Instant to) {
        private long beyond(long person) {
            return person == one ? other : one;
        }

        private boolean touches(long person) {
            return person == one || person == other;
        }
    }

    /** A time within which something was known. */
    record Span(Instant from, Instant to) {
        boolean holds(Instant moment) {
            return !from.isAfter(moment) && to.isAfter(moment);
        }

        private boolean meets(Span later) {
            return to.equals(later.from);
        }
    }

    private PeopleAsOne() {}

    /**
     * Others with whom a person was one, directly or by yet others, and when; spans in their order, which do not meet.
     *
     * @param links all that lead to or from any of them
     */
    static Map<Long, List<Span>> with(long person, Collection<Link> links) {
        TreeSet<Instant> turns = new TreeSet<>();
        links.forEach(link -> {
            turns.add(link.from());
            turns.add(link.to());
        });
        Map<Long, List<Span>> found = new HashMap<>();
        List<Instant> all = List.copyOf(turns);
        for (int i = 0; i + 1 < all.size(); i++) {
            Span span = new Span(all.get(i), all.get(i + 1));
            for (long other : at(person, links, span.from())) {
                add(found.computeIfAbsent(other, id -> new ArrayList<>(1)), span);
            }
        }
        return found;
    }

    private static Set<Long> at(long person, Collection<Link> links, Instant moment) {
        Set<Long> found = new HashSet<>();
        Deque<Long> open = new ArrayDeque<>(List.of(person));
        for (Long next = open.poll(); next != null; next = open.poll()) {
            for (Link link : links) {
                boolean known = !link.from().isAfter(moment) && link.to().isAfter(moment);
                if (known && link.touches(next) && found.add(link.beyond(next))) {
                    open.add(link.beyond(next));
                }
            }
        }
        found.remove(person);
        return found;
    }

    private static void add(List<Span> spans, Span next) {
        int last = spans.size() - 1;
        if (last >= 0 && spans.get(last).meets(next)) {
            spans.set(last, new Span(spans.get(last).from(), next.to()));
        } else {
            spans.add(next);
        }
    }

    /** Facts of another as they were known of a person. */
    static List<Fact> within(List<Span> spans, Collection<Fact> facts) {
        List<Fact> within = new ArrayList<>();
        for (Fact fact : facts) {
            for (Span span : spans) {
                Instant from = fact.knownFrom().isAfter(span.from()) ? fact.knownFrom() : span.from();
                Instant to = fact.knownTo().isBefore(span.to()) ? fact.knownTo() : span.to();
                if (to.isAfter(from)) {
                    within.add(fact.known(from, to));
                }
            }
        }
        return within;
    }
}
