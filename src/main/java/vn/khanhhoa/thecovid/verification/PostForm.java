package vn.khanhhoa.thecovid.verification;

import java.util.List;
import java.util.Locale;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * What is told of a post.
 *
 * @param areaId where it is
 * @param beyondId the area on its other side: of a way that leads through both, the stricter rules hold; 0 for none
 * @param activities codes of what people come for, the one first that devices are set to
 * @param visitMinutes how long somebody is taken to stay
 * @param staleMinutes after how long a device is to say that what it knows of cards is old
 * @param fallbackVi what is to be done then; empty for the usual words
 */
public record PostForm(
        PostKind kind,
        String name,
        long areaId,
        long beyondId,
        String address,
        List<String> activities,
        int visitMinutes,
        int staleMinutes,
        String fallbackVi,
        String fallbackEn) {
    public static final int USUAL_VISIT = 30;
    public static final int USUAL_STALE = 60;
    static final int LONGEST_NAME = 160;
    private static final int LONGEST_TEXT = 300;
    private static final int MOST_ACTIVITIES = 8;
    private static final int LEAST_VISIT = 1;
    private static final int MOST_VISIT = 24 * 60;
    private static final int LEAST_STALE = 5;
    private static final int MOST_STALE = 48 * 60;

    public PostForm {
        activities = List.copyOf(activities);
    }

    /** In order, or refused with what is wrong. */
    PostForm checked() {
        PostForm form = new PostForm(
                kind,
                OneLine.named(name, LONGEST_NAME),
                areaId,
                beyondId == areaId ? 0 : beyondId,
                OneLine.named(address, LONGEST_TEXT),
                activities.stream().distinct().toList(),
                visitMinutes,
                staleMinutes,
                usual(fallbackVi, Texts.VIETNAMESE),
                usual(fallbackEn, Locale.ENGLISH));
        if (form.name.isEmpty()) {
            throw new RuleViolation("verification.post-name-missing");
        }
        if (form.activities.isEmpty() || form.activities.size() > MOST_ACTIVITIES) {
            throw new RuleViolation("verification.post-activities", MOST_ACTIVITIES);
        }
        if (visitMinutes < LEAST_VISIT || visitMinutes > MOST_VISIT) {
            throw new RuleViolation("verification.post-visit", LEAST_VISIT, MOST_VISIT);
        }
        if (staleMinutes < LEAST_STALE || staleMinutes > MOST_STALE) {
            throw new RuleViolation("verification.post-stale", LEAST_STALE, MOST_STALE);
        }
        return form;
    }

    private static String usual(String text, Locale language) {
        String line = OneLine.named(text, LONGEST_TEXT);
        return line.isEmpty() ? Texts.get(language, "verification.post-fallback-usual") : line;
    }
}
