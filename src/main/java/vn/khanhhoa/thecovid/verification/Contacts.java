package vn.khanhhoa.thecovid.verification;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Where somebody was, and who was there at the same time.
 *
 * @param visits of the person, by time
 * @param contacts the longest first, behind them those of whom one was stopped
 */
public record Contacts(List<CaseVisit> visits, List<Contact> contacts) {
    public Contacts {
        visits = List.copyOf(visits);
        contacts = List.copyOf(contacts);
    }

    /**
     * @param stopped whether they were not let in
     * @param people who were in there meanwhile
     * @param unknown scans meanwhile that name nobody: papers, codes of others
     */
    public record CaseVisit(
            String post,
            String address,
            Instant from,
            Instant to,
            KnownBy knownBy,
            boolean stopped,
            int people,
            int unknown) {}

    /**
     * Somebody was there too.
     *
     * @param personId the same of all whom the register knows to be one
     * @param minutes that both were there
     * @param stopped whether one of them was not let in: they stood there, no more
     */
    public record Contact(
            long personId,
            long cardId,
            String post,
            Instant from,
            Instant to,
            int minutes,
            KnownBy knownBy,
            boolean stopped) {}

    /** How often somebody was in there with them. */
    public int times() {
        return (int) contacts.stream().filter(contact -> !contact.stopped()).count();
    }

    /** In there with them. */
    public int people() {
        return distinct(contact -> !contact.stopped()).size();
    }

    /** Of whom one was stopped wherever they met. */
    public int stopped() {
        Set<Long> met = distinct(Contact::stopped);
        met.removeAll(distinct(contact -> !contact.stopped()));
        return met.size();
    }

    private Set<Long> distinct(Predicate<Contact> which) {
        return contacts.stream().filter(which).map(Contact::personId).collect(Collectors.toSet());
    }
}
