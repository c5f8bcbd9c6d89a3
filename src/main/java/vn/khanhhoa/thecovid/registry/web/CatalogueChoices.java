package vn.khanhhoa.thecovid.registry.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.OrganisationTypeView;
import vn.khanhhoa.thecovid.registry.SectorView;
import vn.khanhhoa.thecovid.registry.ZoneView;

/** Today's catalogue for select lists, and its codes in words. */
@Named
@RequestScoped
public class CatalogueChoices {
    @Inject
    private Catalogue catalogue;

    @Inject
    private Language language;

    @Inject
    private Clock clock;

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** By district; where there are none, by province. */
    public List<SelectItem> getCommunes() {
        Map<Long, List<SelectItem>> groups = new LinkedHashMap<>();
        for (AreaView commune : catalogue.communes(today())) {
            groups.computeIfAbsent(commune.parentId(), id -> new ArrayList<>())
                    .add(new SelectItem(commune.id(), commune.name()));
        }
        return groups.entrySet().stream()
                .map(group ->
                        group(catalogue.area(group.getKey()).map(AreaView::name).orElse(""), group.getValue()))
                .toList();
    }

    /** Divisions and finer, by section. */
    public List<SelectItem> getSectors() {
        List<SelectItem> groups = new ArrayList<>();
        List<SelectItem> open = new ArrayList<>();
        String title = "";
        for (SectorView sector : SectorOrder.bySection(catalogue.sectors(today()))) {
            if (sector.isSection()) {
                addGroup(groups, title, open);
                open = new ArrayList<>();
                title = name(sector);
            } else {
                open.add(new SelectItem(sector.code(), sector.code() + " " + name(sector)));
            }
        }
        addGroup(groups, title, open);
        return groups;
    }

    private static void addGroup(List<SelectItem> groups, String title, List<SelectItem> items) {
        if (!items.isEmpty()) {
            groups.add(group(title, items));
        }
    }

    private static SelectItem group(String title, List<SelectItem> items) {
        return new SelectItemGroup(title, null, false, items.toArray(SelectItem[]::new));
    }

    public List<SelectItem> getOrganisationTypes() {
        return catalogue.organisationTypes(today()).stream()
                .map(type -> new SelectItem(type.code(), language.of(type.nameVi(), type.nameEn())))
                .toList();
    }

    public List<SelectItem> getZones() {
        return catalogue.zones(today()).stream()
                .map(zone -> new SelectItem(zone.code(), zone.name()))
                .toList();
    }

    private String name(SectorView sector) {
        return language.of(sector.nameVi(), sector.nameEn());
    }

    public String sector(String code) {
        return catalogue.sectors(today()).stream()
                .filter(sector -> sector.code().equals(code))
                .findFirst()
                .map(sector -> sector.code() + " " + name(sector))
                .orElse(code);
    }

    public String organisationType(String code) {
        return catalogue.organisationTypes(today()).stream()
                .filter(type -> type.code().equals(code))
                .findFirst()
                .map((OrganisationTypeView type) -> language.of(type.nameVi(), type.nameEn()))
                .orElse(code);
    }

    public String zone(String code) {
        return catalogue.zones(today()).stream()
                .filter(zone -> zone.code().equals(code))
                .findFirst()
                .map(ZoneView::name)
                .orElse(code);
    }

    public String agency(long id) {
        return catalogue.agency(id).map(AgencyView::name).orElse("");
    }
}
