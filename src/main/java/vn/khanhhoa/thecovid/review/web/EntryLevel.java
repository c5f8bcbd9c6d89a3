package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.Assessing;
import vn.khanhhoa.thecovid.eligibility.LevelSeen;
import vn.khanhhoa.thecovid.eligibility.RuleOrderView;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.review.Reviewing;

/** What the criteria in force make of the entry's person, beside it. */
@Named
@RequestScoped
public class EntryLevel {
    @Inject
    private EntryAtDesk desk;

    @Inject
    private Reviewing reviewing;

    @Inject
    private Assessing assessing;

    @Inject
    private CurrentActor actor;

    @Inject
    private Language language;

    private @Nullable LevelSeen seen;

    public boolean isAsked() {
        return desk.entry().kind().asksForLevel();
    }

    /** Asked once a request, as it goes on record: where the page is only loaded beforehand, when it is shown. */
    public LevelSeen getSeen() {
        LevelSeen known = seen;
        if (known == null) {
            known = desk.isLoadedBeforehand()
                    ? assessing.forReviewer(
                            actor.get(), desk.entry().personId(), desk.desk().areaId(), language.getLocale())
                    : reviewing.level(actor.get(), desk.entry(), desk.desk(), language.getLocale());
            seen = known;
        }
        return known;
    }

    public boolean isInForce() {
        return getSeen().order() != null;
    }

    private RuleOrderView order() {
        return Objects.requireNonNull(getSeen().order());
    }

    /** By which criteria, of which document, for which place. */
    public String getCriteria() {
        return language.text(
                "review.level-criteria",
                language.of(order().nameVi(), order().nameEn()),
                order().document(),
                order().place().name());
    }
}
