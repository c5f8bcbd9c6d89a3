package vn.khanhhoa.thecovid.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * Which sectors a rule is for: "85" or "4711" for a code and all below it, "10-33" for a range of divisions, "G" for a
 * section. The divisions of each section are those of VSIC 2018 (Decision 27/2018/QĐ-TTg).
 */
final class SectorCondition {
    private record Divisions(int first, int last) {
        boolean contain(int division) {
            return division >= first && division <= last;
        }
    }

    private static final Map<String, Divisions> SECTIONS = Map.ofEntries(
            Map.entry("A", new Divisions(1, 3)),
            Map.entry("B", new Divisions(5, 9)),
            Map.entry("C", new Divisions(10, 33)),
            Map.entry("D", new Divisions(35, 35)),
            Map.entry("E", new Divisions(36, 39)),
            Map.entry("F", new Divisions(41, 43)),
            Map.entry("G", new Divisions(45, 47)),
            Map.entry("H", new Divisions(49, 53)),
            Map.entry("I", new Divisions(55, 56)),
            Map.entry("J", new Divisions(58, 63)),
            Map.entry("K", new Divisions(64, 66)),
            Map.entry("L", new Divisions(68, 68)),
            Map.entry("M", new Divisions(69, 75)),
            Map.entry("N", new Divisions(77, 82)),
            Map.entry("O", new Divisions(84, 84)),
            Map.entry("P", new Divisions(85, 85)),
            Map.entry("Q", new Divisions(86, 88)),
            Map.entry("R", new Divisions(90, 93)),
            Map.entry("S", new Divisions(94, 96)),
            Map.entry("T", new Divisions(97, 98)),
            Map.entry("U", new Divisions(99, 99)));

    private final List<String> prefixes = new ArrayList<>();
    private final List<Divisions> ranges = new ArrayList<>();

    private SectorCondition() {}

    static SectorCondition parse(String text) {
        SectorCondition condition = new SectorCondition();
        for (String part : CompiledRule.codes(text)) {
            if (SECTIONS.containsKey(part)) {
                condition.ranges.add(SECTIONS.get(part));
            } else if (part.matches("\\d{2}-\\d{2}")) {
                condition.ranges.add(
                        new Divisions(Integer.parseInt(part.substring(0, 2)), Integer.parseInt(part.substring(3))));
            } else if (part.matches("\\d{2,5}")) {
                condition.prefixes.add(part);
            } else {
                throw new RuleViolation("registry.sector-condition", part);
            }
        }
        return condition;
    }

    boolean matches(String sector) {
        if (prefixes.isEmpty() && ranges.isEmpty()) {
            return true;
        }
        if (sector.length() < 2) {
            return false;
        }
        int division = Character.digit(sector.charAt(0), 10) * 10 + Character.digit(sector.charAt(1), 10);
        return prefixes.stream().anyMatch(sector::startsWith)
                || ranges.stream().anyMatch(range -> range.contain(division));
    }
}
