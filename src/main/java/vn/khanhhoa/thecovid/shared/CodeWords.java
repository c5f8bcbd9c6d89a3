package vn.khanhhoa.thecovid.shared;

import java.util.Locale;
import java.util.Optional;

/** Words for codes that a module keeps as data, for whoever shows such a code without knowing the module: the trail. */
public interface CodeWords {
    /** @param kind what the code is of, as the trail names it: {@code reason} */
    Optional<String> of(String kind, String code, Locale language);
}
