package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.PeopleAct;
import vn.khanhhoa.thecovid.eligibility.UnitingPeople;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;

/** That two people are one, or one is two: by whom, when and why; here it is undone. */
@Named
@RequestScoped
public class PeopleActPage {
    @Inject
    private UnitingPeople uniting;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    private @Nullable PeopleAct act;
    private String why = "";

    @PostConstruct
    void read() {
        act = uniting.act(actor.get(), id());
    }

    public void load() {
        getAct();
    }

    private PublicId id() {
        return parameters.id("id");
    }

    public PeopleAct getAct() {
        return Objects.requireNonNull(act);
    }

    public boolean isUndoable() {
        return messages.isHearing() || getAct().isInForce();
    }

    public void undo() {
        uniting.undo(actor.get(), id(), why);
        messages.success("eligibility.people.undone-said");
        messages.go("/health-office/people-act?id=" + id());
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(@Nullable String why) {
        this.why = Objects.requireNonNullElse(why, "");
    }
}
