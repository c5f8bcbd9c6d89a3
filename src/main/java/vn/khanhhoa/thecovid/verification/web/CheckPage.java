package vn.khanhhoa.thecovid.verification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.verification.CheckResult;
import vn.khanhhoa.thecovid.verification.CheckedCard;
import vn.khanhhoa.thecovid.verification.Checking;

/**
 * A verdict holds for the moment of asking, so it is the answer to the form and has no address of its own. A hand-held
 * reader types the whole code into the field for the number.
 */
@Named
@RequestScoped
public class CheckPage {
    private static final Pattern CODE = Pattern.compile("KH[0-9]:.*", Pattern.DOTALL);

    @Inject
    private Checking checking;

    @Inject
    private CurrentActor actor;

    @Inject
    private Language language;

    @Inject
    private Formats format;

    @Inject
    private PageMessages messages;

    private String typed = "";
    private @Nullable CheckResult result;

    public void check() {
        Locale locale = language.getLocale();
        Checking.Outcome outcome = CODE.matcher(typed).matches()
                ? checking.token(typed, locale, actor.networkAddress())
                : checking.number(typed, locale, actor.networkAddress());
        if (outcome instanceof Checking.Checked checked) {
            result = checked.result();
        } else {
            messages.error("verification.too-many");
        }
    }

    public @Nullable CheckResult getResult() {
        return result;
    }

    public @Nullable CheckedCard getCard() {
        return result == null ? null : result.card();
    }

    public String getActivities() {
        CheckedCard card = getCard();
        return card == null
                ? ""
                : card.activities().stream().map(CheckedCard.Activity::name).collect(Collectors.joining("; "));
    }

    public String getPeriod() {
        CheckedCard card = getCard();
        return card == null
                ? ""
                : language.text("verification.card.period", format.day(card.validFrom()), format.day(card.validTo()));
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed;
    }
}
