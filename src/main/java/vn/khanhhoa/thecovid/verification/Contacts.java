package vn.khanhhoa.thecovid.verification;

import java.time.Instant;
import java.util.List;

/**
 * Where somebody was, and who was there at the same time.
 *
 * @param visits of the person, by time
 * @param contacts the longest first
 */
public record Contacts(List<CaseVisit> visits, List<Contact> contacts) {
    public Contacts {
        visits = List.copyOf(visits);
        contacts = List.copyOf(contacts);
    }

    /** @param people who were there meanwhile @param unknown scans meanwhile that name nobody: papers, codes of others */
    public record CaseVisit(String post, String address, Instant from, Instant to, int people, int unknown) {}

    /** Somebody was there too. @param minutes that both were there */
    public record Contact(long personId, long cardId, String post, Instant from, Instant to, int minutes) {}

    public long people() {
        return contacts.stream().map(Contact::personId).distinct().count();
    }
}
