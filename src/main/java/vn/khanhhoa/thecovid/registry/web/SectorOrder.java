package vn.khanhhoa.thecovid.registry.web;

import java.util.Comparator;
import java.util.List;
import vn.khanhhoa.thecovid.registry.SectorView;

/** Each section followed by what it holds, as the classification prints it. */
final class SectorOrder {
    /** The last division of each section from A on (VSIC 2018). */
    private static final int[] LAST = {3, 9, 33, 35, 39, 43, 47, 53, 56, 63, 66, 68, 75, 82, 84, 85, 88, 93, 96, 98, 99
    };

    private SectorOrder() {}

    static List<SectorView> bySection(List<SectorView> sectors) {
        return sectors.stream()
                .sorted(Comparator.comparing((SectorView sector) -> section(sector.code()))
                        .thenComparing(sector -> sector.code().length() == 1 ? "" : sector.code()))
                .toList();
    }

    private static char section(String code) {
        if (code.length() == 1) {
            return code.charAt(0);
        }
        int division = Integer.parseInt(code.substring(0, 2));
        int index = 0;
        while (index < LAST.length - 1 && division > LAST[index]) {
            index++;
        }
        return (char) ('A' + index);
    }
}
