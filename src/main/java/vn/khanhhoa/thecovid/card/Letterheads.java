package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.card.StoredLetterheads.Stored;
import vn.khanhhoa.thecovid.card.print.Emblem;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * What cards say of those who issue them: a draft for each agency, which can be looked at as a card, and versions, each in
 * force from a day on. The agency without a code stands for all that have none of their own; without any version cards say
 * what the catalogue does.
 */
@UseCase
public class Letterheads {
    private static final long ALL = 0;

    @Inject
    private StoredLetterheads stored;

    @Inject
    private CardPrinting printing;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** @param validFrom the day from which it holds */
    public record Version(int number, LocalDate validFrom, LetterheadForm lines, boolean hasEmblem) {}

    /**
     * @param lines those of the draft, else those that hold
     * @param revision of the draft; -1 without one
     * @param versions newest first
     */
    public record View(LetterheadForm lines, int revision, boolean hasEmblem, List<Version> versions) {
        public boolean isDraft() {
            return revision >= 0;
        }
    }

    @Requires(Permission.ADMINISTER)
    public View view(Actor actor, String agencyCode) {
        long agency = agency(agencyCode);
        List<Version> versions = stored.versions(agency).stream()
                .map(each -> new Version(each.version(), day(each), each.lines(), each.hasEmblem()))
                .toList();
        Optional<Stored> shown = shown(agency);
        return new View(
                shown.map(Stored::lines).orElse(LetterheadForm.EMPTY),
                shown.filter(each -> each.version() == 0).map(Stored::revision).orElse(-1),
                shown.map(Stored::hasEmblem).orElse(false),
                versions);
    }

    /**
     * Keeps the draft, or begins one.
     *
     * @param revision that was seen; -1 without a draft
     * @param emblem a PNG picture; none to leave it as it is, empty to have none
     */
    @Requires(Permission.ADMINISTER)
    public void save(Actor actor, String agencyCode, int revision, LetterheadForm form, byte @Nullable [] emblem) {
        long agency = agency(agencyCode);
        LetterheadForm lines = form.checked();
        if (emblem != null && emblem.length > 0 && Emblem.read(emblem).isEmpty()) {
            throw new RuleViolation("card.letterhead-emblem", Emblem.LARGEST_FILE / 1_000, Emblem.LARGEST_SIDE);
        }
        int seen = revision;
        if (seen < 0) {
            stored.begin(
                    agency,
                    lines,
                    stored.versions(agency).stream()
                            .findFirst()
                            .flatMap(stored::file)
                            .orElse(null),
                    actor.accountId());
            seen = 0;
        }
        if (!stored.save(agency, seen, lines, actor.accountId())) {
            throw new RuleViolation("platform.changed-meanwhile");
        }
        if (emblem != null) {
            stored.emblem(agency, emblem.length == 0 ? null : emblem);
        }
        tell(actor, agencyCode, "card.letterhead-saved", Map.of());
    }

    /** From this day on; several that begin on one day replace each other. */
    @Requires(Permission.ADMINISTER)
    public void putInForce(Actor actor, String agencyCode, int revision, LocalDate from) {
        long agency = agency(agencyCode);
        if (from.isBefore(LocalDate.now(clock))) {
            throw new RuleViolation("card.letterhead-past");
        }
        stored.versions(agency).stream().findFirst().map(Letterheads::day).ifPresent(last -> {
            if (from.isBefore(last)) {
                throw new RuleViolation("card.letterhead-before-another", last);
            }
        });
        if (!stored.putInForce(agency, revision, from, actor.accountId())) {
            throw new RuleViolation("platform.changed-meanwhile");
        }
        tell(actor, agencyCode, "card.letterhead-in-force", Map.of("from", from.toString()));
    }

    @Requires(Permission.ADMINISTER)
    public void discard(Actor actor, String agencyCode, int revision) {
        long agency = agency(agencyCode);
        if (!stored.discard(agency, revision)) {
            throw new RuleViolation("platform.changed-meanwhile");
        }
        tell(actor, agencyCode, "card.letterhead-discarded", Map.of());
    }

    /** A card of nobody with the draft, else with what holds. */
    @Requires(Permission.ADMINISTER)
    public void sample(Actor actor, String agencyCode, Locale language, OutputStream out) throws IOException {
        long agency = agency(agencyCode);
        printing.sample(agency, shown(agency), language, out);
    }

    private Optional<Stored> shown(long agency) {
        return stored.draft(agency).or(() -> stored.versions(agency).stream().findFirst());
    }

    private static LocalDate day(Stored version) {
        LocalDate from = version.validFrom();
        if (from == null) {
            throw new IllegalStateException("a draft is no version");
        }
        return from;
    }

    private long agency(String code) {
        return code.isBlank()
                ? ALL
                : catalogue
                        .agencyByCode(code, LocalDate.now(clock))
                        .map(AgencyView::id)
                        .orElseThrow(NotFound::new);
    }

    private void tell(Actor actor, String agencyCode, String action, Map<String, String> details) {
        String of = agencyCode.isBlank() ? "all" : agencyCode;
        trail.fire(new CardChanged(actor.accountId(), action, "letterhead", of, details));
    }
}
