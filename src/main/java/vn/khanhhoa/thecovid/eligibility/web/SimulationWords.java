package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.eligibility.SimulationView;
import vn.khanhhoa.thecovid.eligibility.SimulationView.LevelSum;
import vn.khanhhoa.thecovid.eligibility.SimulationView.Line;
import vn.khanhhoa.thecovid.eligibility.SimulationView.RowName;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;

/** Numbers and names of a simulation, for its page and its workbook alike. */
@Named
@RequestScoped
public class SimulationWords {
    @Inject
    private Language language;

    @Inject
    private Formats formats;

    /** Few where a small number is kept from the reader. */
    public String number(@Nullable Long people) {
        if (people == null || people == 0) {
            return "0";
        }
        return people == SimulationView.FEW ? language.text("eligibility.simulation.few") : formats.number(people);
    }

    public String level(LevelSum level) {
        return level(level.code(), level.nameVi(), level.nameEn());
    }

    private String level(String code, String vietnamese, String english) {
        if (code.isEmpty()) {
            return language.text("eligibility.simulation.no-criteria");
        }
        return vietnamese.isEmpty()
                ? language.text("eligibility.matrix-level." + code.toLowerCase(Locale.ROOT))
                : language.of(vietnamese, english);
    }

    public String level(SimulationView view, String code) {
        return view.levels().stream()
                .filter(level -> level.code().equals(code))
                .findFirst()
                .map(this::level)
                .orElse(code);
    }

    public String before(Line line, LevelSum level) {
        return number(of(line.before(), level));
    }

    public String after(Line line, LevelSum level) {
        return number(of(line.after(), level));
    }

    private static @Nullable Long of(Map<String, Long> sums, LevelSum level) {
        return sums.get(level.code());
    }

    /** A commune's name; where people live who have not said so. */
    public String area(Line line) {
        return line.of().isEmpty() ? language.text("eligibility.simulation.no-commune") : organisation(line);
    }

    public String organisation(Line line) {
        return line.of().equals(SimulationView.OTHERS) ? language.text("eligibility.simulation.others") : line.name();
    }

    public String age(Line line) {
        return line.of().equals(SimulationView.OTHERS)
                ? organisation(line)
                : language.text("eligibility.simulation.age." + line.of());
    }

    public String row(@Nullable RowName row) {
        return row == null ? "–" : language.of(row.vietnamese(), row.english());
    }

    /** Of all people, in hundredths: the length of a bar. */
    public int share(List<LevelSum> levels, long people) {
        long all =
                levels.stream().mapToLong(level -> Math.max(0, level.before())).sum();
        return all == 0 ? 0 : (int) Math.round(100.0 * Math.max(0, people) / all);
    }
}
