package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.stafflist.DecidedEntries;

/** What was decided here: the way back to an entry, and for a head to opening it again. */
@Named
@RequestScoped
public class DecidedPage {
    private static final int PAGE = 50;

    @Inject
    private DecidedEntries decided;

    @Inject
    private OrganisationNames names;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    private @Nullable List<DecidedEntries.Decided> found;

    private List<DecidedEntries.Decided> found() {
        List<DecidedEntries.Decided> known = found;
        if (known == null) {
            known = names.learn(
                    decided.find(actor.get(), getName(), PAGE * (page() - 1), PAGE + 1),
                    DecidedEntries.Decided::organisationId);
            found = known;
        }
        return known;
    }

    private int page() {
        return Math.max(1, parameters.page());
    }

    public List<DecidedEntries.Decided> getRows() {
        return found().subList(0, Math.min(PAGE, found().size()));
    }

    public String getNewerLink() {
        return page() == 1 ? "" : link(page() - 1);
    }

    public String getOlderLink() {
        return found().size() <= PAGE ? "" : link(page() + 1);
    }

    private String link(int page) {
        return new Paging(1, PAGE, 0, Map.of("search", parameters.search())).link(page);
    }

    public String getName() {
        return parameters.text("name");
    }
}
