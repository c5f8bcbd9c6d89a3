package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.ExceptionCase;
import vn.khanhhoa.thecovid.eligibility.ExceptionFilter;
import vn.khanhhoa.thecovid.eligibility.ExceptionFilter.Part;
import vn.khanhhoa.thecovid.eligibility.ExceptionKind;
import vn.khanhhoa.thecovid.eligibility.ExceptionRegister;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;

/** The register of exceptions, a page at a time. */
@Named
@RequestScoped
public class ExceptionsPage {
    private static final int PAGE = 25;

    @Inject
    private ExceptionRegister register;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private Language language;

    @Inject
    private Formats formats;

    private @Nullable List<ExceptionCase> rows;
    private @Nullable List<ExceptionKind> kinds;
    private int count = -1;

    public void load() {
        getRows();
    }

    private ExceptionFilter filter() {
        return new ExceptionFilter(getText(), getKind(), part());
    }

    public List<ExceptionCase> getRows() {
        List<ExceptionCase> known = rows;
        if (known == null) {
            Optional<ExceptionFilter.Place> before = place("before", false);
            known = register.page(actor.get(), filter(), before.or(() -> place("after", true)), PAGE);
            rows = known;
        }
        return known;
    }

    private Optional<ExceptionFilter.Place> place(String parameter, boolean forward) {
        return PublicId.parse(parameters.text(parameter)).map(id -> new ExceptionFilter.Place(id, forward));
    }

    public int getCount() {
        if (count < 0) {
            count = register.count(actor.get(), filter());
        }
        return count;
    }

    public String getCountInWords() {
        return language.text(
                getCount() >= ExceptionRegister.COUNTED
                        ? "eligibility.exception.at-least"
                        : "eligibility.exception.count",
                formats.number(getCount()));
    }

    /** How many other agencies ask for. */
    public int getAsked() {
        return register.count(actor.get(), new ExceptionFilter("", "", Part.ASKED));
    }

    /** How many wait for a second person. */
    public int getWaiting() {
        return register.count(actor.get(), new ExceptionFilter("", "", Part.PROPOSED));
    }

    public int getEndingSoon() {
        return register.count(actor.get(), new ExceptionFilter("", "", Part.ENDS_SOON));
    }

    public String getNextLink() {
        boolean atEnd = getRows().size() < PAGE && parameters.text("before").isEmpty();
        return atEnd || getRows().isEmpty()
                ? ""
                : link("after", getRows().get(getRows().size() - 1));
    }

    public String getPreviousLink() {
        boolean atStart = parameters.text("after").isEmpty()
                && (parameters.text("before").isEmpty() || getRows().size() < PAGE);
        return atStart || getRows().isEmpty() ? "" : link("before", getRows().get(0));
    }

    private String link(String direction, ExceptionCase place) {
        return "?" + direction + "=" + place.id()
                + parameter("search", parameters.search())
                + (parameters.search().isEmpty()
                        ? parameter("kind", getKind()) + parameter("part", part() == Part.ALL ? "" : getPart())
                        : "");
    }

    private static String parameter(String key, String value) {
        return value.isEmpty() ? "" : "&" + key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    public List<ExceptionKind> getKinds() {
        List<ExceptionKind> known = kinds;
        if (known == null) {
            known = register.kinds(actor.get());
            kinds = known;
        }
        return known;
    }

    public List<String> getParts() {
        return List.of(Part.values()).stream().map(Part::code).toList();
    }

    public String getText() {
        return parameters.text("text");
    }

    /** One that there is not is none. */
    public String getKind() {
        String code = parameters.text("kind");
        return getKinds().stream().anyMatch(kind -> kind.code().equals(code)) ? code : "";
    }

    private Part part() {
        return Part.of(parameters.text("part")).orElse(Part.ALL);
    }

    public String getPart() {
        return part().code();
    }
}
