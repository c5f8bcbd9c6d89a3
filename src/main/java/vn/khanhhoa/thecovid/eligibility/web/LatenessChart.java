package vn.khanhhoa.thecovid.eligibility.web;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import vn.khanhhoa.thecovid.eligibility.LatenessView;

/**
 * Bars of days, each stacked of what was in time, late, missing and awaited, from the bottom. In units of the drawing,
 * which the page scales.
 */
public final class LatenessChart {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM");
    private static final int WIDTH = 720;
    private static final int LEFT = 48;
    private static final int TOP = 12;
    private static final int BOTTOM = 210;
    private static final int HEIGHT = 240;
    private static final int LINES = 4;
    private static final int MOST_LABELS = 14;

    /** A part of a bar. @param part in-time, late, missing or awaited */
    public record Box(String part, double x, double y, double width, double height) {}

    /** A day under its bar. */
    public record Label(String text, double x) {}

    /** A level of the scale. */
    public record Line(long value, double y) {}

    private final List<Box> boxes = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    LatenessChart(List<LatenessView.Day> days) {
        int most = days.stream().mapToInt(day -> day.sum().all()).max().orElse(0);
        long step = step(most);
        long top = step * LINES;
        for (int i = 0; i <= LINES; i++) {
            lines.add(new Line(step * i, y(step * i, top)));
        }
        double slot = (double) (WIDTH - LEFT) / Math.max(1, days.size());
        int every = (days.size() + MOST_LABELS - 1) / MOST_LABELS;
        for (int i = 0; i < days.size(); i++) {
            LatenessView.Day day = days.get(i);
            double x = LEFT + slot * i + slot * 0.15;
            long below = 0;
            below = stack("in-time", day.sum().inTime(), below, top, x, slot * 0.7);
            below = stack("late", day.sum().late(), below, top, x, slot * 0.7);
            below = stack("missing", day.sum().missing(), below, top, x, slot * 0.7);
            stack("awaited", day.sum().awaited(), below, top, x, slot * 0.7);
            if (i % Math.max(1, every) == 0) {
                labels.add(new Label(DAY.format(day.day()), LEFT + slot * (i + 0.5)));
            }
        }
    }

    private long stack(String part, int value, long below, long top, double x, double width) {
        if (value > 0) {
            double upper = y(below + value, top);
            boxes.add(new Box(part, round(x), upper, round(width), round(y(below, top) - upper)));
        }
        return below + value;
    }

    /** 1, 2, 3 or 5 times a power of ten, so that all fits under the uppermost line. */
    private static long step(int most) {
        for (long power = 1; ; power *= 10) {
            for (long step : new long[] {power, 2 * power, 3 * power, 5 * power}) {
                if (step * LINES >= most) {
                    return step;
                }
            }
        }
    }

    private static double y(long value, long top) {
        return round(BOTTOM - (double) (BOTTOM - TOP) * value / top);
    }

    private static double round(double number) {
        return Math.round(number * 10) / 10.0;
    }

    public List<Box> getBoxes() {
        return boxes;
    }

    public List<Label> getLabels() {
        return labels;
    }

    public List<Line> getLines() {
        return lines;
    }

    public int getWidth() {
        return WIDTH;
    }

    public int getHeight() {
        return HEIGHT;
    }

    public int getLeft() {
        return LEFT;
    }
}
