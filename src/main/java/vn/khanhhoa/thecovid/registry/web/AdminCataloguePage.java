package vn.khanhhoa.thecovid.registry.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.registry.CatalogueAdministration;
import vn.khanhhoa.thecovid.registry.CatalogueEntry;
import vn.khanhhoa.thecovid.registry.CatalogueKind;

/** The rows of one part of the catalogue, for administrators. */
@Named
@RequestScoped
public class AdminCataloguePage {
    private static final int PAGE_SIZE = 50;

    @Inject
    private CatalogueAdministration administration;

    @Inject
    private CurrentActor actor;

    private CatalogueKind kind = CatalogueKind.AGENCIES;
    private String text = "";
    private int page = 1;
    private @Nullable List<CatalogueEntry> found;

    public List<CatalogueKind> getKinds() {
        return Arrays.stream(CatalogueKind.values())
                .filter(each -> each != CatalogueKind.ROUTING)
                .toList();
    }

    private List<CatalogueEntry> found() {
        if (found == null) {
            found = administration.entries(actor.get(), kind, text);
        }
        return found;
    }

    public Paging getPaging() {
        return Paging.of(page, PAGE_SIZE, found().size(), Map.of("kind", kind.name(), "text", text));
    }

    public List<CatalogueEntry> getRows() {
        int first = getPaging().first();
        return found().subList(first, Math.min(found().size(), first + PAGE_SIZE));
    }

    public CatalogueKind getKind() {
        return kind;
    }

    public void setKind(@Nullable CatalogueKind kind) {
        this.kind = kind == null || kind == CatalogueKind.ROUTING ? CatalogueKind.AGENCIES : kind;
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text == null ? "" : text;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
