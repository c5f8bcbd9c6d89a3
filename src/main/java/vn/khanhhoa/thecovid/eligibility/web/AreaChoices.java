package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.faces.model.SelectItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.registry.AreaView;

/** Places to choose from: the province, then each district with its communes behind it. */
final class AreaChoices {
    private static final Comparator<AreaView> LARGEST_FIRST = Comparator.comparing(AreaView::level);

    private AreaChoices() {}

    static List<SelectItem> of(List<AreaView> areas, Function<AreaView, String> label) {
        return ordered(areas).stream()
                .map(area -> new SelectItem(area.id(), label.apply(area)))
                .toList();
    }

    /** Each before what lies within it. */
    static List<AreaView> ordered(List<AreaView> areas) {
        Set<Long> known = areas.stream().map(AreaView::id).collect(Collectors.toSet());
        Map<Long, List<AreaView>> within = areas.stream().collect(Collectors.groupingBy(AreaView::parentId));
        List<AreaView> ordered = new ArrayList<>();
        areas.stream()
                .filter(area -> !known.contains(area.parentId()))
                .sorted(LARGEST_FIRST)
                .forEach(area -> add(area, within, ordered));
        return ordered;
    }

    private static void add(AreaView area, Map<Long, List<AreaView>> within, List<AreaView> ordered) {
        ordered.add(area);
        within.getOrDefault(area.id(), List.of()).stream()
                .sorted(LARGEST_FIRST)
                .forEach(inner -> add(inner, within, ordered));
    }
}
