package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.RowProblem;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.FormTemplates;
import vn.khanhhoa.thecovid.stafflist.ListForm;
import vn.khanhhoa.thecovid.stafflist.ListForms;
import vn.khanhhoa.thecovid.stafflist.ListKeeping;
import vn.khanhhoa.thecovid.stafflist.StaffListView;

/** What a form asks once for the whole list. */
@Named
@RequestScoped
public class StaffListDetailsPage {
    @Inject
    private ListForms forms;

    @Inject
    private FormTemplates templates;

    @Inject
    private ListKeeping keeping;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    private @Nullable ListForm form;
    private @Nullable List<SelectItem> communes;
    private Map<String, String> answers = new HashMap<>();

    @PostConstruct
    void read() {
        answers = new HashMap<>(getForm().answers());
    }

    public void load() {
        getForm();
    }

    public void save() {
        List<RowProblem> errors = forms.answer(actor.get(), getId(), answers);
        for (RowProblem error : errors) {
            messages.errorAt(
                    field(error),
                    "forms.details-unclear",
                    label(error),
                    language.text(error.messageKey(), error.args().toArray()));
        }
        if (errors.isEmpty()) {
            messages.success("forms.details-saved");
            messages.go("/organisation/staff-list?id=" + getId());
        }
    }

    /** The field of its question: they are numbered on the page. */
    private String field(RowProblem error) {
        List<FormColumn> questions = getForm().form().details();
        int at = IntStream.range(0, questions.size())
                .filter(i -> questions.get(i).key().equals(error.columnKey()))
                .findFirst()
                .orElseThrow();
        return "form:questions:" + at + (choices(questions.get(at)).isEmpty() ? ":answer" : ":choice");
    }

    private String label(RowProblem error) {
        return getForm().form().details().stream()
                .filter(question -> question.key().equals(error.columnKey()))
                .map(question -> language.of(question.labelVi(), question.labelEn()))
                .findFirst()
                .orElse("");
    }

    public List<SelectItem> choices(FormColumn question) {
        return switch (question.type()) {
            case YES_NO ->
                List.of(
                        new SelectItem("Có", language.text("forms.yes")),
                        new SelectItem("Không", language.text("forms.no")));
            case AREA -> communes(question);
            default ->
                question.values().stream()
                        .map(value -> new SelectItem(value.labelVi(), language.of(value.labelVi(), value.labelEn())))
                        .toList();
        };
    }

    private List<SelectItem> communes(FormColumn question) {
        List<SelectItem> known = communes;
        if (known == null) {
            known = templates.references(actor.get()).choices(question).stream()
                    .map(commune -> new SelectItem(commune, commune))
                    .toList();
            communes = known;
        }
        return known;
    }

    public ListForm getForm() {
        ListForm known = form;
        if (known == null) {
            known = forms.of(actor.get(), getId());
            form = known;
        }
        return known;
    }

    public StaffListView getList() {
        return keeping.view(actor.get(), getId());
    }

    public Map<String, String> getAnswers() {
        return answers;
    }

    public PublicId getId() {
        return parameters.id("id");
    }
}
