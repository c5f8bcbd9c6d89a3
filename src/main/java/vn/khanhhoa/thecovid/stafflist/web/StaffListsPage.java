package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.FormOffer;
import vn.khanhhoa.thecovid.stafflist.FormTemplates;
import vn.khanhhoa.thecovid.stafflist.ListFilter;
import vn.khanhhoa.thecovid.stafflist.ListForms;
import vn.khanhhoa.thecovid.stafflist.ListKeeping;
import vn.khanhhoa.thecovid.stafflist.ListNaming;
import vn.khanhhoa.thecovid.stafflist.ReturnedEntries;
import vn.khanhhoa.thecovid.stafflist.StaffListView;

@Named
@RequestScoped
public class StaffListsPage {
    private static final int PAGE = 20;
    private static final int AT_HOME = 5;

    @Inject
    private ListKeeping keeping;

    @Inject
    private ListNaming naming;

    @Inject
    private FormTemplates templates;

    @Inject
    private ListForms forms;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private EntryReading entries;

    private @Nullable List<ReturnedEntries> returned;
    private String name = "";
    private String template = "";

    public void begin() {
        PublicId list = keeping.begin(actor.get(), template, name);
        boolean asks = forms.of(actor.get(), list).hasQuestions();
        messages.go((asks ? "/organisation/staff-list-details?id=" : "/organisation/staff-list?id=") + list);
    }

    public List<StaffListView> getLists() {
        return naming.find(actor.get(), filter(), getPaging().first(), PAGE);
    }

    private ListFilter filter() {
        return new ListFilter(
                getWords(),
                Arrays.stream(ListFilter.Stage.values())
                        .filter(stage -> stage.name().equals(getStage()))
                        .findFirst());
    }

    public List<ListFilter.Stage> getStages() {
        return List.of(ListFilter.Stage.values());
    }

    public String getStage() {
        return parameters.text("stage");
    }

    public String getWords() {
        return parameters.text("words");
    }

    /** Whether there are lists to look for. */
    public boolean isAny() {
        return keeping.countMine(actor.get()) > 0;
    }

    public List<ReturnedEntries> getReturned() {
        List<ReturnedEntries> known = returned;
        if (known == null) {
            known = entries.returned(actor.get());
            returned = known;
        }
        return known;
    }

    /** For the reader's home page. */
    public List<StaffListView> getNewest() {
        return keeping.mine(actor.get(), 0, AT_HOME);
    }

    public Paging getPaging() {
        return Paging.of(
                parameters.page(),
                PAGE,
                naming.count(actor.get(), filter()),
                Map.of("stage", getStage(), "search", parameters.search()));
    }

    public List<FormOffer> getTemplates() {
        return templates.offered(actor.get());
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getTemplate() {
        return template;
    }

    public void setTemplate(String template) {
        this.template = template;
    }
}
