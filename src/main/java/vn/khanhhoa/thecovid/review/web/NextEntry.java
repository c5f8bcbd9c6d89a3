package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.review.Delegations;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryClaims;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;
import vn.khanhhoa.thecovid.stafflist.QueuePlace;

/** Where a reviewer goes on after the entry of the address. */
@RequestScoped
class NextEntry {
    static final String ENTRY = "/agency/review-entry?id=";

    @Inject
    private EntryAtDesk desk;

    @Inject
    private EntryReading reading;

    @Inject
    private EntryClaims claims;

    @Inject
    private Delegations delegations;

    @Inject
    private QueueAddress queue;

    @Inject
    private Parameters parameters;

    @Inject
    private Clock clock;

    @Inject
    private CurrentActor actor;

    private @Nullable Optional<PublicId> next;

    private @Nullable Optional<EntryReading.Reference> current;

    /** The desk's script loads the page beforehand; it may never be shown, and when it is the portal is told. */
    static boolean isPreloading(HttpServletRequest request) {
        return "preload".equals(request.getHeader("Purpose"));
    }

    /** Taken for this reviewer, so that nobody else begins it meanwhile; the queue where none follows. */
    String path() {
        Optional<PublicId> known = next;
        if (known == null) {
            known = parameters.text("id").isEmpty()
                    ? claims.oldest(actor.get(), standsInFor())
                    : next((filter, place, after) -> after
                            ? claims.next(actor.get(), filter, desk.claimTime(), Optional.of(place), standsInFor())
                            : claims.before(actor.get(), filter, desk.claimTime(), place, standsInFor()));
            next = known;
        }
        return known.map(this::address).orElseGet(queue::getQueue);
    }

    /** Whether what follows is an entry, and not the queue. */
    Optional<PublicId> entry() {
        path();
        return Objects.requireNonNull(next);
    }

    /** The same that a page loads beforehand; nobody has it by that. */
    String pathToPreload() {
        if (claims.isPreloaded(actor.get(), parameters.id("id"))) {
            return queue.getQueue(); // from an entry that was not looked at itself, nobody walks on
        }
        Optional<PublicId> found =
                next((filter, place, after) -> claims.peek(actor.get(), filter, place, after, standsInFor()));
        found.ifPresent(id -> claims.preload(actor.get(), id));
        return found.map(this::address).orElseGet(queue::getQueue);
    }

    /** Without the first stroke: where it is looked for what follows, when it is asked for. Empty where nothing is decided. */
    String link() {
        return desk.entry().state() == EntryState.PENDING
                ? "agency/next-entry?id=" + desk.id() + queue.getParameters()
                : "";
    }

    String address(PublicId id) {
        return ENTRY + id + queue.getParameters();
    }

    private Set<Long> standsInFor() {
        return delegations.standsInFor(actor.get());
    }

    /** Looks among what a filter lets through, behind a place or, at the end of the queue, from its start up to that place. */
    private interface Look {
        Optional<PublicId> among(QueueFilter filter, QueuePlace place, boolean after);
    }

    private Optional<PublicId> next(Look look) {
        return current().flatMap(entry -> next(entry, look, true).or(() -> next(entry, look, false)));
    }

    /**
     * What was given to the reviewer first, else the oldest; in both, the people of an organisation come one after the other:
     * what was read of it once need not be read again. Where the reviewer began with a filter, what it lets through alone.
     */
    private Optional<PublicId> next(EntryReading.Reference entry, Look look, boolean after) {
        QueuePlace place = new QueuePlace(entry.submittedAt(), entry.entryId());
        if (queue.isFiltered()) {
            return look.among(queue.filter(), place, after);
        }
        long own = entry.organisationId();
        long reader = actor.get().accountId();
        return look.among(ofOrganisation(own, reader), place, after)
                .or(() -> look.among(ofOrganisation(0, reader), place, after))
                .or(() -> look.among(ofOrganisation(own, 0), place, after))
                .or(() -> look.among(QueueFilter.ALL, place, after));
    }

    /** From where to go on, also when the entry has left the agency by what follows. */
    void remember() {
        current();
    }

    /** The entry of the address, without opening it; none where it has gone to another agency meanwhile. */
    private Optional<EntryReading.Reference> current() {
        Optional<EntryReading.Reference> known = current;
        if (known == null) {
            known = PublicId.parse(parameters.text("id")).flatMap(id -> reading.findReference(actor.get(), id));
            current = known;
        }
        return known;
    }

    private QueueFilter ofOrganisation(long id, long holder) {
        return new QueueFilter("", id, 0, "").heldBy(holder, clock.instant());
    }
}
