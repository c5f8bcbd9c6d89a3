package vn.khanhhoa.thecovid.registry.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.Routing;
import vn.khanhhoa.thecovid.registry.RoutingExplanation;
import vn.khanhhoa.thecovid.registry.RoutingQuestion;

/** Where an example would go, and why not elsewhere. The example is in the address, so that it can be sent on. */
@Named
@RequestScoped
public class RoutingTestPage {
    private static final List<String> NAMES =
            List.of("form", "type", "sector", "staff", "office", "workplace", "zone", "residence", "many");

    @Inject
    private Routing routing;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    @Inject
    private Clock clock;

    /** A field that is left empty is null, and a choice is of the type of its options. */
    private final Map<String, @Nullable Object> example = new LinkedHashMap<>();

    private @Nullable RoutingExplanation explanation;

    @PostConstruct
    void read() {
        NAMES.forEach(name -> example.put(name, parameters.text(name).strip()));
        example.put("many", String.valueOf(text("many").equals("true")));
    }

    public void load() {
        if (!text("type").isEmpty()) {
            explanation = routing.explain(question());
        }
    }

    public void ask() {
        messages.go("/admin/routing-test?"
                + NAMES.stream()
                        .filter(name -> !text(name).isEmpty())
                        .map(name -> name + "=" + URLEncoder.encode(text(name), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    private RoutingQuestion question() {
        return new RoutingQuestion(
                text("form"),
                text("type"),
                text("sector"),
                (int) Math.min(Integer.MAX_VALUE, number("staff")),
                number("office"),
                number("workplace"),
                text("zone"),
                number("residence"),
                0,
                text("many").equals("true"),
                LocalDate.now(clock));
    }

    public @Nullable RoutingExplanation getExplanation() {
        return explanation;
    }

    public String missed(RoutingExplanation.Step step) {
        return step.missed().stream().map(miss -> language.text(miss.key())).collect(Collectors.joining("; "));
    }

    public List<String> getForms() {
        return IntStream.rangeClosed(1, 12).mapToObj("M%02d"::formatted).toList();
    }

    /** By name, for the fields of the page to read and to write. */
    public Map<String, @Nullable Object> getExample() {
        return example;
    }

    private String text(String name) {
        return Objects.toString(example.get(name), "").strip();
    }

    private long number(String name) {
        try {
            return Math.max(0, Long.parseLong(text(name)));
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
