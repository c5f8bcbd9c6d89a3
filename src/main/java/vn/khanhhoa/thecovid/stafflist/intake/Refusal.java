package vn.khanhhoa.thecovid.stafflist.intake;

import java.util.List;

/** Carries an {@link Unreadable} from deep inside the readers to {@link ListReader}, and no further. */
final class Refusal extends RuntimeException {
    private final transient Unreadable unreadable;

    Refusal(UnreadableCode code, Object... args) {
        super(code.key(), null, false, false);
        this.unreadable = new Unreadable(code, List.of(args));
    }

    Unreadable unreadable() {
        return unreadable;
    }
}
