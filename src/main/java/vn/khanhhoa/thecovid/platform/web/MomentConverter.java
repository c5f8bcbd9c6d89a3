package vn.khanhhoa.thecovid.platform.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.time.Clock;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.PortalClock;

/** {@code <f:converter converterId="portal.moment"/>} in a field for a time of a day. */
@FacesConverter("portal.moment")
public class MomentConverter implements Converter<LocalDateTime> {
    @Override
    public @Nullable LocalDateTime getAsObject(FacesContext context, UIComponent field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return MomentText.read(text)
                .map(moment -> LocalDateTime.ofInstant(moment, PortalClock.ZONE))
                .orElseThrow(() -> new ConverterException(new FacesMessage(
                        FacesMessage.SEVERITY_ERROR,
                        CDI.current()
                                .select(Language.class)
                                .get()
                                .text(
                                        "platform.moment-wrong",
                                        MomentText.of(CDI.current()
                                                .select(Clock.class)
                                                .get()
                                                .instant())),
                        null)));
    }

    @Override
    public String getAsString(FacesContext context, UIComponent field, @Nullable LocalDateTime moment) {
        return moment == null
                ? ""
                : MomentText.of(moment.atZone(PortalClock.ZONE).toInstant());
    }
}
