package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.Surveys;

/** Where all open work would go by the rules of today, and where it lies. */
@Named
@RequestScoped
public class OpenWorkPage {
    @Inject
    private Surveys surveys;

    @Inject
    private SurveyView survey;

    @Inject
    private PageMessages messages;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    public void load() {
        survey.id().ifPresent(id -> surveys.progress(actor.get(), id));
    }

    public void begin() {
        PublicId id =
                surveys.begin(actor.get(), new Surveys.Question(Surveys.Rules.IN_FORCE, 0, LocalDate.now(clock), 0));
        messages.go("/admin/open-work?survey=" + id);
    }
}
