package vn.khanhhoa.thecovid.citizen;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.person.People;
import vn.khanhhoa.thecovid.platform.RateLimits;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.IndividualEntries;

/**
 * What people may do with an entry that they made themselves. Looking at it needs the end of the document's number; to
 * read again what was sent, to change it or to take it back needs the whole number besides the code.
 */
@UseCase
public class OwnEntry {
    private static final int ATTEMPTS = 5;
    private static final Duration WINDOW = Duration.ofHours(6);
    private static final String LIMIT = "own-entry";

    /** Proof for all that follows; must not leave the server. */
    public record Proven(long entryId) {}

    @Inject
    private EntryReading reading;

    @Inject
    private IndividualEntries individuals;

    @Inject
    private People people;

    @Inject
    private RateLimits limits;

    /**
     * Empty where the number is not the one or too many were tried.
     *
     * @param entryId of an entry that was opened
     */
    @Requires(Permission.ANYONE)
    public Optional<Proven> prove(long entryId, String documentNumber) {
        EntryView entry = reading.ofPerson(entryId).orElseThrow(NotFound::new);
        if (!individuals.isIndividual(entryId)) {
            throw new NotFound();
        }
        String counted = String.valueOf(entryId);
        if (!limits.allow(LIMIT, counted, ATTEMPTS, WINDOW) || !people.isDocument(entry.personId(), documentNumber)) {
            return Optional.empty();
        }
        limits.clear(LIMIT, counted);
        return Optional.of(new Proven(entryId));
    }

    @Requires(Permission.ANYONE)
    public Map<String, String> cells(Proven proven) {
        return individuals.cells(proven.entryId());
    }

    @Requires(Permission.ANYONE)
    public IndividualEntries.Outcome mend(Proven proven, Map<String, String> cells) {
        return individuals.mend(proven.entryId(), cells);
    }

    @Requires(Permission.ANYONE)
    public void withdraw(Proven proven) {
        individuals.withdraw(proven.entryId());
    }
}
