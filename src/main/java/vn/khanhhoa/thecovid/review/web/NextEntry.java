package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.review.Delegations;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryClaims;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;
import vn.khanhhoa.thecovid.stafflist.QueuePlace;

/** Where a reviewer goes on after the entry of the address. */
@RequestScoped
class NextEntry {
    static final String ENTRY = "/agency/review-entry?id=";
    private static final String QUEUE = "/agency/review-queue";

    @Inject
    private EntryAtDesk desk;

    @Inject
    private EntryClaims claims;

    @Inject
    private Delegations delegations;

    @Inject
    private Organisations organisations;

    @Inject
    private Parameters parameters;

    @Inject
    private Clock clock;

    @Inject
    private CurrentActor actor;

    private @Nullable Optional<PublicId> next;

    /** The queue where none follows. */
    String path() {
        return next().map(this::address).orElse(QUEUE);
    }

    /** Without the first stroke; empty where none follows. */
    String link() {
        return desk.entry().state() == EntryState.PENDING
                ? next().map(id -> address(id).substring(1)).orElse("")
                : "";
    }

    private String address(PublicId id) {
        return ENTRY + id + (organisation().isEmpty() ? "" : "&organisation=" + organisation());
    }

    /** Taken for this reviewer already, so that nobody else begins it meanwhile. */
    private Optional<PublicId> next() {
        Optional<PublicId> known = next;
        if (known == null) {
            known = next(this::after).or(() -> next(this::before));
            next = known;
        }
        return known;
    }

    /**
     * What was given to the reviewer first, else the oldest; in both, the people of an organisation come one after the other:
     * what was read of it once need not be read again. Where the reviewer began with one organisation, its people alone.
     */
    private Optional<PublicId> next(Function<QueueFilter, Optional<PublicId>> among) {
        if (!organisation().isEmpty()) {
            return among.apply(PublicId.parse(organisation())
                    .map(id -> ofOrganisation(organisations.view(id).id(), 0))
                    .orElse(QueueFilter.ALL));
        }
        long own = desk.entry().organisationId();
        long reader = actor.get().accountId();
        return among.apply(ofOrganisation(own, reader))
                .or(() -> among.apply(ofOrganisation(0, reader)))
                .or(() -> among.apply(ofOrganisation(own, 0)))
                .or(() -> among.apply(QueueFilter.ALL));
    }

    private Optional<PublicId> after(QueueFilter filter) {
        return claims.next(
                actor.get(), filter, desk.claimTime(), Optional.of(place()), delegations.standsInFor(actor.get()));
    }

    /** At the end of the queue, from its start again. */
    private Optional<PublicId> before(QueueFilter filter) {
        return claims.before(actor.get(), filter, desk.claimTime(), place(), delegations.standsInFor(actor.get()));
    }

    private QueuePlace place() {
        return new QueuePlace(desk.entry().submittedAt(), desk.entry().entryId());
    }

    private QueueFilter ofOrganisation(long id, long holder) {
        return new QueueFilter("", id, 0, "").heldBy(holder, clock.instant());
    }

    private String organisation() {
        return parameters.text("organisation");
    }
}
