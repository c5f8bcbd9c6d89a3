package vn.khanhhoa.thecovid.registry.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.CatalogueKind;
import vn.khanhhoa.thecovid.registry.Routing;

/** Today's catalogue for everyone: one kind at a time, searched and paged. */
@Named
@RequestScoped
public class CataloguePage {
    private static final int PAGE_SIZE = 50;

    /** A line of any kind; the last two are empty where the kind has no such column. */
    public record Line(String code, String name, String detail, String more) {}

    @Inject
    private Catalogue catalogue;

    @Inject
    private Routing routing;

    @Inject
    private RuleWords words;

    @Inject
    private Language language;

    @Inject
    private Clock clock;

    private CatalogueKind kind = CatalogueKind.AGENCIES;
    private String text = "";
    private int page = 1;
    private @Nullable List<Line> found;

    public CatalogueKind[] getKinds() {
        return CatalogueKind.values();
    }

    private List<Line> all() {
        LocalDate today = LocalDate.now(clock);
        return switch (kind) {
            case AGENCIES -> lines(catalogue.agencies(today), this::line);
            case AREAS ->
                lines(
                        catalogue.areas(today),
                        area -> new Line(
                                area.code(), area.path(), language.text("registry.level." + area.level()), ""));
            case ZONES -> lines(catalogue.zones(today), zone -> new Line(zone.code(), zone.name(), "", ""));
            case SECTORS ->
                lines(
                        SectorOrder.bySection(catalogue.sectors(today)),
                        sector -> new Line(sector.code(), language.of(sector.nameVi(), sector.nameEn()), "", ""));
            case TYPES ->
                lines(
                        catalogue.organisationTypes(today),
                        type -> new Line(
                                type.code(),
                                language.of(type.nameVi(), type.nameEn()),
                                language.text("registry.identifier." + type.identifierKind()),
                                ""));
            case ACTIVITIES ->
                lines(
                        catalogue.activities(today),
                        activity ->
                                new Line(activity.code(), language.of(activity.nameVi(), activity.nameEn()), "", ""));
            case ROUTING ->
                lines(
                        routing.rules(today),
                        rule -> new Line(
                                String.valueOf(rule.position()),
                                language.of(rule.nameVi(), rule.nameEn()),
                                words.conditions(rule),
                                words.target(rule)));
        };
    }

    private Line line(AgencyView agency) {
        return new Line(
                agency.code(),
                agency.name(),
                catalogue.area(agency.areaId()).map(AreaView::path).orElse(""),
                agency.hotline());
    }

    private static <T> List<Line> lines(List<T> rows, Function<T, Line> line) {
        return rows.stream().map(line).toList();
    }

    private List<Line> found() {
        if (found == null) {
            String wanted = text.strip().toLowerCase(Locale.ROOT);
            found = all().stream()
                    .filter(line -> (line.code() + " " + line.name() + " " + line.detail() + " " + line.more())
                            .toLowerCase(Locale.ROOT)
                            .contains(wanted))
                    .toList();
        }
        return found;
    }

    public Paging getPaging() {
        return Paging.of(page, PAGE_SIZE, found().size(), Map.of("kind", kind.name(), "text", text));
    }

    public List<Line> getRows() {
        int first = getPaging().first();
        return found().subList(first, Math.min(found().size(), first + PAGE_SIZE));
    }

    public boolean isDetailed() {
        return Set.of(CatalogueKind.AGENCIES, CatalogueKind.AREAS, CatalogueKind.TYPES, CatalogueKind.ROUTING)
                .contains(kind);
    }

    public boolean isLong() {
        return kind == CatalogueKind.AGENCIES || kind == CatalogueKind.ROUTING;
    }

    public CatalogueKind getKind() {
        return kind;
    }

    public void setKind(@Nullable CatalogueKind kind) {
        this.kind = kind == null ? CatalogueKind.AGENCIES : kind;
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
