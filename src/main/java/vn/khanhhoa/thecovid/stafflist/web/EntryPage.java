package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.Amending;
import vn.khanhhoa.thecovid.stafflist.Amendments;
import vn.khanhhoa.thecovid.stafflist.EntryKind;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.RegistrationCode;
import vn.khanhhoa.thecovid.stafflist.RowBrowsing;
import vn.khanhhoa.thecovid.stafflist.Withdrawing;

/** One entry of the organisation: how it stands, how it is amended, what can be done with it. */
@Named
@RequestScoped
public class EntryPage {
    @Inject
    private EntryReading reading;

    @Inject
    private Amendments amendments;

    @Inject
    private Amending amending;

    @Inject
    private Withdrawing withdrawing;

    @Inject
    private RowBrowsing browsing;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    @Inject
    private Formats formats;

    @Inject
    private Clock clock;

    private LocalDate from = LocalDate.EPOCH;
    private @Nullable EntryView entry;
    private Amendments.@Nullable Chain chain;
    private @Nullable Optional<EntryKind> prepared;

    @PostConstruct
    void begin() {
        from = LocalDate.now(clock);
    }

    public void load() {
        getEntry();
    }

    public void change() {
        PublicId line = amending.change(actor.get(), getId());
        messages.go("/organisation/staff-list-row?id=" + getEntry().listPublicId() + "&row=" + line);
    }

    public void leave() {
        try {
            tell(
                    amending.leave(actor.get(), getEntry().listPublicId(), List.of(getId()), from),
                    "stafflist.leave-ready");
        } catch (RuleViolation rule) {
            LeavingWords.tell(messages, "leaving:from", rule);
        }
    }

    public void drop() {
        tell(amending.keep(actor.get(), getEntry().listPublicId(), List.of(getId())), "stafflist.dropped");
    }

    public void withdraw() {
        tell(
                withdrawing.withdraw(actor.get(), getEntry().listPublicId(), List.of(getId())),
                "stafflist.entries-withdrawn");
    }

    private void tell(Amending.Result result, String done) {
        if (result.done() == 0) {
            messages.error("stafflist.entry-changed-meanwhile");
        } else {
            messages.success(done, result.done());
        }
        messages.go("/organisation/entry?id=" + getId());
    }

    public EntryView getEntry() {
        EntryView known = entry;
        if (known == null) {
            known = reading.own(actor.get(), getId());
            entry = known;
        }
        return known;
    }

    /** The line of the draft that stands for the entry; null where it has left the list. */
    public @Nullable PublicId getLine() {
        return browsing.lineOf(actor.get(), getEntry().listPublicId(), getId()).orElse(null);
    }

    public Amendments.Chain getChain() {
        Amendments.Chain known = chain;
        if (known == null) {
            known = amendments.own(actor.get(), getId());
            chain = known;
        }
        return known;
    }

    /** What to say of the entry that amends this one. */
    public String getByKey() {
        EntryView by = getChain().by();
        if (by == null || by.state().isOpen()) {
            return "stafflist.amendment-pending";
        }
        boolean leaves = by.kind() == EntryKind.LEAVE;
        return getEntry().state() == EntryState.ENDED
                ? leaves ? "stafflist.ended-left" : "stafflist.ended-changed"
                : "stafflist.amendment-later";
    }

    private Optional<EntryKind> prepared() {
        Optional<EntryKind> known = prepared;
        if (known == null) {
            known = amending.prepared(actor.get(), getId());
            prepared = known;
        }
        return known;
    }

    public boolean isUnsent() {
        return prepared().isPresent();
    }

    public String getUnsentText() {
        Optional<LocalDate> day = amending.preparedDay(actor.get(), getId());
        return day.isPresent()
                ? language.text("stafflist.unsent-leave-on", formats.day(day.get()))
                : language.text(unsentKey());
    }

    private String unsentKey() {
        return prepared().filter(kind -> kind == EntryKind.LEAVE).isPresent()
                ? "stafflist.unsent-leave"
                : "stafflist.unsent-change";
    }

    public boolean isAmendable() {
        EntryView by = getChain().by();
        return getEntry().isInForce() && (by == null || !by.state().isOpen());
    }

    public RegistrationCode getCode() {
        return reading.code(actor.get(), getId());
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public PublicId getId() {
        return parameters.id("id");
    }
}
