package vn.khanhhoa.thecovid.stafflist;

import java.util.function.Consumer;
import vn.khanhhoa.thecovid.intake.FinishedReading;
import vn.khanhhoa.thecovid.intake.ListReader;
import vn.khanhhoa.thecovid.intake.ListRow;
import vn.khanhhoa.thecovid.intake.ReadingLimits;

/** Reads a file for so many rows, and then is no more. */
final class KilledReading implements IntakeSteps.Source {
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final IntakeSteps.Work work;
    private final int rows;
    private int handedOver;

    KilledReading(IntakeSteps.Work work, int rows) {
        this.work = work;
        this.rows = rows;
    }

    @Override
    public FinishedReading read(Consumer<ListRow> taker) {
        new ListReader(ReadingLimits.DEFAULT).read(work.content(), work.form(), work.choices(), row -> {
            if (handedOver == rows) {
                throw new Killed();
            }
            taker.accept(row);
            handedOver++;
        });
        throw new AssertionError("the file has fewer rows");
    }

    int handedOver() {
        return handedOver;
    }
}
