package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.OwnNumbers;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.person.People;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;

/**
 * Entries with an officer's own document, phone or e-mail, whoever sent them and under whatever name: an officer who signs
 * out can ask for something like anybody.
 */
@ApplicationScoped
class OwnRequests {
    @Inject
    private OwnNumbers numbers;

    @Inject
    private People people;

    @Inject
    private Sql sql;

    @Inject
    private DataCipher cipher;

    private record Asked(long entryId, long personId, byte @Nullable [] cells) {}

    /** The same by the account alone, whatever it is doing now. */
    Set<Long> among(long account, List<Long> ids) {
        return ids.isEmpty() ? Set.of() : among(new Actor(account, "", Role.REVIEWER, 0, 0), ids);
    }

    /** Those of the entries. What is not looked at for a phone is opened only where a person without an organisation sent it. */
    Set<Long> among(Actor officer, List<Long> ids) {
        OwnNumbers.Known own = numbers.of(officer);
        long person = own.document().isEmpty() ? 0 : people.withDocument(Actor.PORTAL, own.document());
        Optional<MobileNumber> phone = MobileNumber.parse(own.phone());
        Set<Long> found = new HashSet<>();
        InParts.of(
                ids,
                List.of(phone.isPresent()),
                (some, args) -> sql
                        .list(
                                "SELECT e.id, e.person_id, IF(? OR i.entry_id IS NOT NULL, e.cells, NULL) FROM stafflist_entry e"
                                        + " LEFT JOIN stafflist_individual i ON i.entry_id = e.id WHERE e.id IN "
                                        + some,
                                row -> new Asked(row.getLong(1), row.getLong(2), row.getBytes(3)),
                                args)
                        .stream()
                        .filter(asked -> asked.personId() == person || isReachedAt(asked.cells(), own, phone))
                        .forEach(asked -> found.add(asked.entryId())));
        return found;
    }

    private boolean isReachedAt(byte @Nullable [] sealed, OwnNumbers.Known own, Optional<MobileNumber> phone) {
        if (sealed == null) {
            return false;
        }
        Map<String, String> cells = Cells.read(cipher.open(sealed));
        return cells.getOrDefault(Correspondence.EMAIL, "").strip().equalsIgnoreCase(own.email())
                        && !own.email().isEmpty()
                || phone.isPresent()
                        && Correspondence.PHONES.stream()
                                .map(column -> MobileNumber.parse(cells.getOrDefault(column, "")))
                                .anyMatch(phone::equals);
    }
}
