package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.platform.web.SaidElsewhere;
import vn.khanhhoa.thecovid.review.CallingBack;
import vn.khanhhoa.thecovid.review.DeskSettings;
import vn.khanhhoa.thecovid.review.Reviewing;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryClaims;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Stage;

/**
 * The entry that the address names, read once a request: that it was looked at goes on record, and it is taken. Where the page
 * is only loaded beforehand, neither: what is taken is on record as looked at when it is shown.
 */
@RequestScoped
class EntryAtDesk {
    @Inject
    private Reviewing reviewing;

    @Inject
    private CallingBack callingBack;

    @Inject
    private EntryReading reading;

    @Inject
    private EntryClaims claims;

    @Inject
    private DeskSettings settings;

    @Inject
    private QueueAddress queue;

    @Inject
    private Parameters parameters;

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    private @Nullable EntryView entry;
    private @Nullable Boolean beforehand;
    private EntryReading.@Nullable Desk desk;
    private @Nullable Optional<EntryClaims.Holder> holder;
    private @Nullable Optional<String> closed;

    PublicId id() {
        return parameters.id("id");
    }

    /** It is not what was shown any more. */
    void readAnew() {
        entry = null;
        desk = null;
        holder = null;
        closed = null;
    }

    EntryView entry() {
        EntryView known = entry;
        if (known == null) {
            known = read();
            entry = known;
        }
        return known;
    }

    /** What another agency called back is not merely not found: the queue says so. */
    private EntryView read() {
        try {
            return isLoadedBeforehand()
                    ? reviewing.loadBeforehand(actor.get(), id())
                    : reviewing.look(actor.get(), id());
        } catch (NotFound notHere) {
            if (callingBack.lost(actor.get(), id()).isPresent()) {
                throw new SaidElsewhere(QueueAddress.QUEUE + "?gone=" + id() + queue.getParameters());
            }
            throw notHere;
        }
    }

    /** Only what the portal led the page to; whatever else is asked for is looked at. */
    boolean isLoadedBeforehand() {
        Boolean known = beforehand;
        if (known == null) {
            known = NextEntry.isPreloading(request) && claims.isPreloaded(actor.get(), id());
            beforehand = known;
        }
        return known;
    }

    EntryReading.Desk desk() {
        EntryReading.Desk known = desk;
        if (known == null) {
            known = reading.desk(actor.get(), id());
            desk = known;
        }
        return known;
    }

    boolean isOpen() {
        return entry().state() == EntryState.PENDING && desk().stage() == Stage.OPEN;
    }

    boolean isLate() {
        return desk().isLate(clock.instant());
    }

    /** Who works on it, from now on the reader where nobody does; empty where there is nothing to decide. */
    Optional<EntryClaims.Holder> holder() {
        Optional<EntryClaims.Holder> known = holder;
        if (known == null) {
            known = !isOpen()
                    ? Optional.empty()
                    : isLoadedBeforehand() || closed().isPresent()
                            ? claims.holder(actor.get(), id())
                            : claims.take(actor.get(), id(), claimTime());
            holder = known;
        }
        return known;
    }

    /** Why the reader may not decide it at all: a key; empty where they may, or where there is nothing to decide. */
    Optional<String> closed() {
        Optional<String> known = closed;
        if (known == null) {
            known = isOpen() ? reviewing.closed(actor.get(), entry()) : Optional.empty();
            closed = known;
        }
        return known;
    }

    /** For how long an entry is one's own. */
    Duration claimTime() {
        return Duration.ofMinutes(settings.rules(actor.get()).claimMinutes());
    }
}
