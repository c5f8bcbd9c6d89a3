package vn.khanhhoa.thecovid.review.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.review.Delegations;
import vn.khanhhoa.thecovid.review.Proposals;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryClaims;
import vn.khanhhoa.thecovid.stafflist.EntryQueue;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;
import vn.khanhhoa.thecovid.stafflist.QueueRow;

/** The bean of {@code agency/home.xhtml}. */
@Named("agencyHomePage")
@RequestScoped
public class AgencyHomePage {
    private static final int SHOWN = 10;

    @Inject
    private EntryQueue queue;

    @Inject
    private OrganisationNames names;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Proposals proposals;

    @Inject
    private EntryClaims claims;

    @Inject
    private Delegations delegations;

    @Inject
    private Clock clock;

    @Inject
    private CurrentActor actor;

    private EntryQueue.Count pending = new EntryQueue.Count(0, false);
    private EntryQueue.Count mine = new EntryQueue.Count(0, false);
    private EntryQueue.Urgency urgency = new EntryQueue.Urgency(0, 0);
    private Optional<QueueRow> oldest = Optional.empty();
    private boolean open;
    private List<EntryQueue.OrganisationCount> waiting = List.of();

    public String getAgencyName() {
        return catalogue
                .agency(actor.get().agencyId())
                .map(agency -> agency.name())
                .orElse("");
    }

    @PostConstruct
    void look() {
        pending = queue.count(actor.get(), QueueFilter.ALL);
        mine = queue.count(actor.get(), QueueFilter.of(actor.get().accountId(), clock.instant()));
        urgency = queue.urgency(actor.get(), clock.instant());
        oldest = queue.after(actor.get(), QueueFilter.ALL, Optional.empty(), 1).stream()
                .findFirst();
        open = claims.oldest(actor.get(), delegations.standsInFor(actor.get())).isPresent();
        waiting = names.learn(queue.organisations(actor.get(), SHOWN), EntryQueue.OrganisationCount::organisationId);
    }

    public EntryQueue.Count getPending() {
        return pending;
    }

    public EntryQueue.Urgency getUrgency() {
        return urgency;
    }

    /** What lies with the reader. */
    public EntryQueue.Count getMine() {
        return mine;
    }

    public boolean isHead() {
        return actor.get().may(Permission.APPROVE_PROPOSALS);
    }

    public int getProposed() {
        return proposals.batches(actor.get()).stream()
                .mapToInt(Proposals.Batch::entries)
                .sum();
    }

    public Optional<QueueRow> oldest() {
        return oldest;
    }

    /** Whether any of what waits is the reader's to decide. */
    public boolean isOpen() {
        return open;
    }

    public List<EntryQueue.OrganisationCount> getOrganisations() {
        return waiting;
    }

    public PublicId organisationId(long id) {
        return names.named(id).publicId();
    }
}
