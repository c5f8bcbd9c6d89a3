package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.SimulationView;
import vn.khanhhoa.thecovid.eligibility.SimulationView.ActivityMove;
import vn.khanhhoa.thecovid.eligibility.SimulationView.LevelSum;
import vn.khanhhoa.thecovid.eligibility.SimulationView.Line;
import vn.khanhhoa.thecovid.eligibility.SimulationView.Move;
import vn.khanhhoa.thecovid.eligibility.Simulations;
import vn.khanhhoa.thecovid.platform.web.Downloads;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.NotFound;

/** {@code GET /criteria-office/simulation-file?id=}: all tables of a simulation as a workbook, a sheet each. */
@WebServlet("/criteria-office/simulation-file")
public class SimulationFileServlet extends HttpServlet {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private transient Simulations simulations;

    @Inject
    private transient SimulationWords words;

    @Inject
    private transient Parameters parameters;

    @Inject
    private transient CurrentActor actor;

    @Inject
    private transient Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            SimulationView view = simulations.view(actor.get(), parameters.id("id"), language.getLocale());
            byte[] file = workbook(view);
            response.setContentLength(file.length);
            try (OutputStream out = Downloads.begin(response, XLSX, "mo-phong.xlsx")) {
                out.write(file);
            }
        } catch (NotFound notFound) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private byte[] workbook(SimulationView view) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "thecovid", "1.0")) {
            levels(workbook.newWorksheet(text("levels")), view);
            lines(workbook.newWorksheet(text("areas")), view, view.areas(), words::area);
            lines(workbook.newWorksheet(text("ages")), view, view.ages(), words::age);
            lines(workbook.newWorksheet(text("organisations")), view, view.organisations(), words::organisation);
            if (view.isOfCriteria()) {
                moves(workbook.newWorksheet(text("moves")), view);
            } else {
                activities(workbook.newWorksheet(text("activities")), view);
            }
        }
        return out.toByteArray();
    }

    private String text(String key) {
        return language.text("eligibility.simulation." + key);
    }

    private static void row(Worksheet sheet, int row, List<?> cells) {
        for (int column = 0; column < cells.size(); column++) {
            Object cell = cells.get(column);
            if (cell instanceof Long number) {
                sheet.value(row, column, number);
            } else {
                sheet.value(row, column, String.valueOf(cell));
            }
        }
    }

    /** A number, or what stands for one that is kept from the reader. */
    private Object number(long people) {
        return people == SimulationView.FEW ? words.number(people) : (Object) people;
    }

    private void levels(Worksheet sheet, SimulationView view) {
        row(sheet, 0, List.of(text("level"), text("now"), text("then")));
        int row = 1;
        for (LevelSum level : view.levels()) {
            row(sheet, row++, List.of(words.level(level), number(level.before()), number(level.after())));
        }
    }

    private void lines(Worksheet sheet, SimulationView view, List<Line> lines, Function<Line, String> name) {
        List<Object> heading = new ArrayList<>(List.of(""));
        for (LevelSum level : view.levels()) {
            heading.add(words.level(level) + " – " + text("now"));
            if (view.isOfCriteria()) {
                heading.add(words.level(level) + " – " + text("then"));
            }
        }
        heading.add(text(view.isOfCriteria() ? "up" : "more"));
        heading.add(text(view.isOfCriteria() ? "down" : "less"));
        row(sheet, 0, heading);
        int row = 1;
        for (Line line : lines) {
            List<Object> cells = new ArrayList<>(List.of(name.apply(line)));
            for (LevelSum level : view.levels()) {
                cells.add(number(line.before().getOrDefault(level.code(), 0L)));
                if (view.isOfCriteria()) {
                    cells.add(number(line.after().getOrDefault(level.code(), 0L)));
                }
            }
            cells.add(number(line.up()));
            cells.add(number(line.down()));
            row(sheet, row++, cells);
        }
    }

    private void moves(Worksheet sheet, SimulationView view) {
        row(sheet, 0, List.of(text("from"), text("to"), text("row-now"), text("row-then"), text("people")));
        int row = 1;
        for (Move move : view.moves()) {
            row(
                    sheet,
                    row++,
                    List.of(
                            words.level(view, move.levelBefore()),
                            words.level(view, move.levelAfter()),
                            words.row(move.rowBefore()),
                            words.row(move.rowAfter()),
                            number(move.people())));
        }
    }

    private void activities(Worksheet sheet, SimulationView view) {
        row(
                sheet,
                0,
                List.of(
                        text("activity"),
                        text("level"),
                        text("scenario-now"),
                        text("scenario-then"),
                        text("now"),
                        text("then"),
                        text("people")));
        int row = 1;
        for (ActivityMove move : view.activities()) {
            row(
                    sheet,
                    row++,
                    List.of(
                            move.activity(),
                            move.level(),
                            move.scenarioBefore(),
                            move.scenarioAfter(),
                            move.before(),
                            move.after(),
                            number(move.people())));
        }
    }
}
