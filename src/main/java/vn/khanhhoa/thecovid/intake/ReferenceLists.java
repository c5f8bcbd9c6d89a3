package vn.khanhhoa.thecovid.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.khanhhoa.thecovid.registry.AreaLevel;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;

/**
 * The lists that a row is checked against, as they stand on the day of the check.
 *
 * @param communes of the province, by official code
 * @param formerCommunes that lists may still name
 * @param province its name, as addresses end with it; may be empty
 * @param workplaces of the organisation; the code is whatever the caller wants back
 * @param activities by code
 * @param sectors of the Vietnamese classification, divisions and finer, by code
 */
public record ReferenceLists(
        List<Choice> communes,
        List<FormerCommune> formerCommunes,
        String province,
        List<Choice> workplaces,
        List<Choice> activities,
        List<Choice> sectors) {
    /** Code of a residence outside the province. */
    public static final String OUTSIDE = "OUTSIDE";

    /** How a residence outside the province is written in a list. */
    public static final String OUTSIDE_LABEL = "Ngoài tỉnh";

    public ReferenceLists {
        communes = List.copyOf(communes);
        formerCommunes = List.copyOf(formerCommunes);
        workplaces = List.copyOf(workplaces);
        activities = List.copyOf(activities);
        sectors = List.copyOf(sectors);
    }

    public ReferenceLists(List<Choice> communes, List<Choice> workplaces, List<Choice> activities) {
        this(communes, List.of(), "", workplaces, activities, List.of());
    }

    /** The communes of a day alone, those of before included. */
    public static ReferenceLists ofAreas(Catalogue catalogue, LocalDate day) {
        List<FormerCommune> former = catalogue.formerCommunes(day).stream()
                .map(ended -> new FormerCommune(
                        choice(ended.area()),
                        ended.successor().map(ReferenceLists::choice).stream().toList()))
                .toList();
        String province = catalogue.areas(day).stream()
                .filter(area -> area.level() == AreaLevel.PROVINCE)
                .map(AreaView::name)
                .findFirst()
                .orElse("");
        List<Choice> communes =
                catalogue.communes(day).stream().map(ReferenceLists::choice).toList();
        return new ReferenceLists(communes, former, province, List.of(), List.of(), List.of());
    }

    private static Choice choice(AreaView area) {
        return new Choice(area.code(), area.name(), within(area.path()));
    }

    /** "Phường X, Thành phố Y" without its first part. */
    private static String within(String path) {
        int comma = path.indexOf(", ");
        return comma < 0 ? "" : path.substring(comma + 2);
    }

    /** Texts to choose from for a column, as drop-down lists offer them; empty where there is nothing to choose. */
    public List<String> choices(FormColumn column) {
        return switch (column.type()) {
            case AREA -> areas(column);
            case WORKPLACE -> workplaces.stream().map(Choice::fullName).toList();
            case ACTIVITIES -> labels(activities);
            case SECTOR -> labels(sectors);
            case YES_NO -> List.of("Có", "Không");
            default -> column.values().stream().map(AllowedValue::labelVi).toList();
        };
    }

    private List<String> areas(FormColumn column) {
        List<String> areas = new ArrayList<>(labels(communes));
        if (column.acceptsOutside()) {
            areas.add(OUTSIDE_LABEL);
        }
        return areas;
    }

    private static List<String> labels(List<Choice> choices) {
        return choices.stream().map(Choice::label).toList();
    }
}
