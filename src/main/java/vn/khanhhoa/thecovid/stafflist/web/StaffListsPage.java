package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
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
import vn.khanhhoa.thecovid.stafflist.ListForms;
import vn.khanhhoa.thecovid.stafflist.ListKeeping;
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
        return keeping.mine(actor.get(), getPaging().first(), PAGE);
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
        return Paging.of(parameters.page(), PAGE, keeping.countMine(actor.get()), Map.of());
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
