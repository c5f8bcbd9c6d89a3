package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.stafflist.EntryQueue;
import vn.khanhhoa.thecovid.stafflist.FormTemplates;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;

/** Which entries of the queue are meant, in words. */
@Named
@RequestScoped
public class FilterWords {
    @Inject
    private Organisations organisations;

    @Inject
    private EntryQueue queue;

    @Inject
    private FormTemplates templates;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Language language;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    public String of(QueueFilter filter) {
        List<String> parts = new ArrayList<>();
        if (!filter.name().isBlank()) {
            parts.add(part("review.person", filter.name()));
        }
        if (filter.organisationId() != 0) {
            parts.add(part(
                    "review.organisation",
                    organisations.view(filter.organisationId()).name()));
        }
        if (filter.listId() != 0) {
            parts.add(part(
                    "review.list",
                    queue.list(actor.get(), filter.listId())
                            .map(EntryQueue.OfList::name)
                            .orElse("–")));
        }
        if (!filter.form().isEmpty()) {
            parts.add(part("review.form", form(filter.form())));
        }
        if (!filter.activity().isEmpty()) {
            parts.add(part("review.activities", activity(filter.activity())));
        }
        filter.dueBefore()
                .ifPresent(past -> parts.add(part("review.deadline", language.text("review.due-filter.past"))));
        filter.nearAt().ifPresent(near -> parts.add(part("review.deadline", language.text("review.due-filter.near"))));
        if (filter.greenAt().isPresent()) {
            parts.add(language.text("review.level-filter.green"));
        }
        if (filter.holderId() != 0) {
            parts.add(language.text(
                    filter.holderId() == actor.get().accountId() ? "review.due-filter.mine" : "review.held"));
        }
        return parts.isEmpty() ? language.text("review.every-entry") : String.join("; ", parts);
    }

    private String part(String label, String value) {
        return language.text(label) + ": " + value;
    }

    private String form(String code) {
        return templates.names().stream()
                .filter(form -> form.code().equals(code))
                .findFirst()
                .map(form -> code + " – " + language.of(form.nameVi(), form.nameEn()))
                .orElse(code);
    }

    private String activity(String code) {
        return catalogue.activities(LocalDate.now(clock)).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .map(each -> language.of(each.nameVi(), each.nameEn()))
                .orElse(code);
    }
}
