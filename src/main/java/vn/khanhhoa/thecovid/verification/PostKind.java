package vn.khanhhoa.thecovid.verification;

import java.util.List;
import java.util.Locale;

/** What a post is. A checkpoint is kept by the authorities; the others are venues. */
public enum PostKind {
    CHECKPOINT("QC_LIENHUYEN", "QC_LIENTINH", "QC_NOIXA", "VT_HANG"),
    OFFICE("LV_CQNN", "TTHC"),
    ENTERPRISE("LV_DN"),
    MARKET("CHO", "LV_TIEPXUC"),
    SUPERMARKET("SIEUTHI", "LV_TIEPXUC"),
    OTHER;

    private final List<String> usual;

    PostKind(String... usual) {
        this.usual = List.of(usual);
    }

    /** Codes of what people come for where nobody said otherwise, the most usual first. */
    public List<String> usual() {
        return usual;
    }

    public String key() {
        return "verification.post-kind." + name().toLowerCase(Locale.ROOT);
    }
}
