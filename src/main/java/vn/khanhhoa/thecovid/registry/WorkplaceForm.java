package vn.khanhhoa.thecovid.registry;

import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * A workplace as the organisation describes it.
 *
 * @param zoneCode empty outside the zones
 */
public record WorkplaceForm(String name, String address, long areaId, String zoneCode, int headcount) {
    private static final int LONGEST_NAME = 160;
    private static final int LONGEST_ADDRESS = 300;

    public WorkplaceForm {
        name = OneLine.named(name, LONGEST_NAME);
        address = OneLine.of(address, LONGEST_ADDRESS);
        if (name.isEmpty() || address.isEmpty()) {
            throw new RuleViolation("registry.workplace-incomplete");
        }
        if (areaId == 0) {
            throw new RuleViolation("registry.commune-missing");
        }
        if (headcount < 1) {
            throw new RuleViolation("registry.headcount-too-small");
        }
    }
}
