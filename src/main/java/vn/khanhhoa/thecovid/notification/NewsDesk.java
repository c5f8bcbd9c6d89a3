package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import vn.khanhhoa.thecovid.card.CardsControlled;
import vn.khanhhoa.thecovid.card.CardsEnding;
import vn.khanhhoa.thecovid.card.CardsHeld;
import vn.khanhhoa.thecovid.card.CardsIssued;
import vn.khanhhoa.thecovid.card.CardsReissued;
import vn.khanhhoa.thecovid.card.CardsRenewed;
import vn.khanhhoa.thecovid.card.CardsReviewed;
import vn.khanhhoa.thecovid.registry.OrganisationClaimed;
import vn.khanhhoa.thecovid.registry.RegistrationConfirmed;
import vn.khanhhoa.thecovid.registry.RegistrationReturned;
import vn.khanhhoa.thecovid.registry.RegistrationSubmitted;
import vn.khanhhoa.thecovid.stafflist.EntriesDecided;
import vn.khanhhoa.thecovid.stafflist.IndividualEntered;
import vn.khanhhoa.thecovid.stafflist.ListEntered;

/**
 * Hears what happened and notes it, in the transaction in which it happened: one small row for some hundreds of entries, so
 * that whoever decides does not wait for the messages. {@link TellingJob} makes them.
 */
@ApplicationScoped
class NewsDesk {
    /** What officers undo within it is not told. */
    static final Duration SETTLING = Duration.ofMinutes(5);

    @Inject
    private Tasks tasks;

    void entered(@Observes ListEntered event) {
        tasks.add(News.LIST_ENTERED, event.listId(), String.valueOf(event.count()), List.of(event.submissionId()));
    }

    void entered(@Observes IndividualEntered event) {
        tasks.add(News.INDIVIDUAL_ENTERED, event.listId(), "", List.of(event.entryId()));
    }

    void decided(@Observes EntriesDecided event) {
        if (!event.entries().isEmpty()) {
            tasks.add(
                    News.ENTRIES_DECIDED,
                    0,
                    event.outcome().name(),
                    event.entries().stream()
                            .map(EntriesDecided.DecidedEntry::entryId)
                            .toList());
        }
    }

    void issued(@Observes CardsIssued event) {
        tasks.add(
                News.CARDS_ISSUED,
                0,
                "",
                event.cards().stream().map(CardsIssued.IssuedCard::entryId).toList());
    }

    void reissued(@Observes CardsReissued event) {
        tasks.add(News.CARDS_REISSUED, 0, "", event.entryIds());
    }

    void reviewed(@Observes CardsReviewed event) {
        tasks.add(News.CARDS_REVIEWED, 0, event.state().name(), event.entryIds());
    }

    void held(@Observes CardsHeld event) {
        tasks.add(News.CARDS_HELD, 0, event.state().name(), event.entryIds());
    }

    void controlled(@Observes CardsControlled event) {
        tasks.add(News.CARDS_CONTROLLED, 0, event.state().name(), event.entryIds(), SETTLING);
    }

    void renewed(@Observes CardsRenewed event) {
        tasks.add(News.CARDS_RENEWED, 0, event.until().map(LocalDate::toString).orElse(""), event.entryIds(), SETTLING);
    }

    void ending(@Observes CardsEnding event) {
        tasks.add(News.CARDS_ENDING, 0, "", event.entryIds());
    }

    void submitted(@Observes RegistrationSubmitted event) {
        tasks.add(News.REGISTRATION_SUBMITTED, event.organisationId(), "", List.of(event.agencyId()));
    }

    void claimed(@Observes OrganisationClaimed event) {
        tasks.add(
                event.accepted() ? News.CLAIM_ACCEPTED : News.ORGANISATION_CLAIMED,
                event.organisationId(),
                "",
                List.of(event.agencyId()));
    }

    void confirmed(@Observes RegistrationConfirmed event) {
        tasks.add(News.REGISTRATION_CONFIRMED, event.organisationId(), "", List.of(event.agencyId()));
    }

    void returned(@Observes RegistrationReturned event) {
        tasks.add(News.REGISTRATION_RETURNED, event.organisationId(), event.reasonCode(), List.of(event.agencyId()));
    }
}
