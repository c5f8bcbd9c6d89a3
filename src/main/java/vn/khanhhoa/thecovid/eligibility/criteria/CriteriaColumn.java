package vn.khanhhoa.thecovid.eligibility.criteria;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A column: a term of the vocabulary, and which facts it looks at.
 *
 * @param parameters codes of those that are lists, one choice of the others; each that the term has
 */
public record CriteriaColumn(String key, Term term, Map<Parameter, List<String>> parameters) {
    public CriteriaColumn {
        Map<Parameter, List<String>> copy = new EnumMap<>(Parameter.class);
        parameters.forEach((parameter, values) -> copy.put(parameter, List.copyOf(values)));
        parameters = Collections.unmodifiableMap(copy);
    }

    List<String> values(Parameter parameter) {
        return parameters.getOrDefault(parameter, List.of());
    }

    boolean chose(Parameter parameter, String choice) {
        return values(parameter).contains(choice);
    }
}
