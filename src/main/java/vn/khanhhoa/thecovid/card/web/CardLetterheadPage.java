package vn.khanhhoa.thecovid.card.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.card.LetterheadForm;
import vn.khanhhoa.thecovid.card.Letterheads;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;

/** What the cards of an agency say of it: the draft beside the card that it makes, and what holds and held. */
@Named
@RequestScoped
public class CardLetterheadPage {
    @Inject
    private Letterheads letterheads;

    @Inject
    private Catalogue catalogue;

    @Inject
    private CurrentActor actor;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    @Inject
    private Clock clock;

    private Letterheads.View view = new Letterheads.View(new LetterheadForm("", "", "", "", ""), -1, false, List.of());
    private String issuer = "";
    private String titleVi = "";
    private String titleEn = "";
    private String agencyName = "";
    private String hotline = "";
    private @Nullable Part emblem;
    private boolean withoutEmblem;
    private int revision;
    private @Nullable LocalDate from;

    @PostConstruct
    void read() {
        view = letterheads.view(actor.get(), getAgency());
        issuer = view.lines().issuer();
        titleVi = view.lines().titleVi();
        titleEn = view.lines().titleEn();
        agencyName = view.lines().agency();
        hotline = view.lines().hotline();
        revision = view.revision();
        from = LocalDate.now(clock);
    }

    public Letterheads.View getView() {
        return view;
    }

    /** The code of the agency; empty for all that have no letterhead of their own. */
    public String getAgency() {
        return parameters.text("agency");
    }

    /** The same as an address has it. */
    public String getAgencyInAddress() {
        return URLEncoder.encode(getAgency(), StandardCharsets.UTF_8);
    }

    public List<AgencyView> getAgencies() {
        return catalogue.agencies(LocalDate.now(clock));
    }

    public void save() throws IOException {
        Part given = emblem;
        byte[] file = null;
        if (withoutEmblem) {
            file = new byte[0];
        } else if (given != null && given.getSize() > 0) {
            try (InputStream content = given.getInputStream()) {
                file = content.readAllBytes();
            }
        }
        letterheads.save(
                actor.get(),
                getAgency(),
                revision,
                new LetterheadForm(issuer, titleVi, titleEn, agencyName, hotline),
                file);
        done("card.letterhead.saved");
    }

    public void putInForce() {
        LocalDate day = from;
        if (day == null) {
            messages.errorAt("form:from", "card.letterhead-from-missing");
            return;
        }
        letterheads.putInForce(actor.get(), getAgency(), view.revision(), day);
        done("card.letterhead.put-in-force");
    }

    public void discard() {
        letterheads.discard(actor.get(), getAgency(), view.revision());
        done("card.letterhead.discarded");
    }

    private void done(String key) {
        messages.success(key);
        messages.go("/admin/card-letterhead?agency=" + getAgencyInAddress());
    }

    public String getIssuer() {
        return issuer;
    }

    public void setIssuer(@Nullable String text) {
        issuer = Objects.requireNonNullElse(text, "");
    }

    public String getTitleVi() {
        return titleVi;
    }

    public void setTitleVi(@Nullable String text) {
        titleVi = Objects.requireNonNullElse(text, "");
    }

    public String getTitleEn() {
        return titleEn;
    }

    public void setTitleEn(@Nullable String text) {
        titleEn = Objects.requireNonNullElse(text, "");
    }

    public String getAgencyName() {
        return agencyName;
    }

    public void setAgencyName(@Nullable String text) {
        agencyName = Objects.requireNonNullElse(text, "");
    }

    public String getHotline() {
        return hotline;
    }

    public void setHotline(@Nullable String text) {
        hotline = Objects.requireNonNullElse(text, "");
    }

    public @Nullable Part getEmblem() {
        return emblem;
    }

    public void setEmblem(@Nullable Part emblem) {
        this.emblem = emblem;
    }

    public boolean isWithoutEmblem() {
        return withoutEmblem;
    }

    public void setWithoutEmblem(boolean withoutEmblem) {
        this.withoutEmblem = withoutEmblem;
    }

    public int getRevision() {
        return revision;
    }

    public void setRevision(int revision) {
        this.revision = revision;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }
}
