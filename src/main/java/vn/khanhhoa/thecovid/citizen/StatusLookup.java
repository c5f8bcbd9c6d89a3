package vn.khanhhoa.thecovid.citizen;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.audit.Looks;
import vn.khanhhoa.thecovid.card.CardPrinting;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.person.People;
import vn.khanhhoa.thecovid.platform.RateLimits;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.review.Reasons;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.Amendments;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.IndividualRequests;
import vn.khanhhoa.thecovid.stafflist.RegistrationCode;

/**
 * Opens an entry to its person. A code that does not exist and a wrong proof take the same steps and read alike. A code
 * lies on a sheet that colleagues may have seen, so what guards it is the limit on wrong proofs: forty a day from one network,
 * a hundred from all and three hundred in thirty days, for ten thousand possibilities. The first is what counts, so that nobody
 * can keep a person out from elsewhere without much effort. Once one holds, the right proof reads as a wrong one does. A
 * network address may be a whole factory, so its limit for all codes is wider.
 */
@UseCase
public class StatusLookup {
    private static final int ATTEMPTS_PER_CODE_FROM_ADDRESS = 10;
    private static final Duration BOTH_WINDOW = Duration.ofHours(6);
    private static final int ATTEMPTS_PER_CODE = 100;
    private static final Duration CODE_WINDOW = Duration.ofDays(1);
    private static final int ATTEMPTS_PER_CODE_IN_LONG = 300;
    private static final Duration LONG_WINDOW = Duration.ofDays(30);
    private static final int ATTEMPTS_PER_ADDRESS = 60;
    private static final Duration ADDRESS_WINDOW = Duration.ofMinutes(15);
    private static final String BY_BOTH = "status-both";
    private static final String BY_CODE = "status-code";
    private static final String BY_CODE_IN_LONG = "status-code-in-long";
    private static final long NOBODY = 0;

    /** What became of an attempt. */
    public sealed interface Outcome {}

    /** The id is enough to look at the entry from now on: it must not leave the server. */
    public record Opened(long entryId, RegistrationCode code) implements Outcome {}

    public record Refused() implements Outcome {}

    public record TooManyAttempts() implements Outcome {}

    @Inject
    private EntryReading entries;

    @Inject
    private IndividualRequests requests;

    @Inject
    private Reasons reasons;

    @Inject
    private Amendments amendments;

    @Inject
    private People people;

    @Inject
    private CardQueries cards;

    @Inject
    private CardPrinting printing;

    @Inject
    private Looks looks;

    @Inject
    private Catalogue catalogue;

    @Inject
    private RateLimits limits;

    /** @param proof last four characters of the identity document; for people without one, the birth date dd/MM/yyyy */
    @Requires(Permission.ANYONE)
    public Outcome attempt(String typedCode, String proof, String networkAddress) {
        if (!limits.allow("status-address", networkAddress, ATTEMPTS_PER_ADDRESS, ADDRESS_WINDOW)) {
            return new TooManyAttempts();
        }
        Optional<RegistrationCode> code = RegistrationCode.parse(typedCode);
        String counted = code.map(RegistrationCode::text).orElse("");
        String fromHere = counted + "\n" + networkAddress;
        if (code.isPresent()
                && !(limits.allow(BY_BOTH, fromHere, ATTEMPTS_PER_CODE_FROM_ADDRESS, BOTH_WINDOW)
                        && limits.allow(BY_CODE, counted, ATTEMPTS_PER_CODE, CODE_WINDOW)
                        && limits.allow(BY_CODE_IN_LONG, counted, ATTEMPTS_PER_CODE_IN_LONG, LONG_WINDOW))) {
            return new TooManyAttempts();
        }
        Optional<EntryView> entry = code.flatMap(entries::byCode);
        boolean proved = people.isProof(entry.map(EntryView::personId).orElse(NOBODY), proof);
        if (entry.isEmpty() || !proved) {
            return new Refused();
        }
        limits.clear(BY_BOTH, fromHere);
        limits.forgive(BY_CODE, counted);
        limits.forgive(BY_CODE_IN_LONG, counted);
        return new Opened(entry.get().entryId(), code.orElseThrow());
    }

    /** Of an entry that was {@link Opened}; where it was changed since, of what has taken its place. */
    @Requires(Permission.ANYONE)
    public EntryStatus status(long entryId, Locale language) {
        EntryView first = entries.ofPerson(entryId).orElseThrow(NotFound::new);
        EntryView entry = amendments.newestOf(first);
        Optional<CardView> card = cards.ofEntry(entry.entryId());
        boolean individual = requests.isIndividual(entryId);
        return new EntryStatus(
                entry.state(),
                entry.entryId() != first.entryId(),
                amendments.hasLeft(entry),
                entry.name(),
                entry.workplace(),
                entry.validFrom(),
                entry.validTo(),
                entry.submittedAt(),
                entry.decidedAt(),
                entry.reasonText(),
                individual,
                individual && isExplained(entry) ? reason(entry.reasonCode(), language) : "",
                requests.agency(entry.toldAgencyId()),
                catalogue.agency(entry.toldAgencyId()).map(AgencyView::hotline).orElse(""),
                card.orElse(null),
                card.map(found -> printing.activityNames(found, language)).orElse(List.of()),
                card.filter(cards::isOneOfSeveral).isPresent());
    }

    /** The agency's reason in its words for the person: no organisation is there to pass it on. */
    private String reason(String code, Locale language) {
        return reasons.find(code)
                .map(reason -> language.getLanguage().equals("en") ? reason.textEn() : reason.textVi())
                .orElse("");
    }

    /** An agency that looked at the entry or its card, or decided. @param key of what it did */
    public record AgencyLook(String agency, Instant at, String key) {}

    /** Of an entry that was {@link Opened}, the latest first; the same within a minute is told once. */
    @Requires(Permission.ANYONE)
    public List<AgencyLook> looks(long entryId) {
        EntryView first = entries.ofPerson(entryId).orElseThrow(NotFound::new);
        EntryView newest = amendments.newestOf(first);
        Set<PublicId> own = new LinkedHashSet<>(List.of(first.id(), newest.id()));
        cards.ofEntry(newest.entryId()).map(CardView::id).ifPresent(own::add);
        Map<Long, String> names = new HashMap<>();
        return looks.at(List.copyOf(own)).stream()
                .map(look -> new AgencyLook(
                        names.computeIfAbsent(look.agencyId(), id -> told(id, newest)),
                        look.at().truncatedTo(ChronoUnit.MINUTES),
                        "citizen.looks." + look.action()))
                .distinct()
                .toList();
    }

    /** An agency that is not named stands behind the one that the person knows of. */
    private String told(long agencyId, EntryView entry) {
        return catalogue
                .agency(agencyId)
                .filter(AgencyView::isNamedWhenPassedOn)
                .map(AgencyView::name)
                .orElseGet(() -> requests.agency(entry.toldAgencyId()));
    }

    private static boolean isExplained(EntryView entry) {
        return entry.state() == EntryState.RETURNED || entry.state() == EntryState.REFUSED;
    }
}
