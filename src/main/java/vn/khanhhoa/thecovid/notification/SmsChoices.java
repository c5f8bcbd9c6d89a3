package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.stafflist.Amendments;
import vn.khanhhoa.thecovid.stafflist.Correspondence;
import vn.khanhhoa.thecovid.stafflist.Correspondence.Addressee;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;

/**
 * What a person says of the SMS about an entry. For pages that have shown the entry to be the person's own. That does not
 * show the phone to be, so other entries with the same number are not touched.
 */
@UseCase
public class SmsChoices {
    /** @param number masked; stopped, whether only decisions and cards are told to it */
    public record Choice(String number, boolean stopped) {}

    @Inject
    private Correspondence correspondence;

    @Inject
    private EntryReading entries;

    @Inject
    private Amendments amendments;

    @Inject
    private OptOuts optOuts;

    @Inject
    private Event<AuditedEvent> trail;

    /** Empty where the entry has no number that takes an SMS, or nothing that could be stopped is sent of it. */
    @Requires(Permission.ANYONE)
    public Optional<Choice> choice(long entryId) {
        return person(entryId)
                .map(person -> new Choice(
                        person.mobile().orElseThrow().masked(),
                        !optOuts.among(List.of(person.code())).isEmpty()));
    }

    @Requires(Permission.ANYONE)
    public void stop(long entryId) {
        person(entryId).ifPresent(person -> {
            optOuts.stop(person);
            trail.fire(event("notification.sms-stopped", entryId));
        });
    }

    @Requires(Permission.ANYONE)
    public void allow(long entryId) {
        person(entryId).ifPresent(person -> {
            optOuts.allow(person);
            trail.fire(event("notification.sms-allowed", entryId));
        });
    }

    /** Where the entry was changed since, of what has taken its place. Whoever has no organisation gets what need be told alone. */
    private Optional<Addressee> person(long entryId) {
        long newest = amendments.newestOf(entry(entryId)).entryId();
        return correspondence.addressees(Actor.PORTAL, List.of(newest)).stream()
                .filter(person -> person.mobile().isPresent() && !person.individual())
                .findFirst();
    }

    private EntryView entry(long entryId) {
        return entries.ofPerson(entryId).orElseThrow(NotFound::new);
    }

    private AuditedEvent event(String action, long entryId) {
        return new MessageEvent(
                Actor.VISITOR.accountId(), action, "entry", entry(entryId).id().toString(), Map.of());
    }
}
