package vn.khanhhoa.thecovid.stafflist;

import java.util.Locale;

/** How far the reading of a file has come. */
public enum UploadState {
    RECEIVED,
    TAKEN,
    REFUSED;

    public boolean isFinished() {
        return this != RECEIVED;
    }

    public String key() {
        return "stafflist.upload." + name().toLowerCase(Locale.ROOT);
    }

    public String tone() {
        return switch (this) {
            case RECEIVED -> "progress";
            case TAKEN -> "good";
            case REFUSED -> "bad";
        };
    }
}
