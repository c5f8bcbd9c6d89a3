package vn.khanhhoa.thecovid.citizen;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.eligibility.Assessing;
import vn.khanhhoa.thecovid.eligibility.FaultReports;
import vn.khanhhoa.thecovid.eligibility.FaultView;
import vn.khanhhoa.thecovid.eligibility.LevelSeen;
import vn.khanhhoa.thecovid.eligibility.SourceKind;
import vn.khanhhoa.thecovid.person.People;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.Amendments;
import vn.khanhhoa.thecovid.stafflist.EntryLevels;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;

/**
 * What the person of an opened entry sees of their health data, and what they say of it. Code and end of the document open the entry; that
 * is enough to report a fault and to read its outcome, and tells nothing of any health data. The level and why, and what
 * officers wrote, need {@link PhoneProof}.
 */
@UseCase
public class OwnLevel {
    private static final Duration LIFE = Duration.ofMinutes(30);

    /** What became of a code. */
    public sealed interface Answer {}

    /** The visitor is the entry's person by the phone in the health record; for a while. Must not leave the server. */
    public record Proof(long entryId, Instant until) implements Answer {}

    public record Refused() implements Answer {}

    public record TooManyAttempts() implements Answer {}

    @Inject
    private PhoneProof phones;

    @Inject
    private Assessing assessing;

    @Inject
    private FaultReports faults;

    @Inject
    private EntryReading entries;

    @Inject
    private Amendments amendments;

    @Inject
    private EntryLevels places;

    @Inject
    private People people;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** As {@link PhoneProof#ask}; whether it is the entry's person is told as little. */
    @Requires(Permission.ANYONE)
    public PhoneProof.Outcome ask(String documentNumber, LocalDate birth, String networkAddress, Locale language) {
        return phones.ask(documentNumber, birth, networkAddress, language);
    }

    /** A code that proves somebody else to be themselves is refused like a wrong one. */
    @Requires(Permission.ANYONE)
    public Answer prove(long entryId, PublicId proof, String code, String networkAddress) {
        PhoneProof.Answer answer = phones.prove(proof, code, networkAddress);
        if (answer instanceof PhoneProof.TooManyAttempts) {
            return new TooManyAttempts();
        }
        boolean own = answer instanceof PhoneProof.Proved proved
                && people.isDocument(entry(entryId).personId(), proved.person().documentNumber());
        return own ? new Proof(entryId, clock.instant().plus(LIFE)) : new Refused();
    }

    @Requires(Permission.ANYONE)
    public boolean isGood(Optional<Proof> proof, long entryId) {
        return proof.filter(each -> each.entryId() == entryId && clock.instant().isBefore(each.until()))
                .isPresent();
    }

    /** Now, by the criteria in force where the entry is for, with all facts and their sources; that it was shown goes on record. */
    @Requires(Permission.ANYONE)
    public LevelSeen level(Proof proof, Locale language) {
        if (!isGood(Optional.of(proof), proof.entryId())) {
            throw new RuleViolation("citizen.level.over");
        }
        EntryView entry = entry(proof.entryId());
        EntryLevels.Asked place = Objects.requireNonNull(
                places.of(Actor.PORTAL, List.of(entry.entryId())).get(entry.entryId()));
        trail.fire(new CitizenEvent("citizen.level-shown", "entry", entry.id().toString(), Map.of()));
        return assessing.forPerson(Actor.PORTAL, entry.personId(), place.areaId(), language);
    }

    /** Something is wrong in the health data of the person of an opened entry. */
    @Requires(Permission.ANYONE)
    public void report(long entryId, SourceKind about, FaultView.Kind kind, String words, String networkAddress) {
        faults.report(entry(entryId).personId(), about, kind, words, networkAddress);
    }

    /** The newest first; without a proof neither what was written nor what officers answered in words. */
    @Requires(Permission.ANYONE)
    public List<FaultView> reports(long entryId, Optional<Proof> proof) {
        return faults.ofPerson(entry(entryId).personId(), isGood(proof, entryId));
    }

    private EntryView entry(long entryId) {
        return amendments.newestOf(entries.ofPerson(entryId).orElseThrow(NotFound::new));
    }
}
