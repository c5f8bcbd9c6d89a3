package vn.khanhhoa.thecovid.verification;

import java.util.Locale;

/** From when on something is worth an alert: what health officers set, each within bounds. */
public enum AlertSetting {
    /** Kilometres an hour that nobody goes. */
    FAR_SPEED(30, 900),
    /** Minutes by which clocks of devices may differ. */
    FAR_CLOCKS(0, 120),
    /** Kilometres below which nothing is far. */
    FAR_LEAST(1, 500),
    /** Kilometres that posts of two communes of one district are taken to be apart, where not both have coordinates. */
    FAR_COMMUNE(0, 100),
    /** The same of two districts. */
    FAR_DISTRICT(0, 300),
    /** People stopped at a post. */
    REFUSALS(3, 1_000),
    /** Minutes within which they are counted. */
    REFUSALS_WITHIN(5, 1_440),
    /** Minutes after its end in which a code may still be shown by mistake. */
    ENDED_AFTER(0, 10_080);

    private final int least;
    private final int most;

    AlertSetting(int least, int most) {
        this.least = least;
        this.most = most;
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }

    boolean allows(int amount) {
        return amount >= least && amount <= most;
    }

    public String key() {
        return "verification.alert-setting." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
