package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.registry.NamedOrganisation;
import vn.khanhhoa.thecovid.registry.Organisations;

/** Of the organisations in the rows of a page: asked for all at once, and once. */
@Named
@RequestScoped
public class OrganisationNames {
    @Inject
    private Organisations organisations;

    private final Map<Long, NamedOrganisation> known = new HashMap<>();

    /** Returns the rows. */
    <T> List<T> learn(List<T> rows, ToLongFunction<T> organisation) {
        known.putAll(organisations.named(rows.stream()
                .map(organisation::applyAsLong)
                .filter(id -> !known.containsKey(id))
                .collect(Collectors.toSet())));
        return rows;
    }

    NamedOrganisation named(long id) {
        learn(List.of(id), Long::longValue);
        return Objects.requireNonNull(known.get(id));
    }

    public String of(long id) {
        return named(id).name();
    }
}
