package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.review.LastActs;
import vn.khanhhoa.thecovid.review.Undoing;
import vn.khanhhoa.thecovid.shared.PublicId;

/** One's own verdicts that have no effect yet, and what one did to many lately. */
@Named
@RequestScoped
public class VerdictsPage {
    private static final int PAGE = 50;

    @Inject
    private Undoing undoing;

    @Inject
    private LastActs acts;

    @Inject
    private OrganisationNames names;

    @Inject
    private Formats format;

    @Inject
    private Language language;

    @Inject
    private Clock clock;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    @Inject
    private CurrentActor actor;

    private @Nullable List<LastActs.Act> found;

    public List<LastActs.Act> getActs() {
        List<LastActs.Act> known = found;
        if (known == null) {
            known = acts.own(actor.get());
            found = known;
        }
        return known;
    }

    /** Whether the reader can take anything back now. */
    public boolean isUndoable() {
        return getPaging().total() > 0 || getActs().stream().anyMatch(act -> act.open() > 0);
    }

    /** Whether any of what was done to many can be taken back, now or once more of it is done. */
    public boolean isActsOpen() {
        return getActs().stream().anyMatch(act -> act.open() > 0 || act.running());
    }

    /** Which entry, or which list, was passed on. */
    public String what(LastActs.Act act) {
        LastActs.Passed what = Objects.requireNonNull(act.what());
        return what.entry().isEmpty()
                ? language.text("review.act.of-list", what.list())
                : language.text("review.act.of-entry", what.entry(), format.number(what.line()), what.list());
    }

    /** Whether some of a list cannot be called back; of one entry it is said at once why. */
    public boolean keeping(LastActs.Act act) {
        LastActs.Passed what = act.what();
        return what != null && what.entry().isEmpty() && !act.running() && act.kept() > 0;
    }

    /** What became of it so far. */
    public String result(LastActs.Act act) {
        String key = act.kind() == LastActs.Kind.FORWARDING ? "review.act.called-back" : "review.act.undone";
        return format.number(act.done())
                + (act.takenBack() == 0 ? "" : "; " + language.text(key, format.number(act.takenBack())));
    }

    /** How long it can be taken back, or that it cannot. */
    public String timeLeft(LastActs.Act act) {
        if (act.running()) {
            return language.text("review.act.running");
        }
        LastActs.Passed what = act.what();
        if (what != null && what.stays() != null) {
            return language.text("review.act.stays", language.text(what.stays().key(), act.about()));
        }
        if (what != null && act.open() == 0) {
            return act.done() == act.takenBack() && act.done() > 0 ? "" : language.text("review.act.back-over");
        }
        if (act.open() == 0) {
            return language.text("review.act.over");
        }
        Instant until = act.until();
        return until == null
                ? language.text("review.act.at-head")
                : language.text(
                        act.kind() == LastActs.Kind.FORWARDING ? "review.act.back-until" : "review.act.until",
                        format.number(act.open()),
                        format.time(until),
                        Duration.between(clock.instant(), until).toMinutes() + 1);
    }

    public List<Undoing.Own> getRows() {
        return names.learn(undoing.own(actor.get(), getPaging().first(), PAGE), Undoing.Own::organisationId);
    }

    public Paging getPaging() {
        return Paging.of(parameters.page(), PAGE, undoing.countOwn(actor.get()), Map.of());
    }

    /** A button that was shown is heard, also where nothing is left by now. */
    public boolean isHeard() {
        return messages.isHearing();
    }

    public void undo() {
        PublicId entry = parameters.id("form:undo");
        say(undoing.undo(actor.get(), entry), "review.undone", entry);
    }

    public void atOnce() {
        PublicId entry = parameters.id("form:now");
        say(undoing.atOnce(actor.get(), entry), "review.effective-now", entry);
    }

    private void say(boolean done, String success, PublicId entry) {
        if (done) {
            messages.success(success);
        } else {
            messages.error(undoing.whyNot(actor.get(), entry));
        }
        messages.go("/agency/verdicts");
    }
}
