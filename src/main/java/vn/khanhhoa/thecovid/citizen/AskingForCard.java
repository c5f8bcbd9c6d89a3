package vn.khanhhoa.thecovid.citizen;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.eligibility.IssueMode;
import vn.khanhhoa.thecovid.eligibility.IssueModes;
import vn.khanhhoa.thecovid.eligibility.RecordedPeople;
import vn.khanhhoa.thecovid.eligibility.UnitingPeople;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.Period;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryLevels;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.IndividualCheck;
import vn.khanhhoa.thecovid.stafflist.IndividualEntries;
import vn.khanhhoa.thecovid.stafflist.IndividualRequests;
import vn.khanhhoa.thecovid.stafflist.RegistrationCode;

/**
 * A person of the health data asks for a card: proved by a code to the phone in the record, then with what the card needs besides. It is an entry
 * like any of a person without an employer, of whom the portal knows who sent it: where the mode is automatic, it is decided by the
 * data. Who it is about is what was proved, whatever is typed. Whoever has a card in force, suspended or not, or a request that waits,
 * gets no other for the same days and any of the same activities.
 */
@UseCase
public class AskingForCard {
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final String RESIDENCE = "residence";

    /** What became of a code. */
    public sealed interface Answer {}

    /** That the visitor is somebody of the health data, for a while. Only {@link #prove} makes it; it must not leave the server. */
    public static final class Proof implements Answer, Serializable {
        private static final long serialVersionUID = 1;
        private final HashMap<String, String> identity;
        private final String commune;
        private final Instant until;

        private Proof(Map<String, String> identity, String commune, Instant until) {
            this.identity = new HashMap<>(identity);
            this.commune = commune;
            this.until = until;
        }

        /** Columns of the form that are not asked for. */
        public Set<String> known() {
            return Set.copyOf(identity.keySet());
        }

        public String name() {
            return Objects.requireNonNull(identity.get("full_name"));
        }
    }

    public record Refused() implements Answer {}

    public record TooManyAttempts() implements Answer {}

    /** What became of a request. */
    public sealed interface Outcome {}

    /** @param automatic whether the portal decides it by the data; else the agency does */
    public record Sent(IndividualEntries.Sent entry, boolean automatic) implements Outcome {}

    /**
     * Nothing was sent, because of what is there already.
     *
     * @param code by which it is looked up
     * @param activities names of those that both are for
     * @param card none where it waits for a decision
     */
    public record There(
            RegistrationCode code,
            List<String> activities,
            Period period,
            Instant sentAt,
            @Nullable CardView card) implements Outcome {}

    @Inject
    private PhoneProof phones;

    @Inject
    private IndividualEntries individuals;

    @Inject
    private IndividualRequests requests;

    @Inject
    private UnitingPeople people;

    @Inject
    private CardQueries cards;

    @Inject
    private EntryLevels places;

    @Inject
    private EntryReading entries;

    @Inject
    private IssueModes modes;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Clock clock;

    /** As {@link PhoneProof#ask}: the same answer whether or not there is such a person. */
    @Requires(Permission.ANYONE)
    public PhoneProof.Outcome ask(String documentNumber, LocalDate birth, String networkAddress, Locale language) {
        return phones.ask(documentNumber, birth, networkAddress, language);
    }

    @Requires(Permission.ANYONE)
    public Answer prove(PublicId proof, String code, String networkAddress) {
        PhoneProof.Answer answer = phones.prove(proof, code, networkAddress);
        if (answer instanceof PhoneProof.TooManyAttempts) {
            return new TooManyAttempts();
        }
        return answer instanceof PhoneProof.Proved proved ? proof(proved.person()) : new Refused();
    }

    private Proof proof(RecordedPeople.Recorded person) {
        Map<String, String> identity = new HashMap<>(Map.of(
                "full_name", person.name(),
                "birth_date", birth(person.birth()),
                "document_kind", person.documentKind(),
                "document_number", person.documentNumber(),
                "phone", person.phone()));
        if (!person.sex().isEmpty()) {
            identity.put("sex", person.sex());
        }
        String commune = catalogue.communes(LocalDate.now(clock)).stream()
                .filter(area -> area.code().equals(person.commune()))
                .findFirst()
                .map(AreaView::path)
                .orElse("");
        return new Proof(identity, commune, clock.instant().plus(LIFE));
    }

    /** Of records it is kept year first; a form has it day first. */
    private static String birth(String kept) {
        String[] parts = kept.split("-", -1);
        StringBuilder typed = new StringBuilder();
        for (int i = parts.length - 1; i >= 0; i--) {
            typed.append(parts[i]).append(i == 0 ? "" : "/");
        }
        return typed.toString();
    }

    @Requires(Permission.ANYONE)
    public boolean isGood(Proof proof) {
        return clock.instant().isBefore(proof.until);
    }

    /** What the form begins with: where the records say that the person lives. */
    @Requires(Permission.ANYONE)
    public Map<String, String> begun(Proof proof) {
        return Map.of(RESIDENCE, proof.commune);
    }

    @Requires(Permission.ANYONE)
    public IndividualCheck check(Proof proof, Map<String, String> typed) {
        return individuals.check(cells(proof, typed));
    }

    private static Map<String, String> cells(Proof proof, Map<String, String> typed) {
        Map<String, String> cells = new HashMap<>(typed);
        cells.putAll(proof.identity);
        return cells;
    }

    /** @param ticket of the form, at random: sent once more, it is the same entry */
    @Requires(Permission.ANYONE)
    public Outcome send(Proof proof, PublicId ticket, Map<String, String> typed, Locale language) {
        if (!isGood(proof)) {
            throw new RuleViolation("citizen.ask.over");
        }
        IndividualEntries.Outcome outcome =
                individuals.sendProved(Actor.PORTAL, ticket, cells(proof, typed), this::inTheWay);
        if (outcome instanceof IndividualEntries.Hindered hindered) {
            return there(hindered, language);
        }
        if (outcome instanceof IndividualEntries.Sent sent) {
            EntryLevels.Asked place = Objects.requireNonNull(
                    places.of(Actor.PORTAL, List.of(sent.entryId())).get(sent.entryId()));
            List<String> activities =
                    entries.byCode(sent.code()).map(entry -> entry.activities()).orElse(List.of());
            return new Sent(sent, modes.at(place.areaId(), activities) == IssueMode.AUTOMATIC);
        }
        throw new RuleViolation(
                outcome instanceof IndividualEntries.TooManyAttempts
                        ? "citizen.individual.too-many"
                        : "citizen.ask.faulty");
    }

    /** Held with all who are one with them: of two requests at once the second finds the first. */
    private Optional<IndividualRequests.Request> inTheWay(IndividualEntries.Asked asked) {
        return requests
                .standing(
                        Actor.PORTAL,
                        people.held(Actor.PORTAL, asked.personId()),
                        asked.period().from())
                .stream()
                .filter(other -> other.period().overlaps(asked.period())
                        && !Collections.disjoint(other.activities(), asked.activities()))
                .filter(other -> other.waits() || card(other).isPresent())
                .findFirst();
    }

    private Optional<CardView> card(IndividualRequests.Request request) {
        return cards.ofEntry(request.entryId()).filter(CardView::isCurrent);
    }

    private There there(IndividualEntries.Hindered hindered, Locale language) {
        IndividualRequests.Request other = hindered.by();
        boolean english = language.getLanguage().equals("en");
        List<String> both = catalogue.activities(LocalDate.now(clock)).stream()
                .filter(activity -> other.activities().contains(activity.code())
                        && hindered.asked().activities().contains(activity.code()))
                .map(activity -> english ? activity.nameEn() : activity.nameVi())
                .toList();
        return new There(
                other.code(),
                both,
                other.period(),
                other.submittedAt(),
                card(other).orElse(null));
    }
}
