package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.Surveys;

/** The survey of open work that the address of a page names, for the pages that show one. */
@Named("survey")
@RequestScoped
public class SurveyView {
    private static final int SIZE = 20;

    @Inject
    private Surveys surveys;

    @Inject
    private Organisations organisations;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    private @Nullable Paging paging;
    private Surveys.@Nullable Progress progress;

    public Optional<PublicId> id() {
        return PublicId.parse(parameters.text("survey"));
    }

    public boolean isThere() {
        return id().isPresent();
    }

    /** As it was when the page first asked: a page tells one state, however fast the job is. */
    public Surveys.Progress getProgress() {
        Surveys.Progress known = progress;
        if (known == null) {
            known = surveys.progress(actor.get(), id().orElseThrow());
            progress = known;
        }
        return known;
    }

    public List<Surveys.ByRule> getByRule() {
        return surveys.byRule(actor.get(), id().orElseThrow());
    }

    public List<Surveys.Move> getMoves() {
        return surveys.moves(actor.get(), id().orElseThrow());
    }

    public Paging getPaging() {
        Paging known = paging;
        if (known == null) {
            Map<String, String> filter = new TreeMap<>();
            for (String name : List.of("survey", "from", "agency")) {
                filter.put(name, parameters.text(name));
            }
            known = Paging.of(
                    parameters.page(), SIZE, surveys.countMovedLists(actor.get(), id().orElseThrow()), filter);
            paging = known;
        }
        return known;
    }

    public List<Surveys.MovedList> getLists() {
        return surveys.movedLists(actor.get(), id().orElseThrow(), getPaging().first(), SIZE);
    }

    public String organisation(long id) {
        return organisations.view(id).name();
    }
}
