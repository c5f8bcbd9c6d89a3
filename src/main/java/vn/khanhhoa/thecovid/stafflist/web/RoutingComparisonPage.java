package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.RoutingDraft;
import vn.khanhhoa.thecovid.registry.RoutingDrafts;
import vn.khanhhoa.thecovid.registry.RuleComparison;
import vn.khanhhoa.thecovid.registry.ShadowedRule;
import vn.khanhhoa.thecovid.registry.UnansweredRule;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.Surveys;

/** The draft of the rules beside those in force, what it means for open work, and its publication. */
@Named
@RequestScoped
public class RoutingComparisonPage {
    @Inject
    private RoutingDrafts drafts;

    @Inject
    private Surveys surveys;

    @Inject
    private SurveyView survey;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    @Inject
    private CurrentActor actor;

    @Inject
    private Formats format;

    @Inject
    private Clock clock;

    private @Nullable RoutingDraft draft;
    private @Nullable RuleComparison comparison;
    private @Nullable List<UnansweredRule> unanswered;
    private @Nullable LocalDate chosen;
    private int revision = -1;
    private String note = "";

    public void load() {
        getDraft();
        survey.id().ifPresent(id -> surveys.progress(actor.get(), id));
    }

    public RoutingDraft getDraft() {
        RoutingDraft known = draft;
        if (known == null) {
            known = drafts.current(actor.get()).orElseThrow(NotFound::new);
            draft = known;
        }
        return known;
    }

    /** The day from which the draft would hold, as the address says. */
    public LocalDate getDay() {
        try {
            return ahead(LocalDate.parse(parameters.text("from")));
        } catch (DateTimeParseException none) {
            return LocalDate.now(clock);
        }
    }

    private LocalDate ahead(LocalDate asked) {
        LocalDate today = LocalDate.now(clock);
        return asked.isBefore(today) ? today : asked;
    }

    public RuleComparison getComparison() {
        RuleComparison known = comparison;
        if (known == null) {
            known = drafts.compare(actor.get(), getDay());
            comparison = known;
        }
        return known;
    }

    public List<ShadowedRule> getShadowed() {
        return drafts.shadowed(actor.get(), getDay());
    }

    public List<UnansweredRule> getUnanswered() {
        List<UnansweredRule> known = unanswered;
        if (known == null) {
            known = drafts.unanswered(actor.get(), getDay());
            unanswered = known;
        }
        return known;
    }

    /** Whether the draft or the day are not those that the survey was made for. */
    public boolean isSurveyOld() {
        Surveys.Question question = survey.getProgress().question();
        return question.draftRevision() != getDraft().revision()
                || !question.day().equals(getDay());
    }

    public void choose() {
        messages.go(page());
    }

    private String page() {
        return "/admin/routing-comparison?from=" + ahead(getChosen());
    }

    public void begin() {
        PublicId id = surveys.begin(
                actor.get(),
                new Surveys.Question(Surveys.Rules.DRAFT, getDraft().revision(), ahead(getChosen()), 0));
        messages.go(page() + "&survey=" + id);
    }

    /** From the day that was compared, and from no other. */
    public void publish() {
        String compared = format.day(getDay());
        if (!getChosen().equals(getDay())) {
            messages.errorAt("publish:from", "registry.draft-day-not-compared", format.day(getChosen()), compared);
            return;
        }
        int changes = drafts.publish(actor.get(), revision, getDay(), note);
        messages.success("registry.draft-published", changes, compared);
        messages.go("/admin/routing");
    }

    public LocalDate getChosen() {
        return Objects.requireNonNullElse(chosen, getDay());
    }

    public void setChosen(@Nullable LocalDate chosen) {
        this.chosen = chosen;
    }

    public int getRevision() {
        return revision < 0 ? getDraft().revision() : revision;
    }

    public void setRevision(int revision) {
        this.revision = revision;
    }

    public String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = Objects.requireNonNullElse(note, "");
    }
}
