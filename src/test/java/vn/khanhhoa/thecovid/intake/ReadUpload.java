package vn.khanhhoa.thecovid.intake;

import java.util.ArrayList;
import java.util.List;

/** What came out of reading one upload by M01. */
record ReadUpload(Reading reading, List<ListRow> rows) {
    static ReadUpload of(byte[] upload) {
        return of(upload, ReadingLimits.DEFAULT);
    }

    static ReadUpload of(byte[] upload, ReadingLimits limits) {
        List<ListRow> rows = new ArrayList<>();
        Reading reading = new ListReader(limits).read(upload, ListFiles.form(), rows::add);
        return new ReadUpload(reading, rows);
    }

    Unreadable refusal() {
        if (reading instanceof Unreadable unreadable) {
            return unreadable;
        }
        throw new AssertionError("was read: " + reading);
    }

    FinishedReading finished() {
        if (reading instanceof FinishedReading finished) {
            return finished;
        }
        throw new AssertionError("was refused: " + reading);
    }

    String cell(int row, String column) {
        return rows.get(row).cells().get(ListFiles.index(column));
    }
}
