package vn.khanhhoa.thecovid.platform.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** {@code <f:converter converterId="portal.day"/>} in a field for a day. */
@FacesConverter("portal.day")
public class DayConverter implements Converter<LocalDate> {
    @Override
    public @Nullable LocalDate getAsObject(FacesContext context, UIComponent field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return DayText.read(text)
                .orElseThrow(() -> new ConverterException(new FacesMessage(
                        FacesMessage.SEVERITY_ERROR,
                        CDI.current()
                                .select(Language.class)
                                .get()
                                .text(
                                        "platform.day-wrong",
                                        DayText.of(LocalDate.now(CDI.current()
                                                .select(Clock.class)
                                                .get()))),
                        null)));
    }

    @Override
    public String getAsString(FacesContext context, UIComponent field, @Nullable LocalDate day) {
        return day == null ? "" : DayText.of(day);
    }
}
