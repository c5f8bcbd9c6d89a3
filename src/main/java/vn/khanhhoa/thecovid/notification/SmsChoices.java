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
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.MobileNumber;

/**
 * What a person says of the SMS to the phone of an entry. For pages that have shown the entry to be the person's own. It is
 * the phone that gets no more, whoever shares it.
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

    /** Empty where the entry has no number that takes an SMS. */
    @Requires(Permission.ANYONE)
    public Optional<Choice> choice(long entryId) {
        return mobile(entryId)
                .map(number -> new Choice(
                        number.masked(),
                        !optOuts.among(List.of(number.digits())).isEmpty()));
    }

    @Requires(Permission.ANYONE)
    public void stop(long entryId) {
        mobile(entryId).ifPresent(number -> {
            optOuts.stop(number.digits());
            trail.fire(event("notification.sms-stopped", entryId));
        });
    }

    @Requires(Permission.ANYONE)
    public void allow(long entryId) {
        mobile(entryId).ifPresent(number -> {
            optOuts.allow(number.digits());
            trail.fire(event("notification.sms-allowed", entryId));
        });
    }

    /** Where the entry was changed since, of what has taken its place. */
    private Optional<MobileNumber> mobile(long entryId) {
        long newest = amendments.newestOf(entry(entryId)).entryId();
        return correspondence.addressees(Actor.PORTAL, List.of(newest)).stream()
                .flatMap(person -> person.mobile().stream())
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
