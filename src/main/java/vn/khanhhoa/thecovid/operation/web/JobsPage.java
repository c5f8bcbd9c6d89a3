package vn.khanhhoa.thecovid.operation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.operation.BackgroundWork;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.platform.jobs.FailedJob;
import vn.khanhhoa.thecovid.platform.jobs.FailingJob;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;

/** Work in the background that does not end well. */
@Named
@RequestScoped
public class JobsPage {
    private static final String AGAIN = "operation.again.";

    @Inject
    private BackgroundWork work;

    @Inject
    private CurrentActor actor;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    public List<FailedJob> getFailed() {
        return work.failed(actor.get());
    }

    public List<FailingJob> getFailing() {
        return work.failing(actor.get());
    }

    /** In words; the name itself of a kind of work that is no more. */
    public String what(String job) {
        String key = "operation.job." + job;
        return Texts.has(language.getLocale(), key) ? language.text(key) : job;
    }

    /** What running this kind of work again comes to, where it is not simply done; empty otherwise. */
    public String again(String job) {
        return Texts.has(language.getLocale(), AGAIN + job) ? language.text(AGAIN + job) : "";
    }

    public void runAgain() {
        String job = work.runAgain(actor.get(), parameters.id("form:again"));
        messages.success(Texts.has(language.getLocale(), AGAIN + job) ? AGAIN + job : "operation.running-again");
        messages.go("/admin/jobs");
    }
}
