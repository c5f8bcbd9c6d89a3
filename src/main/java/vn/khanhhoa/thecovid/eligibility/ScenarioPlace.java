package vn.khanhhoa.thecovid.eligibility;

import java.util.List;
import vn.khanhhoa.thecovid.person.NameWords;
import vn.khanhhoa.thecovid.registry.AreaView;

/**
 * Where a scenario can be in force: an area, or a zone within a commune.
 *
 * @param areaId of a zone its commune
 * @param zoneId 0 for an area
 * @param code unique among the places of a day
 * @param path its name and those of what it lies in, without the province
 * @param within key of the place that it lies in, empty for the province
 */
public record ScenarioPlace(
        long areaId, long zoneId, String code, String name, String path, Level level, String within) {
    /** The smaller, the later. */
    public enum Level {
        PROVINCE,
        DISTRICT,
        COMMUNE,
        ZONE
    }

    static ScenarioPlace of(AreaView area) {
        return new ScenarioPlace(
                area.id(),
                0,
                area.code(),
                area.name(),
                area.path(),
                Level.valueOf(area.level().name()),
                area.parentId() == 0 ? "" : keyOf(area.parentId(), 0));
    }

    static String keyOf(long areaId, long zoneId) {
        return zoneId == 0 ? "area " + areaId : "zone " + zoneId;
    }

    String key() {
        return keyOf(areaId, zoneId);
    }

    public boolean isZone() {
        return level == Level.ZONE;
    }

    /** As it is written where it must not be taken for another. */
    public String fullName() {
        return path.isEmpty() ? name : path;
    }

    /**
     * Those that a text may mean, with or without marks: the one that has that code or exactly that name, or else the one in whose
     * own name all words of the text are, or else all that have them in their full name. A word may lack its end.
     */
    public static List<ScenarioPlace> meant(List<ScenarioPlace> places, String text) {
        List<String> words = NameWords.of(text);
        if (words.isEmpty()) {
            return List.of();
        }
        String typed = text.strip();
        List<ScenarioPlace> exact = places.stream()
                .filter(place -> place.code().equalsIgnoreCase(typed)
                        || words.equals(NameWords.of(place.fullName()))
                        || words.equals(NameWords.of(place.name())))
                .toList();
        List<ScenarioPlace> named = exact.size() == 1
                ? exact
                : places.stream().filter(place -> hasWords(place.name(), words)).toList();
        return named.size() == 1
                ? named
                : places.stream()
                        .filter(place -> hasWords(place.fullName() + " " + place.code(), words))
                        .toList();
    }

    private static boolean hasWords(String text, List<String> words) {
        List<String> own = NameWords.of(text);
        return words.stream().allMatch(word -> own.stream().anyMatch(each -> each.startsWith(word)));
    }
}
