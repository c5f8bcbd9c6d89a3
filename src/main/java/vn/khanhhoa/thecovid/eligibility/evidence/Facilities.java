package vn.khanhhoa.thecovid.eligibility.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.khanhhoa.thecovid.person.NameWords;

/** Finds the facilities of a source by what files call them: the code, or the name however its marks are typed. */
public final class Facilities {
    private final Map<String, KnownFacility> byCode = new HashMap<>();
    private final Map<String, List<KnownFacility>> byName = new HashMap<>();

    public Facilities(List<KnownFacility> all) {
        for (KnownFacility each : all) {
            byCode.put(each.code(), each);
            byName.computeIfAbsent(NameWords.plain(each.name()), name -> new ArrayList<>())
                    .add(each);
        }
    }

    /** All that the text may mean. */
    List<KnownFacility> find(String text) {
        KnownFacility coded = byCode.get(text.toUpperCase(Locale.ROOT));
        return coded == null ? byName.getOrDefault(NameWords.plain(text), List.of()) : List.of(coded);
    }
}
